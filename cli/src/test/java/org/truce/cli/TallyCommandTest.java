package org.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of an analyst, on the examples whose numbers were worked out by hand. */
class TallyCommandTest {
  private static final String PATROL = Ran.ROOT.resolve("examples/patrol-day/reports").toString();
  private static final String SHELTERS = Ran.ROOT.resolve("examples/mapping/shelters").toString();

  @TempDir private Path folder;

  private static String out(String... arguments) {
    Ran ran = Ran.truce(arguments);
    assertThat(ran.code()).as(ran.err()).isZero();
    return ran.out().replaceAll(" +", " ");
  }

  @Test
  void thePatrolDayIsAsWorkedByHand() {
    assertThat(out("tally", PATROL, "--zone", "Europe/Kyiv"))
        .contains("watched 18 h")
        .contains("no data 2021-03-14 02:00 to 2021-03-14 08:00 (6 h)")
        .contains("explosion 112 to 121 of which assessed as exercise 60 6.2 to 6.7 an hour")
        .contains("burst 40 2.2 an hour")
        .contains("units are not added: no counting rule was named");
    assertThat(out("tally", PATROL, "--counting-rule", "osce-smm"))
        .contains("under counting rule osce-smm: 152 to 161");
    assertThat(out("tally", PATROL, "--format", "json"))
        .contains(
            "\"no-data\":[{\"from\":\"2021-03-14T00:00:00Z\",\"to\":\"2021-03-14T06:00:00Z\"}]")
        .doesNotContain("\"sum\"");
  }

  @Test
  void easterIsNotComparableAndNoOrganContradictsItself() {
    assertThat(out("tally", Ran.EASTER + "/reports", "--zone", "Europe/Moscow"))
        .contains("not comparable: different windows (30 h, 24 h; one inside other), units")
        .contains("contradictions within one organ: none")
        .contains("assaults: 5 by 2025-04-20 06:00 · 26 by 2025-04-20 12:00");
  }

  @Test
  void assessSaysHowMuchOfATallyIsBackedAndGivesNoRateWithoutCoverage() {
    String energy = Ran.ROOT.resolve("examples/energy-moratorium-2025").toString();
    assertThat(out("assess", energy + "/agreement.yaml", energy + "/reports"))
        .contains(
            "backed by 0 to 2 incidents that were read: 0.0 to 33.4 % of the total can be looked"
                + " into one by one")
        .contains("before 2025-02-16")
        .contains("in force 2025-03-18 00:00")
        .contains("coverage not recorded: no data is not zero, and no rate is given")
        .containsPattern("said by UKR of RUS [0-9 to]+ incidents rate: no data")
        .doesNotContain("an hour");
  }

  @Test
  void whatWasNotYetSaidIsNotCounted() {
    assertThat(out("tally", Ran.EASTER + "/reports", "--said-by", "2025-04-20T17:00+03:00"))
        .doesNotContain("2,935")
        .doesNotContain("4,900");
  }

  @Test
  void hoursBeforeAndAfterThatNobodyWatchedAreNoData() {
    assertThat(
            out(
                "tally",
                PATROL,
                "--about",
                "2021-03-14T00:00+02:00/2021-03-15T00:00+02:00",
                "--around",
                "P1D"))
        .contains("before 2021-03-12 22:00")
        .contains("no data: nothing that was read speaks of it");
  }

  @Test
  void anInventedTableIsReadByItsMappingAndTheSwappedRowIsTold() {
    Ran ran = Ran.truce("reports", "check", SHELTERS + ".csv", "--mapping", SHELTERS + ".yaml");
    assertThat(ran.out()).contains("2 read · 0 repeated · 1 rejected");
    assertThat(ran.err()).contains("shelters.csv:4", "look swapped");
  }

  @Test
  void aProposedMappingReadsTheTableItWasProposedFor() throws IOException {
    assertProposed(Path.of(SHELTERS + ".csv"));
    Optional<Path> shared = Optional.ofNullable(System.getenv("TRUCE_SHARED_DATA")).map(Path::of);
    if (shared.isEmpty()) {
      System.err.println("LEFT OUT: proposals for the shared datasets (TRUCE_SHARED_DATA)");
      return;
    }
    assertProposed(shared.get().resolve("air_raid_alerts/air_raid_alerts_2022_2024.csv"));
    assertProposed(shared.get().resolve("viina/viina_2022.csv"));
    assertProposed(shared.get().resolve("firms/firms_viirs_20260624_27.csv"));
    assertProposed(shared.get().resolve("ucdp_syria/ucdp_syria_2016_jan_nov.csv"));
  }

  private void assertProposed(Path table) throws IOException {
    Ran proposed = Ran.truce("mapping", "suggest", table.toString());
    assertThat(proposed.code()).as(proposed.err()).isZero();
    assertThat(proposed.out()).contains("GUESSED");
    Path mapping = folder.resolve("proposed.yaml");
    Files.writeString(mapping, proposed.out());
    Ran ran = Ran.truce("reports", "check", table.toString(), "--mapping", mapping.toString());
    assertThat(ran.code()).as(proposed.out() + ran.err()).isZero();
    long read =
        Long.parseLong(
            ran.out().replaceAll("(?s)reports +([0-9,]+) read.*", "$1").replace(",", ""));
    long rejected =
        Long.parseLong(
            ran.out().replaceAll("(?s).*repeated · ([0-9,]+) rejected.*", "$1").replace(",", ""));
    assertThat(read).as(proposed.out() + ran.err()).isGreaterThan(rejected);
  }
}
