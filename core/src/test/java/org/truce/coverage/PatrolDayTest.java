package org.truce.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.truce.coverage.Baseline.Period;
import org.truce.place.Atlas;
import org.truce.report.Claim;
import org.truce.report.Count;
import org.truce.testing.Lines;
import org.truce.time.TimeSpan;

/**
 * The numbers stand in examples/patrol-day/expected/tallies.md, written by hand before the code.
 */
class PatrolDayTest {
  private static final Atlas NOWHERE = new Atlas(List.of(), List.of());
  private static final TimeSpan DAY =
      new TimeSpan(Instant.parse("2021-03-13T22:00:00Z"), Instant.parse("2021-03-14T22:00:00Z"));

  private static Period day(List<Claim> claims) {
    return Baseline.of(
            claims.stream().map(List::of).toList(), coverage(claims), DAY, Duration.ZERO, NOWHERE)
        .periods()
        .getFirst();
  }

  private static List<Claim.Coverage> coverage(List<Claim> claims) {
    return claims.stream()
        .filter(Claim.Coverage.class::isInstance)
        .map(Claim.Coverage.class::cast)
        .toList();
  }

  private static UnitCount unit(Period period, String unit) {
    return period.noticed().stream()
        .filter(each -> each.unit().equals(unit))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void explosionsAre112To121WithSixtyAsExerciseAndBurstsForty() {
    Period day = day(Lines.ofExample("patrol-day"));
    UnitCount explosions = unit(day, "explosion");
    assertThat(explosions.count().least()).isEqualTo(112);
    assertThat(explosions.count().most()).isEqualTo(121);
    assertThat(explosions.asExercise()).isEqualTo(Count.exactly(60));
    assertThat(explosions.claims()).hasSize(3);
    assertThat(unit(day, "burst").count()).isEqualTo(Count.exactly(40));
  }

  @Test
  void theRateIsOver18HoursAndSixHoursAreNoData() {
    Period day = day(Lines.ofExample("patrol-day"));
    assertThat(day.watched().watched().length()).isEqualTo(Duration.ofHours(18));
    assertThat(day.watched().noData().spans())
        .containsExactly(
            new TimeSpan(
                Instant.parse("2021-03-14T00:00:00Z"), Instant.parse("2021-03-14T06:00:00Z")));
    assertThat(day.rate("explosion").orElseThrow()).hasToString("6.2 to 6.7 an hour");
    assertThat(day.rate("burst").orElseThrow()).hasToString("2.2 an hour");
  }

  @Test
  void unitsAreAddedOnlyUnderANamedRule() {
    Count sum = CountingRule.OSCE_SMM.sum(day(Lines.ofExample("patrol-day")).noticed());
    assertThat(List.of(sum.least(), sum.most())).containsExactly(152L, 161L);
  }

  @Test
  void whatASourceSaysToBeTheSameIsCountedOnce() {
    List<Claim> claims =
        Lines.ofExample("patrol-day").stream()
            .map(
                claim ->
                    claim.id().toString().equals("patrol-two/P3/1")
                        ? sameAs(claim, "patrol-one/P2/1")
                        : claim)
            .toList();
    assertThat(unit(day(claims), "explosion").count()).isEqualTo(Count.exactly(112));
  }

  private static Claim sameAs(Claim claim, String other) {
    Claim.Observation seen = (Claim.Observation) claim;
    var old = seen.statement();
    return new Claim.Observation(
        new org.truce.report.Statement(
            old.id(),
            old.voice(),
            old.about(),
            old.where(),
            old.words(),
            new java.util.TreeSet<>(List.of(org.truce.report.ClaimId.parse(other)))),
        seen.observer(),
        seen.counts(),
        seen.assessed());
  }

  @Test
  void withoutReportedCoverageThereIsNoDataAndNoRate() {
    List<Claim> claims =
        Lines.ofExample("patrol-day").stream()
            .filter(claim -> !(claim instanceof Claim.Coverage))
            .toList();
    Period day = day(claims);
    assertThat(day.watched().recorded()).isFalse();
    assertThat(day.watched().noData().length()).isEqualTo(Duration.ofHours(24));
    assertThat(day.rate("explosion")).isEmpty();
    assertThat(unit(day, "explosion").count().most()).isEqualTo(121);
  }

  /** 398 + 17 + 7 + 21 + 1,177 = 1,620, as the mission printed them on 13 October 2020. */
  @Test
  void theRuleOfTheOsceMissionGives1620() {
    List<Claim> claims =
        Lines.report(
            """
            {"report":"1","source":{"id":"m","name":"m","class":"mission","side":"mission"},
             "said":"2021-03-14T21:00Z","claims":[{"claim":"observation","method":"heard",
             "about":"2021-03-14T20:00Z","counts":[{"what":"explosion","count":398},
             {"what":"projectile","count":17},{"what":"flash","count":7},
             {"what":"flare","count":21},{"what":"burst","count":1177},
             {"what":"overflight","count":5}]}]}
            """);
    assertThat(CountingRule.OSCE_SMM.sum(day(claims).noticed())).isEqualTo(Count.exactly(1_620));
  }
}
