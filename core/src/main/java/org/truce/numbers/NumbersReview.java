package org.truce.numbers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.truce.alert.Stretches;
import org.truce.coverage.Baseline;
import org.truce.place.Atlas;
import org.truce.provenance.Side;
import org.truce.report.Claim;
import org.truce.tally.TallyReview;
import org.truce.time.TimeSpan;

/**
 * The numbers of a set of claims.
 *
 * @param counts how much was read
 * @param looked what was asked
 * @param tallies totals, running totals, contradictions and tolls
 * @param baseline what was noticed in the window and around it; empty when nothing bounds a window
 * @param alerts alerts and disruptions
 */
public record NumbersReview(
    Counts counts,
    Looked looked,
    TallyReview tallies,
    Optional<Baseline> baseline,
    Stretches alerts) {

  /**
   * How much was read.
   *
   * @param reports reports that were considered
   * @param events events in them, which are not counted here
   * @param rejected records that could not be read
   */
  public record Counts(long reports, long events, long rejected) {}

  /**
   * What was asked.
   *
   * @param about the window, if one was named
   * @param around how long before and after it to look as well
   * @param at up to when it was looked
   * @param staleAfter how long an alert is believed
   */
  public record Looked(
      Optional<TimeSpan> about, Duration around, Instant at, Duration staleAfter) {}

  /** Reviews claims; their order changes nothing. */
  public static NumbersReview of(
      Collection<Claim> claims, Counts counts, Looked looked, Atlas atlas) {
    List<Claim.Coverage> coverage =
        claims.stream()
            .filter(Claim.Coverage.class::isInstance)
            .map(Claim.Coverage.class::cast)
            .toList();
    List<List<Claim>> single = new ArrayList<>();
    claims.forEach(claim -> single.add(List.of(claim)));
    return new NumbersReview(
        counts,
        looked,
        TallyReview.of(claims),
        looked
            .about()
            .or(() -> watchedOrNoticed(claims))
            .map(window -> Baseline.of(single, coverage, window, looked.around(), atlas)),
        Stretches.of(claims, looked.at(), looked.staleAfter()));
  }

  /** The smallest window that holds all that was watched or noticed. */
  private static Optional<TimeSpan> watchedOrNoticed(Collection<Claim> claims) {
    return claims.stream()
        .filter(claim -> claim instanceof Claim.Coverage || claim instanceof Claim.Observation)
        .map(claim -> claim.statement().about())
        .filter(TimeSpan::isBounded)
        .reduce(TimeSpan::hull);
  }

  /**
   * Returns of each party that gives totals the tally that covers most hours; no copies. These are
   * what people will want to compare.
   */
  public List<Claim.Tally> longestOfEachParty() {
    Map<Side, Claim.Tally> longest = new TreeMap<>();
    for (TallyReview.Examined each : tallies.tallies()) {
      Side side = each.tally().statement().voice().side();
      if (side.isParty() && !each.copy() && each.tally().total().isPresent()) {
        longest.merge(side, each.tally(), (a, b) -> length(b).compareTo(length(a)) > 0 ? b : a);
      }
    }
    return List.copyOf(longest.values());
  }

  private static Duration length(Claim.Tally tally) {
    return tally.statement().about().length();
  }
}
