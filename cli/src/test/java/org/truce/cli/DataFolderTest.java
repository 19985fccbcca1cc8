package org.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data folder from its founding on, by the command line alone. */
class DataFolderTest {
  private static final Pattern ENTRY = Pattern.compile("entry (\\d+), known");

  @TempDir private Path folder = Path.of("");
  private String data = "";

  @BeforeEach
  void found() {
    data = folder.resolve("mission").toString();
    done("found", Ran.EASTER + "/agreement.yaml", "--data", data, "--key", key());
    List<String> command = new ArrayList<>(List.of("import", "jsonl"));
    for (String name : List.of("neutral", "russia", "ukraine")) {
      command.add(Ran.EASTER + "/reports/" + name + ".jsonl");
    }
    command.addAll(List.of("--data", data, "--reconstructed"));
    done(command.toArray(String[]::new));
  }

  private String key() {
    return folder.resolve("custodian.key").toString();
  }

  private static String done(String... command) {
    Ran ran = Ran.truce(command);
    assertThat(ran.code()).as("%s: %s", List.of(command), ran.err()).isZero();
    return ran.out();
  }

  @Test
  void theFiguresOfSundayAfternoonComeWithEntriesAndReceiptsThatVerify() throws IOException {
    Path receipts = folder.resolve("receipts");
    String shown =
        done(
            "show",
            "tallies",
            "--data",
            data,
            "--said-by",
            "2025-04-20T17:00+03:00",
            "--receipts",
            receipts.toString());
    String line =
        shown.lines().filter(each -> each.contains("901")).findFirst().orElse("no such line");
    assertThat(line).contains("46", "448").containsPattern(ENTRY);
    Matcher entry = ENTRY.matcher(line);
    assertThat(entry.find()).isTrue();
    Path proof = receipts.resolve("entry-" + entry.group(1) + ".tlog-proof");
    assertThat(shown).contains(proof.toString());
    Path committed = receipts.resolve("entry-" + entry.group(1) + ".entry");
    assertThat(verify(receipts, proof, committed)).isZero();
    byte[] bytes = Files.readAllBytes(committed);
    bytes[bytes.length / 2] ^= 1;
    Files.write(committed, bytes);
    assertThat(verify(receipts, proof, committed)).isEqualTo(1);
  }

  private static int verify(Path receipts, Path proof, Path entry) {
    return Ran.truce(
            "ledger",
            "verify",
            proof.toString(),
            "--policy",
            receipts.resolve("policy").toString(),
            "--entry",
            entry.toString())
        .code();
  }

  @Test
  void aBackupIsRestoredToTheSameDigest() throws IOException {
    String copy = folder.resolve("copy").toString();
    assertThat(done("backup", copy, "--data", data)).contains("51 entries");
    String digest = done("doctor", "--data", data);
    Files.move(Path.of(data), folder.resolve("lost"));
    String restored = done("restore", copy, "--data", data);
    assertThat(digest).contains(restored.substring(restored.indexOf("digest")).strip());
  }

  @Test
  void whatIsShownIsExportedAsLayersThatAGisOpens() throws IOException, InterruptedException {
    Path file = folder.resolve("easter.gpkg");
    String shown = done("show", "incidents", "--data", data);
    String said = done("export", "gpkg", file.toString(), "--data", data);
    long incidents = shown.lines().filter(line -> line.startsWith("I-")).count();
    assertThat(said).contains(incidents + " incidents");
    Ran again = Ran.truce("export", "gpkg", file.toString(), "--data", data);
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("is there already");
    if (!Ogr.isThere()) {
      return;
    }
    assertThat(Ogr.info("-so", file.toString(), "incidents"))
        .contains("Feature Count: " + incidents, "WGS 84", "qualification_kyiv: String");
    assertThat(Ogr.info("-where", "claim='chaspravdy/E03/1'", file.toString(), "claims"))
        .contains("Feature Count: 1", "MULTIPOLYGON (((", "kind (String) = event");
    assertThat(
            Ogr.info(
                "-dialect",
                "SQLite",
                "-sql",
                "SELECT count(*) AS wrong FROM claims WHERE NOT ST_IsValid(geom)",
                file.toString()))
        .contains("wrong (Integer) = 0");
  }

  @Test
  void outsideTheMissionNothingIsExportedThatIsNotShown() {
    Path file = folder.resolve("public.gpkg");
    String shown = done("show", "incidents", "--data", data, "--audience", "public");
    String said = done("export", "gpkg", file.toString(), "--data", data, "--audience", "public");
    long incidents = shown.lines().filter(line -> line.startsWith("I-")).count();
    assertThat(said).contains(incidents + " incidents").contains("for the public");
  }

  @Test
  void theQueueHoldsWhatNeedsAttentionWorstFirstAndIsTheMissionsOwn() {
    List<String> alleged =
        done("show", "incidents", "--data", data)
            .lines()
            .filter(line -> line.contains("prima facie breach") || line.contains("undetermined"))
            .map(line -> line.substring(0, 6))
            .toList();
    List<String> queue =
        done("show", "queue", "--data", data).lines().filter(l -> l.startsWith("I-")).toList();
    assertThat(queue.stream().map(line -> line.substring(0, 6)))
        .containsExactlyInAnyOrderElementsOf(alleged);
    List<String> why = List.of("alleged breach, contested", "alleged breach  ", "a clause is open");
    assertThat(queue)
        .isSortedAccordingTo(
            Comparator.comparingInt(
                line -> IntStream.range(0, 3).filter(i -> line.contains(why.get(i))).sum()));
    Ran ran = Ran.truce("show", "queue", "--data", data, "--audience", "public");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("show queue is the mission's own");
  }

  @Test
  void tablesAreImportedByAMapping() throws IOException {
    Path table = folder.resolve("alerts.csv");
    Files.writeString(
        table,
        """
        region,started_at,finished_at,n_subalerts
        Sumska oblast,2025-04-20T10:00:00Z,2025-04-20T10:30:00Z,1
        Atlantis,2025-04-20T10:00:00Z,2025-04-20T10:30:00Z,1
        """);
    String imported = done("import", "csv", table.toString(), "--data", data);
    assertThat(imported).contains("2 received, 0 repeats; 1 of the received", "alerts.csv:3");
    assertThat(done("import", "csv", table.toString(), "--data", data)).contains("2 repeats");
    Path other = folder.resolve("other.csv");
    Files.writeString(other, "a,b\n1,2\n");
    Ran ran = Ran.truce("import", "csv", other.toString(), "--data", data);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("not a format that is read here", "truce mapping suggest");
  }
}
