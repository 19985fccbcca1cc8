package org.truce.text;

import java.util.List;
import java.util.Map;

/**
 * A text with the claims that people accepted or corrected, in the form of {@link AnnotatedText}:
 * so that decisions become evaluation. What no machine found is not in it, and recall on such texts
 * is therefore not measured.
 */
public final class DecidedText {
  private final TextDocument document;
  private final ReviewQueue queue;

  /** Prepares to write. */
  public DecidedText(TextDocument document, ReviewQueue queue) {
    this.document = document;
    this.queue = queue;
  }

  /**
   * Returns the annotated text.
   *
   * @throws IllegalArgumentException when a claim still waits, stands in another text, or the text
   *     cannot be written in this form
   */
  public String written() {
    if (!queue.open().isEmpty()) {
      throw new IllegalArgumentException(
          "%d claims wait for a decision, the first is %s; decide on all of them first"
              .formatted(queue.open().size(), queue.open().getFirst().get("claim")));
    }
    String words = document.text().substring(document.origin().bodyAt()).strip();
    if (words.lines().anyMatch(line -> line.equals("---") || line.startsWith("=== "))) {
      throw new IllegalArgumentException(
          document.file() + ": a line \"---\" or \"=== \" of the text would end it; take it out");
    }
    StringBuilder out = new StringBuilder();
    String id = document.origin().report().replaceAll("\\s", "_");
    out.append("=== %s %s review %s\n".formatted(id, document.language(), document.published()));
    out.append(words).append("\n---\n");
    queue.decided().stream()
        .filter(line -> !"rejected".equals(line.get("review")))
        .forEach(line -> out.append(claim(words, line)).append('\n'));
    return out.toString();
  }

  private String claim(String words, Map<String, Object> line) {
    String quote = String.valueOf(line.get("quote")).lines().findFirst().orElse("").strip();
    if (!words.contains(quote)) {
      throw new IllegalArgumentException(
          "%s: \"%s\" of claim %s is not in it"
              .formatted(document.file(), quote, line.get("claim")));
    }
    StringBuilder fields = new StringBuilder();
    if (line.get("fields") instanceof Map<?, ?> read) {
      read.forEach((name, value) -> append(fields, name + "=" + value));
      if (!read.containsKey("source")) {
        append(fields, "source=-");
      }
    }
    return line.get("type") + "|" + quote.replace("|", " ") + "|" + fields;
  }

  /** Values that the form cannot hold are left out. */
  private static void append(StringBuilder fields, String pair) {
    if (List.of("|", ";", "\n").stream().noneMatch(pair::contains)) {
      fields.append(fields.isEmpty() ? "" : ";").append(pair);
    }
  }
}
