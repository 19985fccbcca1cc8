package org.truce.tally;

import java.util.Collection;
import java.util.Optional;
import org.truce.conduct.Parties;
import org.truce.place.Area;
import org.truce.place.Atlas;
import org.truce.report.Claim;
import org.truce.report.Count;
import org.truce.report.Happening;
import org.truce.time.TimeSpan;

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
      Match best = Match.NONE;
      boolean allSure = true;
      for (Claim claim : incident) {
        Match match = match(tally, claim, atlas);
        best = match.compareTo(best) > 0 ? match : best;
        allSure &= match != Match.NONE || happening(claim).isEmpty();
      }
      surely += best == Match.SURE && allSure ? 1 : 0;
      possibly += best != Match.NONE ? 1 : 0;
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

  enum Match {
    NONE,
    POSSIBLE,
    SURE
  }

  /** Returns whether a claim of a happening can be among what the tally counts. */
  static Match match(Claim.Tally tally, Claim claim, Atlas atlas) {
    Optional<Happening> happening = happening(claim);
    TimeSpan window = tally.statement().about();
    TimeSpan about = claim.statement().about();
    if (happening.isEmpty()
        || !window.overlaps(about)
        || tally.scope().except().stream().anyMatch(hole -> hole.contains(about))
        || !Area.compatible(
            tally.statement().where().place(), claim.statement().where().place(), atlas)) {
      return Match.NONE;
    }
    Match author = author(tally, happening.get());
    boolean sure =
        author == Match.SURE
            && window.contains(about)
            && tally.scope().except().stream().noneMatch(hole -> hole.overlaps(about))
            && tally.statement().where().place().parts().isEmpty();
    return author == Match.NONE ? Match.NONE : sure ? Match.SURE : Match.POSSIBLE;
  }

  private static Match author(Claim.Tally tally, Happening happening) {
    return switch (happening.parties()) {
      case Parties.Named named -> {
        if (tally.by().isEmpty() || named.by().isEmpty()) {
          yield Match.POSSIBLE;
        }
        boolean any = named.by().stream().anyMatch(tally.by()::contains);
        yield any ? tally.by().containsAll(named.by()) ? Match.SURE : Match.POSSIBLE : Match.NONE;
      }
      case Parties.Clash clash -> Match.POSSIBLE;
    };
  }

  /** Returns what a claim says happened; nothing if only a machine read it. */
  private static Optional<Happening> happening(Claim claim) {
    if (!claim.statement().voice().isReadByAPerson()) {
      return Optional.empty();
    }
    return switch (claim) {
      case Claim.Event event -> Optional.of(event.happening());
      case Claim.Observation seen -> Optional.of(seen.assessed());
      default -> Optional.empty();
    };
  }
}
