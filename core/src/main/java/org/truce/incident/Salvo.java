package org.truce.incident;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.truce.report.Claim;
import org.truce.report.Count;

/**
 * What several positions noticed of one salvo or of several: until somebody decides, the count lies
 * between the largest and the sum.
 *
 * <p>Source of the rule: the practice of ceasefire missions of printing the range where patrols
 * cannot tell whether they heard the same.
 */
public final class Salvo {
  private Salvo() {}

  /** What is decided about whether the observations are of one salvo. */
  public enum Decision {
    OPEN,
    SAME,
    DIFFERENT
  }

  /**
   * Returns how many of a unit were noticed by observers at different positions.
   *
   * <p>Open: from the largest count to the sum, the figure said being the largest. The same: the
   * largest. Different: the sum. Undoing a decision is passing {@link Decision#OPEN} again.
   *
   * @throws IllegalArgumentException when there is no observation
   */
  public static Count count(
      Collection<Claim.Observation> observations, String unit, Decision decision) {
    if (observations.isEmpty()) {
      throw new IllegalArgumentException("a salvo is noticed by somebody");
    }
    // One position counts once, with its largest entry: it cannot hear itself twice.
    TreeMap<String, Count> byPosition = new TreeMap<>();
    for (Claim.Observation observation : observations) {
      byPosition.merge(
          observation.observer().position() + " " + observation.statement().voice().source().id(),
          noticed(observation, unit),
          Salvo::larger);
    }
    List<Count> counts = List.copyOf(byPosition.values());
    Count largest = counts.stream().reduce(Salvo::larger).orElseThrow();
    Count sum = counts.stream().reduce(Count::plus).orElseThrow();
    return switch (decision) {
      case SAME -> largest;
      case DIFFERENT -> sum;
      case OPEN -> new Count(largest.said(), largest.least(), sum.most());
    };
  }

  private static Count noticed(Claim.Observation observation, String unit) {
    return observation.counts().stream()
        .filter(noticed -> noticed.what().equals(unit))
        .map(Claim.Noticed::count)
        .reduce(Count::plus)
        .orElse(Count.exactly(0));
  }

  private static Count larger(Count a, Count b) {
    return new Count(
        Math.max(a.said(), b.said()), Math.max(a.least(), b.least()), Math.max(a.most(), b.most()));
  }
}
