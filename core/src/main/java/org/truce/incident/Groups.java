package org.truce.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts nodes into groups that can be clustered apart from each other, none too large.
 *
 * <p>Nodes that no chain of positive weights connects can never come together. A group that is
 * still too large is cut by asking for more weight, step by step, so that the work stays bounded
 * whatever is sent.
 */
final class Groups {
  static final int LARGEST = 300;

  private static final int STEP = 500;

  private Groups() {}

  /**
   * Returns the groups of the nodes 0 to {@code size} − 1.
   *
   * @param weights packed pair of nodes (smaller in the upper half) → weight
   */
  static List<List<Integer>> of(int size, Map<Long, Integer> weights) {
    return above(0, size, weights);
  }

  private static List<List<Integer>> above(int least, int size, Map<Long, Integer> weights) {
    List<List<Integer>> groups = new ArrayList<>();
    for (List<Integer> group : connected(least, size, weights)) {
      groups.addAll(group.size() <= LARGEST ? List.of(group) : cut(group, weights, least));
    }
    return groups;
  }

  private static List<List<Integer>> connected(int least, int size, Map<Long, Integer> weights) {
    int[] roots = new int[size];
    for (int i = 0; i < size; i++) {
      roots[i] = i;
    }
    weights.forEach(
        (pair, weight) -> {
          if (weight > least) {
            join(roots, (int) (pair >>> 32), pair.intValue());
          }
        });
    Map<Integer, List<Integer>> byRoot = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      byRoot.computeIfAbsent(root(roots, i), r -> new ArrayList<>()).add(i);
    }
    return new ArrayList<>(byRoot.values());
  }

  /** Cuts by weight; a group that no weight below its heaviest cuts is cut by order. */
  private static List<List<Integer>> cut(
      List<Integer> group, Map<Long, Integer> weights, int least) {
    Map<Long, Integer> inside = renumbered(group, weights);
    int heaviest =
        inside.values().stream()
            .filter(weight -> weight < PairWeight.CERTAIN)
            .max(Integer::compare)
            .orElse(0);
    List<List<Integer>> pieces =
        least + STEP < heaviest
            ? above(least + STEP, group.size(), inside)
            : inOrder(group.size(), inside);
    return pieces.stream().map(piece -> piece.stream().map(group::get).toList()).toList();
  }

  /** Fills pieces in the order of the nodes; nodes that are certainly one stay together. */
  private static List<List<Integer>> inOrder(int size, Map<Long, Integer> weights) {
    List<List<Integer>> pieces = new ArrayList<>();
    List<Integer> piece = new ArrayList<>();
    for (List<Integer> together : connected(PairWeight.CERTAIN - 1, size, weights)) {
      if (!piece.isEmpty() && piece.size() + together.size() > LARGEST) {
        pieces.add(piece);
        piece = new ArrayList<>();
      }
      piece.addAll(together);
    }
    pieces.add(piece);
    return pieces;
  }

  /** Returns the weights between these nodes, each known by its position in the list. */
  static Map<Long, Integer> renumbered(List<Integer> group, Map<Long, Integer> weights) {
    Map<Integer, Integer> numbers = new HashMap<>();
    for (int i = 0; i < group.size(); i++) {
      numbers.put(group.get(i), i);
    }
    Map<Long, Integer> inside = new HashMap<>();
    weights.forEach(
        (pair, weight) -> {
          Integer one = numbers.get((int) (pair >>> 32));
          Integer other = numbers.get(pair.intValue());
          if (one != null && other != null) {
            inside.put(Candidates.pack(one, other), weight);
          }
        });
    return inside;
  }

  private static void join(int[] roots, int a, int b) {
    int one = root(roots, a);
    int other = root(roots, b);
    roots[Math.max(one, other)] = Math.min(one, other);
  }

  private static int root(int[] roots, int node) {
    int at = node;
    while (roots[at] != at) {
      roots[at] = roots[roots[at]];
      at = roots[at];
    }
    return at;
  }
}
