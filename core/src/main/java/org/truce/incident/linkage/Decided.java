package org.truce.incident.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Pairs of rows about which more is known than a comparison tells.
 *
 * @param together one happening, as an analyst or a source says
 * @param apart two happenings, as an analyst says; beats everything
 * @param named to be compared although they are not near: a shared name, text or reference
 */
public record Decided(List<Pair> together, List<Pair> apart, List<Pair> named) {
  /** Nothing is decided. */
  public static final Decided NOTHING = new Decided(List.of(), List.of(), List.of());

  /** Two rows. */
  public record Pair(int one, int other) {}

  public Decided {
    together = List.copyOf(together);
    apart = List.copyOf(apart);
    named = List.copyOf(named);
  }

  /** Returns for each row of a decided pair the other rows with the weight that counts. */
  Map<Integer, List<int[]>> weights() {
    Map<Integer, List<int[]>> weights = new HashMap<>();
    for (Pair pair : together) {
      put(weights, pair, LinkModel.CERTAIN);
    }
    for (Pair pair : apart) {
      put(weights, pair, -LinkModel.CERTAIN);
    }
    return weights;
  }

  private static void put(Map<Integer, List<int[]>> weights, Pair pair, int weight) {
    weights
        .computeIfAbsent(pair.one(), row -> new ArrayList<>())
        .add(new int[] {pair.other(), weight});
    weights
        .computeIfAbsent(pair.other(), row -> new ArrayList<>())
        .add(new int[] {pair.one(), weight});
  }
}
