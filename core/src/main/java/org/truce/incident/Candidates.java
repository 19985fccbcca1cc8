package org.truce.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.truce.provenance.Side;
import org.truce.report.Claim;
import org.truce.report.ClaimId;

/**
 * Which pairs of claims are worth comparing.
 *
 * <p>Two claims meet if they share a day and lie in the same or neighbouring cells of half a
 * degree, or if a source or an analyst names both. Claims of more than three days, and claims whose
 * place is only a region, meet others by name alone. A crowded cell is thinned by a rule that
 * depends on the set only: each claim meets at most {@value #MOST_PER_SIDE} others of its own
 * account and as many of all the others, nearest in the order of ids; so a flood from one side
 * never crowds out the pairs of another.
 */
final class Candidates {
  static final int MOST_PER_SIDE = 400;

  private final List<Claim> claims;
  private final List<Side> sides;
  private final Decisions decisions;

  Candidates(List<Claim> sortedById, Decisions decisions) {
    this.claims = sortedById;
    this.sides = sortedById.stream().map(Fusion::account).toList();
    this.decisions = decisions;
  }

  /** Returns pairs of positions in the list, packed, the smaller position in the upper half. */
  Set<Long> pairs() {
    Set<Long> pairs = new LinkedHashSet<>();
    Map<Cell, List<Integer>> cells = new HashMap<>();
    for (int i = 0; i < claims.size(); i++) {
      for (Cell cell : Cell.of(claims.get(i))) {
        cells.computeIfAbsent(cell, c -> new ArrayList<>()).add(i);
      }
    }
    for (int i = 0; i < claims.size(); i++) {
      meetNeighbours(i, cells, pairs);
    }
    meetByName(pairs);
    return pairs;
  }

  private void meetNeighbours(int i, Map<Cell, List<Integer>> cells, Set<Long> pairs) {
    for (Cell cell : Cell.of(claims.get(i))) {
      for (Cell near : cell.neighbours()) {
        List<Integer> others = cells.getOrDefault(near, List.of());
        meet(i, others, true, pairs);
        meet(i, others, false, pairs);
      }
    }
  }

  private void meet(int i, List<Integer> others, boolean ownSide, Set<Long> pairs) {
    others.stream()
        .filter(j -> j > i && sides.get(j).equals(sides.get(i)) == ownSide)
        .limit(MOST_PER_SIDE)
        .forEach(j -> pairs.add(pack(i, j)));
  }

  private void meetByName(Set<Long> pairs) {
    Map<ClaimId, Integer> positions = new HashMap<>();
    for (int i = 0; i < claims.size(); i++) {
      positions.put(claims.get(i).id(), i);
    }
    for (Claim claim : claims) {
      claim.statement().sameAs().forEach(other -> meet(positions, claim.id(), other, pairs));
    }
    decisions.together().forEach(pair -> meet(positions, pair.first(), pair.second(), pairs));
  }

  private static void meet(Map<ClaimId, Integer> positions, ClaimId a, ClaimId b, Set<Long> pairs) {
    Integer one = positions.get(a);
    Integer other = positions.get(b);
    if (one != null && other != null && !one.equals(other)) {
      pairs.add(pack(Math.min(one, other), Math.max(one, other)));
    }
  }

  /** Returns both positions in one number. */
  static long pack(int first, int second) {
    return ((long) first << 32) | second;
  }
}
