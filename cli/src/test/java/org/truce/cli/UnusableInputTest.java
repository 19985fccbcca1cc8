package org.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a user feeds in: a clear message and exit code 2, never a stack trace. */
class UnusableInputTest {
  @TempDir private Path folder;

  private static void refuses(Ran ran, String... words) {
    assertThat(ran.err()).contains(words).doesNotContain("at org.truce");
    assertThat(ran.code()).isEqualTo(2);
  }

  @Test
  void namesAMissingFile() {
    refuses(Ran.truce("assess", "nowhere.yaml", "reports.jsonl"), "nowhere.yaml");
    refuses(Ran.truce("assess", Ran.EASTER + "/agreement.yaml", "no.jsonl"), "no.jsonl");
  }

  @Test
  void namesAFolderWithoutReports() {
    refuses(
        Ran.truce("assess", Ran.EASTER + "/agreement.yaml", folder.toString()),
        "no file in it ends in .jsonl or .csv");
  }

  @Test
  void namesAnOptionThatIsWrong() {
    refuses(Ran.easter("--said-by", "yesterday"), "--said-by: \"yesterday\" is not a time");
    refuses(Ran.easter("--about", "2025-04-20"), "--about");
    refuses(Ran.easter("--audience", "press"), "public, parties, mission");
    refuses(Ran.easter("--format", "xml"), "neither table nor json");
    refuses(Ran.easter("--incident", "I-9999"), "there is no I-9999 among 41 incidents");
  }

  @Test
  void proposesAReadingThatExists() {
    refuses(Ran.easter("--reading", "moskow"), "\"moskow\" is not defined", "moscow");
  }

  @Test
  void aFileThatNoReaderKnowsSaysWhatIsRead() throws IOException {
    Path csv = folder.resolve("other.csv");
    Files.writeString(csv, "a,b\n1,2\n");
    refuses(
        Ran.truce("assess", Ran.EASTER + "/agreement.yaml", csv.toString()),
        "columns found: a, b",
        "UCDP GED");
  }

  @Test
  void undisclosedTextIsNeverJudged() throws IOException {
    String text =
        Files.readString(Path.of(Ran.EASTER, "agreement.yaml"))
            .replace("authenticity: oral", "authenticity: undisclosed");
    Path agreement = folder.resolve("agreement.yaml");
    Files.writeString(agreement, text);
    refuses(
        Ran.truce("assess", agreement.toString(), Ran.EASTER + "/reports"),
        "undisclosed: it can be referred to but never judged");
  }

  @Test
  void aZoneOfAMillionCornersIsRefusedWithItsFile() throws IOException {
    Path minsk = Ran.ROOT.resolve("examples/minsk-2015");
    Path agreement = folder.resolve("agreement.yaml");
    Files.copy(minsk.resolve("agreement.yaml"), agreement);
    String corners = "[38.1,48.1],".repeat(1_000_000);
    String zones = Files.readString(minsk.resolve("zones.geojson"));
    Files.writeString(
        folder.resolve("zones.geojson"),
        zones.replaceFirst("(\"coordinates\"\\s*:\\s*\\[+)", "$1" + corners.substring(1)));
    refuses(
        Ran.truce("agreement", "check", agreement.toString()),
        "zones.geojson",
        "more than 2,000,000 values");
  }

  @Test
  void aZoneFileThatIsNoTextIsRefusedWithItsName() throws IOException {
    Path agreement = folder.resolve("agreement.yaml");
    Files.copy(Ran.ROOT.resolve("examples/minsk-2015/agreement.yaml"), agreement);
    Files.write(folder.resolve("zones.geojson"), new byte[] {'{', (byte) 0xFF, (byte) 0xFE, '}'});
    refuses(Ran.truce("agreement", "check", agreement.toString()), "zones.geojson");
  }

  /** Seeded damage to a real agreement: understood as something else, or refused with its line. */
  @Test
  void aDamagedAgreementIsRefusedWithItsLineOrJudged() throws IOException {
    String text = Files.readString(Path.of(Ran.EASTER, "agreement.yaml"));
    Path agreement = folder.resolve("agreement.yaml");
    int refused = 0;
    for (int seed = 0; seed < 300; seed++) {
      Files.writeString(agreement, damaged(text, new SplittableRandom(seed)));
      Ran ran = Ran.truce("agreement", "check", agreement.toString());
      assertThat(ran.code()).as("seed %d: %s", seed, ran.err()).isIn(0, 2);
      if (ran.code() == 2) {
        refused++;
        assertThat(ran.err())
            .as("seed %d", seed)
            .containsPattern("agreement\\.yaml(:\\d+)?: ")
            .doesNotContain("at org.truce");
      }
    }
    assertThat(refused).isGreaterThan(100);
  }

  private static String damaged(String text, SplittableRandom random) {
    StringBuilder damaged = new StringBuilder(text);
    int wounds = random.nextInt(1, 4);
    for (int i = 0; i < wounds; i++) {
      int at = random.nextInt(damaged.length() - 12);
      switch (random.nextInt(4)) {
        case 0 -> damaged.setCharAt(at, (char) random.nextInt(1, 0x3000));
        case 1 -> damaged.delete(at, at + random.nextInt(1, 12));
        case 2 -> damaged.insert(at, "{[]}:,\"'\n-&*!|>%@`".charAt(random.nextInt(18)));
        default -> damaged.insert(at, damaged.substring(at, at + 10));
      }
    }
    return damaged.toString();
  }
}
