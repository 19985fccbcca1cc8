package org.truce.tally;

import java.util.Collection;
import java.util.Optional;
import org.truce.place.Atlas;
import org.truce.report.Claim;
import org.truce.report.Count;

/**
 * How much of a tally is backed by individual incidents. The incidents are counted, whatever they
 * are; a violation as the speaker counts may be less than an incident, so the share says how much
 * can be looked into one by one, not how much is true.
 *
 * @param total what the tally counts, if it gives a total
 * @param surely incidents that certainly lie within its window and area and whose author it names
 * @param possibly incidents that may
 */
public record MatchCoverage(Optional<Count> total, long surely, long possibly) {

  /**
   * Counts.
   *
   * @param incidents the claims of each incident
   */
  public static MatchCoverage of(
      Claim.Tally tally, Collection<? extends Collection<Claim>> incidents, Atlas atlas) {
    long surely = 0;
    long possibly = 0;
    for (Collection<Claim> incident : incidents) {
      Optional<PartOf> link = PartOf.between(tally, incident, atlas);
      surely += link.filter(PartOf::surely).isPresent() ? 1 : 0;
      possibly += link.isPresent() ? 1 : 0;
    }
    return new MatchCoverage(tally.total(), surely, possibly);
  }

  /** Returns the least share in per mille, rounded down; empty without a total. */
  public Optional<Long> leastPerMille() {
    return total
        .filter(count -> count.most() > 0)
        .map(
            count ->
                count.most() == Long.MAX_VALUE
                    ? 0L
                    : Math.min(1_000, surely * 1_000 / count.most()));
  }

  /** Returns the largest share in per mille, rounded up; empty without a total. */
  public Optional<Long> mostPerMille() {
    return total
        .filter(count -> count.most() > 0)
        .map(
            count ->
                count.least() == 0
                    ? 1_000L
                    : Math.min(1_000, (possibly * 1_000 + count.least() - 1) / count.least()));
  }
}
