package org.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 1,000 seeded mutations of the example agreements and what stands beside them: they are read and
 * judged by, or refused with a message that names file, line and key; never a trace.
 */
class MutatedAgreementTest {
  private static final int MUTATIONS = 1_000;
  private static final List<String> EXAMPLES =
      List.of(
          "easter-2025",
          "energy-moratorium-2025",
          "lebanon-2024",
          "minsk-2015",
          "paris-2026",
          "syria-2016");

  private static final List<String> WRONG =
      List.of(
          "null",
          "true",
          "-1",
          "1e400",
          "{}",
          "[]",
          "\"\"",
          "NaN",
          "99999999999999999999",
          "{ either: [a, b] }",
          "{ either: [] }",
          "9999-99-99",
          "P999999D",
          "[[[[]]]]",
          "D+99999999",
          "\u202e",
          "any",
          "anywhere");

  /** One value, as the examples write them: what stands after a colon, a bracket or a comma. */
  private static final String BETWEEN_VALUES = "(?<=[:,\\[{]\\s)|(?=[,}\\]\\n])";

  private static final String REPORT =
      """
      {"report":"r1","source":{"id":"s","name":"S","class":"mission","side":"mission"},"said":{"at":"2025-03-26T10:00Z"},"claims":[{"claim":"event","conduct":"artillery-fire","by":["UKR"],"about":{"at":"2025-03-26T09:00Z"},"place":{"lat":48.0,"lon":37.732,"within-m":500}},{"claim":"event","conduct":"weapon-presence","weapon":{"family":"tank"},"about":{"day":"2015-03-26","zone":"Europe/Kyiv"}}]}
      """;

  private static final Pattern REFUSAL =
      Pattern.compile("truce: (?:.*/)?([a-z.]+\\.(?:yaml|geojson)):(\\d+): \\S");

  /** What stands before the reason, or in quotes in it, or after which the text breaks off. */
  private static final Pattern NAMED =
      Pattern.compile("^([^\"]*?): |^([a-z-]+) \"|(?<!')\"([^\"]+)\"(?!')");

  /** What is wrong with a whole file, or before its first key, is at no key. */
  private static final Pattern AT_NO_KEY =
      Pattern.compile(
          "the text is (empty|not UTF-8).*|only one document is expected"
              + "|(while parsing|expected '<document|Unexpected)(?!.*\\(after ).*");

  /** Only keys are spoken of so; in a flow mapping a key may stand without a colon. */
  private static final Pattern SPEAKS_OF_A_KEY =
      Pattern.compile(".*\\(after \".*\"\\)|\".*\" is (not supported here|missing|no clause .*)");

  @TempDir private Path folder;

  /** What was done to which file. */
  private record Hurt(String file, String how, String text) {}

