package org.truce.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.truce.place.Atlas;
import org.truce.report.Claim;
import org.truce.report.Count;
import org.truce.tally.MatchCoverage;
import org.truce.testing.Lines;
import org.truce.time.TimeSpan;

/** What only a machine read is shown, and stays out of every headline count. */
class MachineReadTest {
  private static final Atlas NOWHERE = new Atlas(List.of(), List.of());
  private static final TimeSpan DAY =
      new TimeSpan(Instant.parse("2025-04-20T00:00:00Z"), Instant.parse("2025-04-21T00:00:00Z"));

  private static List<Claim> report(String readBy, String claim) {
    return Lines.report(
        """
        {"report":"%s","source":{"id":"s","name":"S","class":"mission","side":"mission"},"read-by":"%s",
         "said":{"at":"2025-04-21T10:00Z"},"claims":[%s]}
        """
            .formatted(readBy, readBy, claim));
  }

  private static Baseline.Period day(List<Claim> claims) {
    return Baseline.of(
            claims.stream().map(List::of).toList(), List.of(), DAY, Duration.ZERO, NOWHERE)
        .periods()
        .getFirst();
  }

  private static final String STRIKE =
      """
      {"claim":"event","conduct":"artillery-fire","by":["RUS"],"about":{"at":"2025-04-20T09:00Z"},"place":{"lat":48.0,"lon":37.7,"within-m":500}}
      """;

  private static final String HEARD =
      """
      {"claim":"observation","method":"heard","observer":{"lat":48.0,"lon":37.7,"within-m":200},"counts":[{"what":"explosion","count":12}],"about":{"at":"2025-04-20T09:00Z"}}
      """;

  private static final String TOTAL =
      """
      {"claim":"tally","by":["RUS"],"unit":"violation","total":4,"about":{"day":"2025-04-20","zone":"UTC"}}
      """;

  @Test
  void isNotAmongWhatWasSaid() {
    assertThat(day(report("person", STRIKE)).said())
        .extracting(SaidCount::count)
        .containsExactly(Count.exactly(1));
    assertThat(day(report("machine", STRIKE)).said()).isEmpty();
  }

  @Test
  void isNotAmongWhatWasNoticed() {
    assertThat(day(report("person", HEARD)).noticed()).isNotEmpty();
    assertThat(day(report("machine", HEARD)).noticed()).isEmpty();
  }

  @Test
  void backsNoTotal() {
    Claim.Tally tally = (Claim.Tally) report("person", TOTAL).getFirst();
    assertThat(backed(tally, "person")).isEqualTo(1);
    assertThat(backed(tally, "machine")).isZero();
  }

  private static long backed(Claim.Tally tally, String readBy) {
    return MatchCoverage.of(tally, List.of(report(readBy, STRIKE)), NOWHERE).possibly();
  }
}
