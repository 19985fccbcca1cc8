package org.truce.tally;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.truce.provenance.Side;
import org.truce.report.Claim;
import org.truce.report.Claim.RevisionKind;
import org.truce.report.ClaimId;
import org.truce.report.Count;
import org.truce.time.TimeSpan;

/**
 * How many people one claimant said had come to harm, over time. Another claimant's number is a
 * competing value and never an update.
 *
 * @param claimant the organ, speaker or source
 * @param side whose voice it is
 * @param category what happened to the people
 * @param subject the event that the toll is about or, when none is named, its window and area
 * @param steps what was said, in order; at least one
 */
public record TollSeries(
    String claimant, Side side, Claim.Category category, String subject, List<Step> steps) {
  public TollSeries {
    steps = List.copyOf(steps);
  }

  /**
   * One number of a series.
   *
   * @param toll the claim
   * @param change how it came about
   */
  public record Step(Claim.Toll toll, Change change) {}

  /** How a number differs from the one before. */
  public sealed interface Change {

    /** The first number of the claimant. */
    record First() implements Change {}

    /** The same number again, or one that agrees with it. */
    record Unchanged() implements Change {}

    /** A larger number of which no reason was given. */
    record Rise() implements Change {}

    /** A smaller number of which no reason was given: it contradicts the one before. */
    record FallWithoutReason() implements Change {}

    /** A number that replaces another for a reason that was given. */
    record Revised(RevisionKind kind) implements Change {}

    /**
     * People who were counted as injured and died: moved, not added.
     *
     * @param moved by how many the killed rose
     * @param balanced whether the same claimant's injured fell by as many
     */
    record Transfer(long moved, boolean balanced) implements Change {}
  }

  /** Returns the last number said. */
  public Count latest() {
    return steps.getLast().toll().count();
  }

  /** Returns the series among these claims; their order changes nothing. */
  static List<TollSeries> of(Collection<? extends Claim> claims) {
    Map<String, List<Claim.Toll>> groups =
        claims.stream()
            .filter(Claim.Toll.class::isInstance)
            .map(Claim.Toll.class::cast)
            .sorted(Comparator.comparing(TollSeries::said).thenComparing(Claim::id))
            .collect(
                Collectors.groupingBy(
                    toll -> key(toll, toll.category()), TreeMap::new, Collectors.toList()));
    List<TollSeries> all = new ArrayList<>();
    for (List<Claim.Toll> tolls : groups.values()) {
      Claim.Toll first = tolls.getFirst();
      List<Claim.Toll> injured =
          first.category() == Claim.Category.KILLED
              ? groups.getOrDefault(key(first, Claim.Category.INJURED), List.of())
              : List.of();
      all.add(
          new TollSeries(
              Figure.organ(first.statement().voice()),
              first.statement().voice().side(),
              first.category(),
              subject(first),
              steps(tolls, injured)));
    }
    return all;
  }

  private static List<Step> steps(List<Claim.Toll> tolls, List<Claim.Toll> injured) {
    List<Step> steps = new ArrayList<>();
    for (Claim.Toll toll : tolls) {
      steps.add(
          new Step(
              toll,
              steps.isEmpty()
                  ? new Change.First()
                  : change(steps.getLast().toll(), toll, injured)));
    }
    return steps;
  }

  private static Change change(Claim.Toll before, Claim.Toll now, List<Claim.Toll> injured) {
    Optional<RevisionKind> kind = now.revision().map(Claim.Revision::kind);
    long moved = now.count().said() - before.count().said();
    if (kind.equals(Optional.of(RevisionKind.LATE_DEATH))
        && now.category() == Claim.Category.KILLED) {
      return new Change.Transfer(moved, injuredFell(before, now, injured) == moved);
    }
    if (kind.isPresent()) {
      return new Change.Revised(kind.get());
    }
    if (before.count().agreesWith(now.count())) {
      return new Change.Unchanged();
    }
    return moved > 0 ? new Change.Rise() : new Change.FallWithoutReason();
  }

  /** By how many the injured fell between the two times of saying. */
  private static long injuredFell(Claim.Toll before, Claim.Toll now, List<Claim.Toll> injured) {
    Optional<Long> then = lastSaid(injured, said(before));
    Optional<Long> later = lastSaid(injured, said(now));
    return then.isPresent() && later.isPresent() ? then.get() - later.get() : 0;
  }

  private static Optional<Long> lastSaid(List<Claim.Toll> tolls, TimeSpan by) {
    return tolls.stream()
        .filter(toll -> said(toll).compareTo(by) <= 0)
        .reduce((first, second) -> second)
        .map(toll -> toll.count().said());
  }

  private static TimeSpan said(Claim.Toll toll) {
    return toll.statement().voice().said();
  }

  private static String key(Claim.Toll toll, Claim.Category category) {
    return String.join(
        "\u0000",
        subject(toll),
        toll.statement().voice().side().code(),
        Figure.organ(toll.statement().voice()),
        category.name(),
        toll.status().name());
  }

  private static String subject(Claim.Toll toll) {
    return toll.of()
        .map(ClaimId::toString)
        .orElseGet(
            () ->
                "%s to %s, %s"
                    .formatted(
                        toll.statement().about().from(),
                        toll.statement().about().to(),
                        toll.statement().where().place()));
  }
}
