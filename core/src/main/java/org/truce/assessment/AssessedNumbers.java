package org.truce.assessment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.truce.agreement.TermOfForce;
import org.truce.alert.Stretches;
import org.truce.coverage.Baseline;
import org.truce.place.Atlas;
import org.truce.report.Claim;
import org.truce.tally.MatchCoverage;
import org.truce.time.TimeSpan;

/**
 * The numbers beside the findings of an assessment: what was said and noticed before, in and after
 * the time in force of its first reading, and alerts. Nothing of it is a finding.
 *
 * @param inForce the time in force as far as it has been reported of; empty when nothing is
 * @param baseline what was said and noticed in it and around it; empty with it
 * @param alerts alerts and disruptions
 */
public record AssessedNumbers(
    Optional<TimeSpan> inForce, Optional<Baseline> baseline, Stretches alerts) {
  private static final Duration BELIEVED = Duration.ofDays(1);

  /**
   * Works them out.
   *
   * @param around how long before and after the time in force to look
   */
  public static AssessedNumbers of(Assessment assessment, Atlas atlas, Duration around) {
    Instant at = assessment.asOf().orElse(TimeSpan.BEGINNING);
    Optional<TimeSpan> inForce = inForce(assessment, at);
    return new AssessedNumbers(
        inForce,
        inForce.map(
            window ->
                Baseline.of(assessment.happenings(), assessment.coverage(), window, around, atlas)),
        Stretches.of(assessment.claims(), at, BELIEVED));
  }

  /** Returns how much of a tally is backed by the incidents of an assessment. */
  public static MatchCoverage match(Claim.Tally tally, Assessment assessment, Atlas atlas) {
    return MatchCoverage.of(tally, assessment.happenings(), atlas);
  }

  /** From the first possible beginning to the last possible end, no later than was reported of. */
  private static Optional<TimeSpan> inForce(Assessment assessment, Instant at) {
    TermOfForce term = assessment.agreement().readings().getFirst().inForce();
    Instant from = term.start().earliest();
    Instant end = term.end().map(TermOfForce.Bound::latest).orElse(TimeSpan.END);
    Instant to = end.isAfter(at) ? at : end;
    return from.isBefore(to) && from.isAfter(TimeSpan.BEGINNING)
        ? Optional.of(new TimeSpan(from, to))
        : Optional.empty();
  }
}
