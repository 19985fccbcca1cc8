package org.truce.text;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.truce.notation.Node;
import org.truce.notation.Node.Mapping;
import org.truce.notation.Notation;
import org.truce.notation.NotationException;
import org.truce.text.lexicon.Language;

/**
 * A text with what is known of it beside its words.
 *
 * @param file name as the user gave it
 * @param origin who published it
 * @param published day of publication
 * @param zone whose clocks its dates follow, if known
 * @param language BCP 47 code
 * @param text the whole file, byte for byte; its words begin at {@code origin.bodyAt}
 */
public record TextDocument(
    String file,
    Origin origin,
    LocalDate published,
    Optional<ZoneId> zone,
    String language,
    String text) {

  /** The longest file that is read, in bytes. */
  public static final long LONGEST = 64L << 20;

  /**
   * Who published a text.
   *
   * @param source the head's {@code source}, if it has one
   * @param report the source's own number
   * @param address where it can be checked
   * @param exercise whether it is synthetic
   * @param bodyAt where the words begin in the file
   */
  public record Origin(
      Optional<Mapping> source,
      String report,
      Optional<String> address,
      boolean exercise,
      int bodyAt) {}

  /**
   * Reads a file: UTF-8, with an optional head between two lines {@code ---}.
   *
   * @param published used when the head does not say
   * @param language used when the head does not say; else guessed by the letters
   * @throws NotationException when it cannot be used; the message says what to do
   * @throws IOException when the file cannot be read
   */
  public static TextDocument read(
      Path file, Optional<LocalDate> published, Optional<String> language) throws IOException {
    String name = file.toString();
    if (Files.size(file) > LONGEST) {
      throw problem(name, "the text has more than %,d bytes".formatted(LONGEST));
    }
    return of(name, decoded(name, Files.readAllBytes(file)), published, language);
  }

  /** Reads a text that is at hand; see {@link #read}. */
  public static TextDocument of(
      String name, String text, Optional<LocalDate> published, Optional<String> language) {
    int bodyAt = endOfHead(text);
    Optional<Mapping> head =
        bodyAt == 0 ? Optional.empty() : Optional.of(head(name, text.substring(4, bodyAt)));
    Optional<LocalDate> day =
        head.flatMap(h -> h.find("published"))
            .map(node -> node.read(LocalDate::parse, "is not a day such as 2026-01-05"))
            .or(() -> published);
    String code =
        head.flatMap(h -> h.findText("language"))
            .or(() -> language)
            .orElseGet(() -> Language.guess(text.substring(bodyAt)));
    if (!Language.CODES.contains(code)) {
      throw problem(name, "language \"%s\" is not read: ar, en".formatted(code));
    }
    return new TextDocument(
        name,
        origin(name, head, bodyAt),
        day.orElseThrow(
            () ->
                problem(
                    name,
                    "the day of publication is not known: add a head with published: 2026-01-05,"
                        + " or --published")),
        head.flatMap(h -> h.find("zone"))
            .map(node -> node.read(ZoneId::of, "is not an IANA time zone such as Europe/Kyiv")),
        code,
        text);
  }

  private static String decoded(String name, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw problem(name, "the file is not UTF-8 text");
    }
  }

  private static int endOfHead(String text) {
    if (!text.startsWith("---\n")) {
      return 0;
    }
    int end = text.indexOf("\n---\n", 3);
    return end < 0 ? 0 : end + 5;
  }

  private static Mapping head(String name, String text) {
    Node node = Notation.yaml(name, new StringReader(text.substring(0, text.length() - 4)));
    return node.mapping()
        .only("report", "source", "published", "zone", "language", "address", "exercise");
  }

  private static Origin origin(String file, Optional<Mapping> head, int bodyAt) {
    String last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    return new Origin(
        head.flatMap(h -> h.find("source")).map(Node::mapping),
        head.flatMap(h -> h.findText("report")).orElse(last.replaceFirst("\\.txt$", "")),
        head.flatMap(h -> h.findText("address")),
        head.flatMap(h -> h.find("exercise")).map(Node::flag).orElse(false),
        bodyAt);
  }

  /** Returns the words: the text without its head, which is blanked so that offsets stay. */
  public String words() {
    return " ".repeat(origin.bodyAt()) + text.substring(origin.bodyAt());
  }

  private static NotationException problem(String file, String reason) {
    return new Node.Scalar(new Node.Where(file, 1), "", true).error(reason, List.of());
  }
}
