package org.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two versions of a dataset; examples/dataset-versions/expected/revisions.md was worked by hand.
 */
class ReportsCompareTest {
  private static final String FOLDER = Ran.ROOT.resolve("examples/dataset-versions").toString();

  @TempDir private Path folder;

  private static String compared(String... arguments) {
    List<String> all = new ArrayList<>(List.of("reports", "compare"));
    all.addAll(List.of(arguments));
    Ran ran = Ran.truce(all.toArray(String[]::new));
    assertThat(ran.code()).as(ran.err()).isZero();
    return ran.out().replaceAll(" +", " ");
  }

  @Test
  void twoVersionsDifferAsWorkedByHand() {
    String out =
        compared(
            FOLDER + "/2025-05-01.csv",
            FOLDER + "/2025-06-01.csv",
            "--mapping",
            FOLDER + "/mapping.yaml");
    assertThat(out)
        .contains("6 in both versions · 1 added · 1 withdrawn · 0 and 0 rejected")
        .contains("added event-list/38")
        .contains("withdrawn event-list/35")
        .contains("2 values written otherwise · 1 names renamed throughout")
        .contains("author RED → Red Forces in all 4 claims")
        .contains("revisions 5 · 1 author · 1 conduct · 1 late-death · 1 place · 1 toll-fall")
        .contains("event-list/31.0/2 killed: 7 → 9 (late death: moved from the injured)")
        .contains("event-list/32.0/1 author: BLUE → Red Forces")
        .contains("event-list/34.0/2 killed: 9 → 8 (no reason given)")
        .contains("event-list/36.0/1 conduct: mine-laying → shelling");
  }

  @Test
  void theSameAsJson() {
    assertThat(
            compared(
                FOLDER + "/2025-05-01.csv",
                FOLDER + "/2025-06-01.csv",
                "--mapping",
                FOLDER + "/mapping.yaml",
                "--format",
                "json"))
        .contains(
            "{\"claim\":\"event-list/31.0/2\",\"kind\":\"late-death\",\"people\":\"killed\",\"before\":{\"said\":7,\"least\":7,\"most\":7},\"now\":{\"said\":9,\"least\":9,\"most\":9},\"reason-stated\":false}")
        .contains("\"withdrawn\":[\"event-list/35\"]");
  }

  /** 31 written as 31.0 in every row is nothing; three changed values are three revisions. */
  @Test
  void fiveThousandRealRowsWrittenOtherwiseAreUnchanged() throws IOException {
    Path real =
        Path.of(
                Optional.ofNullable(System.getenv("TRUCE_SHARED_DATA"))
                    .orElse(Ran.ROOT.resolve("../shared/data").toString()))
            .resolve("ucdp_syria/ucdp_syria_2016_jan_nov.csv");
    if (!Files.isRegularFile(real)) {
      System.err.println("LEFT OUT: two versions of UCDP rows, because there is no " + real);
    }
    assumeTrue(Files.isRegularFile(real), "no " + real);
    List<String> rows = new ArrayList<>();
    for (String row : Files.readAllLines(real)) {
      // the last seven columns hold numbers of people; the first, the number of the row
      rows.add(
          rows.isEmpty()
              ? row
              : row.replaceFirst("^(\\d+),", "$1.0,")
                  .replaceFirst("(\\d+),(\\d+),(\\d+)$", "$1.0,$2.0,$3.0"));
    }
    Path later = folder.resolve("later.csv");
    Files.write(later, rows);
    assertThat(compared(real.toString(), later.toString()))
        .contains("5,736 in both versions · 0 added · 0 withdrawn · 0 and 0 rejected")
        .contains("revisions 0");
    rows.set(10, rows.get(10).replaceFirst("(\\d+)\\.0,(\\d+)\\.0,(\\d+)\\.0$", "0,900,900"));
    rows.set(20, rows.get(20).replaceFirst("(\\d+)\\.0,(\\d+)\\.0,(\\d+)\\.0$", "0,901,901"));
    rows.remove(30);
    Files.write(later, rows);
    assertThat(compared(real.toString(), later.toString()))
        .contains("5,735 in both versions · 0 added · 1 withdrawn · 0 and 0 rejected")
        .contains("revisions 2 · 2 toll-rise");
  }
}
