package org.truce.assessment;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.truce.agreement.TermOfForce;
import org.truce.alert.Stretches;
import org.truce.coverage.Baseline;
import org.truce.place.Atlas;
import org.truce.report.Claim;
import org.truce.report.ClaimId;
import org.truce.tally.MatchCoverage;
import org.truce.time.TimeSpan;

/**
 * The numbers beside the findings of an assessment: what was said and noticed before, in and after
 * the time in force of its first reading, how much of the totals of the sides is backed by
 * incidents, and alerts. Nothing of it is a finding.
 *
 * @param inForce the time in force as far as it has been reported of; empty when nothing is
 * @param baseline what was said and noticed in it and around it; empty with it
 * @param backed tally of a party → how much of it is backed by the incidents of the assessment
 * @param alerts alerts and disruptions
 */
public record AssessedNumbers(
    Optional<TimeSpan> inForce,
    Optional<Baseline> baseline,
    SortedMap<ClaimId, MatchCoverage> backed,
    Stretches alerts) {
  /** How long before and after the time in force is looked, unless something else is asked. */
  public static final Duration AROUND = Duration.ofDays(30);

  private static final Duration BELIEVED = Duration.ofDays(1);

  public AssessedNumbers {
    backed = Collections.unmodifiableSortedMap(new TreeMap<>(backed));
  }

  /** Works them out, looking {@link #AROUND} the time in force. */
  public static AssessedNumbers of(Assessment assessment, Atlas atlas) {
    Instant at = assessment.asOf().orElse(TimeSpan.BEGINNING);
    Optional<TimeSpan> inForce = inForce(assessment, at);
    return new AssessedNumbers(
        inForce,
        inForce.map(
            window ->
                Baseline.of(assessment.happenings(), assessment.coverage(), window, AROUND, atlas)),
        backed(assessment, atlas),
        Stretches.of(assessment.claims(), at, BELIEVED));
  }

  private static SortedMap<ClaimId, MatchCoverage> backed(Assessment assessment, Atlas atlas) {
    SortedMap<ClaimId, MatchCoverage> backed = new TreeMap<>();
    for (Claim claim : assessment.claims()) {
      if (claim instanceof Claim.Tally tally && tally.statement().voice().side().isParty()) {
        backed.put(tally.id(), MatchCoverage.of(tally, assessment.happenings(), atlas));
      }
    }
    return backed;
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
