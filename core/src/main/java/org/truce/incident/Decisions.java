package org.truce.incident;

import java.util.Set;
import org.truce.report.ClaimId;

/**
 * What analysts decided about pairs of claims. Keeping apart beats joining.
 *
 * @param together pairs that are one happening
 * @param apart pairs that are two
 */
public record Decisions(Set<Pair> together, Set<Pair> apart) {

  /** Nobody decided anything. */
  public static final Decisions NONE = new Decisions(Set.of(), Set.of());

  public Decisions {
    together = Set.copyOf(together);
    apart = Set.copyOf(apart);
  }

  /**
   * Two claims, in the order of their ids.
   *
   * @param first the smaller id
   * @param second the larger id
   */
  public record Pair(ClaimId first, ClaimId second) {
    public Pair {
      if (first.compareTo(second) >= 0) {
        throw new IllegalArgumentException(
            "a pair names two claims in order, was %s and %s".formatted(first, second));
      }
    }

    /** Returns the pair of these claims, in whatever order they come. */
    public static Pair of(ClaimId a, ClaimId b) {
      return a.compareTo(b) < 0 ? new Pair(a, b) : new Pair(b, a);
    }
  }
}
