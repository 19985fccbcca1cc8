package org.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts on the command line. */
class ExtractTest {
  private static final String REPORT =
      Ran.ROOT.resolve("examples/texts/mission-report.en.txt").toString();

  @TempDir private Path folder;

  @Test
  void everyClaimStandsVerbatimInTheFile() throws IOException {
    Ran ran = Ran.truce("extract", REPORT);
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("\"quote\":\"recorded 14 ceasefire violations\"")
        .contains("DENIAL");
    assertThat(Files.readString(Path.of(REPORT))).contains("recorded 14 ceasefire violations");
  }

  @Test
  void whatAMachineReadIsShownBesideAnAgreementAndMakesNoFindingOfItsOwn() {
    Ran ran = Ran.truce("assess", Ran.EASTER + "/agreement.yaml", REPORT, "--format", "json");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("\"rejected\":0").doesNotContain("prima-facie-breach");
  }

  @Test
  void reportsCanBeReadBackAsAFile() throws IOException {
    Path reports = folder.resolve("reports.jsonl");
    Files.writeString(reports, Ran.truce("extract", REPORT, "--format", "reports").out());
    Ran ran = Ran.truce("assess", Ran.EASTER + "/agreement.yaml", reports.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
  }

  @Test
  void aTextWithoutItsDayIsRefusedWithWhatToDo() throws IOException {
    Path text = folder.resolve("t.txt");
    Files.writeString(text, "Two people were killed.");
    Ran ran = Ran.truce("extract", text.toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("--published").doesNotContain("at org.truce");
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws IOException {
    Path text = folder.resolve("t.txt");
    Files.write(text, new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1});
    Ran ran = Ran.truce("extract", text.toString(), "--published", "2026-01-05");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("not UTF-8");
  }

  @Test
  void aPersonDecidesOnceUnderAName() throws IOException {
    Path queue = folder.resolve("queue.jsonl");
    Files.writeString(queue, Ran.truce("extract", REPORT).out());
    assertThat(Ran.truce("review", queue.toString(), "--accept", "MR-014#1").err())
        .contains("--by");
    Ran decided =
        Ran.truce("review", queue.toString(), "--accept", "MR-014#1", "--by", "analyst-1");
    assertThat(decided.code()).as(decided.err()).isZero();
    assertThat(Ran.truce("review", queue.toString(), "--reject", "MR-014#1", "--by", "b").code())
        .isEqualTo(2);
  }

  @Test
  void theTextsOfTheRepositoryAreReadAsWellAsTheyWere() {
    for (String language : new String[] {"ar", "en"}) {
      String file = Ran.ROOT.resolve("examples/texts/" + language + "-development.txt").toString();
      Ran ran = Ran.truce("bench", "text", file, "--check", "95");
      assertThat(ran.code()).as(ran.out()).isZero();
    }
  }

  @Test
  void aTextIsImportedAndReadInsideAFolder() throws IOException {
    Path data = folder.resolve("data");
    Ran imported = Ran.truce("import", "text", REPORT, "--data", data.toString());
    assertThat(imported.code()).as(imported.err()).isZero();
    assertThat(imported.out()).contains("0 repeats; 0 of the received");
    assertThat(imported.out()).doesNotStartWith("0 received");
    Path texts = Files.createDirectory(folder.resolve("texts"));
    Files.copy(Path.of(REPORT), texts.resolve("a.txt"));
    Ran alone = Ran.truce("assess", Ran.EASTER + "/agreement.yaml", REPORT);
    Ran inFolder = Ran.truce("assess", Ran.EASTER + "/agreement.yaml", texts.toString());
    assertThat(inFolder.code()).as(inFolder.err()).isZero();
    assertThat(inFolder.out()).isEqualTo(alone.out());
  }
}