  private static Hurt hurt(List<Path> files, SplittableRandom random) throws IOException {
    Path file = files.get(random.nextInt(files.size()));
    String text = Files.readString(file);
    List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)", -1)));
    int at = random.nextInt(lines.size());
    int other = random.nextInt(lines.size());
    String name = file.getFileName().toString();
    return switch (random.nextInt(7)) {
      case 0 -> new Hurt(name, "cut", text.substring(0, random.nextInt(text.length())));
      case 1 -> new Hurt(name, "bits", flipped(text, random));
      case 2, 3 -> new Hurt(name, "value", replaced(text, random));
      case 4 -> new Hurt(name, "line out", without(lines, at));
      case 5 -> {
        lines.add(other, lines.get(at));
        yield new Hurt(name, "line copied", String.join("", lines));
      }
      default -> new Hurt(name, "name", renamed(text, random));
    };
  }

  private static String without(List<String> lines, int at) {
    lines.remove(at);
    return String.join("", lines);
  }

  private static String flipped(String text, SplittableRandom random) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int flips = random.nextInt(1, 8); flips > 0; flips--) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String replaced(String text, SplittableRandom random) {
    String[] tokens = text.split(BETWEEN_VALUES, -1);
    tokens[random.nextInt(tokens.length)] =
        random.nextBoolean()
            ? WRONG.get(random.nextInt(WRONG.size()))
            : tokens[random.nextInt(tokens.length)];
    return String.join("", tokens);
  }

  private static String renamed(String text, SplittableRandom random) {
    String[] words = text.split("\\b", -1);
    words[random.nextInt(words.length)] = words[random.nextInt(words.length)];
    return String.join("", words);
  }

  private static List<Path> files(String example) throws IOException {
    try (Stream<Path> files = Files.list(Ran.ROOT.resolve("examples").resolve(example))) {
      return files
          .filter(file -> file.toString().matches(".*\\.(yaml|geojson)"))
          .filter(file -> !file.endsWith("draft.yaml"))
          .sorted()
          .toList();
    }
  }

  private void write(List<Path> files, Hurt hurt) throws IOException {
    Files.deleteIfExists(folder.resolve("zones.geojson"));
    for (Path file : files) {
      String name = file.getFileName().toString();
      byte[] bytes =
          name.equals(hurt.file())
              ? hurt.text()
                  .getBytes(
                      hurt.how().equals("bits")
                          ? StandardCharsets.ISO_8859_1
                          : StandardCharsets.UTF_8)
              : Files.readAllBytes(file);
      Files.write(folder.resolve(name), bytes);
    }
  }

  @Test
  void everyMutatedAgreementIsJudgedByOrRefusedAtItsLineAndKey() throws IOException {
    TreeMap<Integer, Integer> codes = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    Path agreement = folder.resolve("agreement.yaml");
    Path reports = folder.resolve("reports.jsonl");
    Files.writeString(reports, REPORT);
    for (int seed = 0; seed < MUTATIONS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Path> files = files(EXAMPLES.get(seed % EXAMPLES.size()));
      Hurt hurt = hurt(files, random);
      write(files, hurt);
      Ran checked = Ran.truce("agreement", "check", agreement.toString());
      String what = "seed %d, %s of %s: ".formatted(seed, hurt.how(), hurt.file());
      // 1 says that a scenario is judged otherwise, which a changed word can well do.
      boolean otherwise = checked.code() == 1 && checked.out().contains("agreement.spec.yaml:");
      if (!otherwise) {
        complaint(checked, hurt, files).ifPresent(each -> wrong.add(what + each));
      }
      if (seed % 4 == 0) {
        complaint(assessed(agreement, reports), hurt, files)
            .ifPresent(each -> wrong.add(what + each));
      }
      codes.merge(checked.code(), 1, Integer::sum);
    }
    assertThat(wrong).isEmpty();
    assertThat(codes.get(2)).as("refused, of %s", codes).isGreaterThan(MUTATIONS / 4);
    assertThat(codes.get(0)).as("read, of %s", codes).isGreaterThan(MUTATIONS / 10);
  }

  private static Ran assessed(Path agreement, Path reports) {
    return Ran.truce("assess", agreement.toString(), reports.toString());
  }

  /** Returns what is wrong with what a command said. */
  private Optional<String> complaint(Ran ran, Hurt hurt, List<Path> originals) {
    String said = ran.err().substring(0, Math.min(600, ran.err().length()));
    if ((ran.code() != 0 && ran.code() != 2) || ran.err().contains("\tat ")) {
      return Optional.of("a trace: " + said);
    }
    if (ran.code() == 0) {
      return Optional.empty();
    }
    Matcher place = REFUSAL.matcher(ran.err());
    if (!place.lookingAt()) {
      return Optional.of("no file, line and reason: " + said);
    }
    boolean there =
        !place.group(1).equals(hurt.file())
            || Integer.parseInt(place.group(2)) <= hurt.text().lines().count() + 1;
    if (!there) {
      return Optional.of("no such line: " + said);
    }
    return namesAKey(ran.err().substring(place.end() - 1), originals)
        ? Optional.empty()
        : Optional.of("no key: " + said);
  }

  private boolean namesAKey(String reason, List<Path> originals) {
    String first = reason.lines().findFirst().orElse("");
    return AT_NO_KEY.matcher(first).matches()
        || SPEAKS_OF_A_KEY.matcher(first).matches()
        || NAMED
            .matcher(first)
            .results()
            .flatMap(named -> Stream.of(1, 2, 3).map(named::group))
            .anyMatch(name -> name != null && isAKey(name, originals));
  }

  /** A key of one of the files, before or after what was done; also one that is shortened. */
  private boolean isAKey(String name, List<Path> originals) {
    Pattern key = Pattern.compile(Pattern.quote(name.replaceFirst("…$", "")) + "[^:,}\\n]*[:,}]");
    return Stream.concat(texts(), originals.stream().map(MutatedAgreementTest::text))
        .anyMatch(text -> key.matcher(text).find());
  }

  private Stream<String> texts() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().matches(".*\\.(yaml|geojson)"))
          .map(MutatedAgreementTest::text)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
