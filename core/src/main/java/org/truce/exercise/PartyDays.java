package org.truce.exercise;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.truce.incident.linkage.ClaimTable;

/**
 * What a mission publishes: how many incidents were alleged against whom on what day.
 *
 * <p>An incident counts once for every set of authors that any of its reports alleges, on the day
 * of the report that gives the time most precisely.
 */
public final class PartyDays {
  private PartyDays() {}

  /** Returns set of authors and day → incidents. */
  public static SortedMap<Long, Integer> counts(ClaimTable table, int[] happening) {
    Map<Integer, Integer> sharpest = new HashMap<>();
    for (int row = 0; row < table.size(); row++) {
      sharpest.merge(happening[row], row, (a, b) -> sharper(table, a, b));
    }
    Map<Long, Boolean> seen = new HashMap<>();
    SortedMap<Long, Integer> counts = new TreeMap<>();
    for (int row = 0; row < table.size(); row++) {
      int by = table.by(row);
      if (by != 0 && seen.put((long) happening[row] << 16 | by, true) == null) {
        long day = table.middle(sharpest.getOrDefault(happening[row], row)) / 86_400;
        counts.merge((long) by << 32 | day, 1, Integer::sum);
      }
    }
    return counts;
  }

  private static int sharper(ClaimTable table, int a, int b) {
    int half = Integer.compare(table.halfWidth(a), table.halfWidth(b));
    boolean first = half != 0 ? half < 0 : table.order(a) < table.order(b);
    return first ? a : b;
  }

  /**
   * How a count that was found relates to the true one, learned from an exercise.
   *
   * @param factor true incidents for each that was found
   * @param spread half of the range, in units of the square root of what was found
   */
  public record Range(double factor, double spread) {

    /** Learns the range that holds 97.5 of 100 party-days, and a quarter more. */
    public static Range learned(SortedMap<Long, Integer> found, SortedMap<Long, Integer> truth) {
      double factor =
          truth.values().stream().mapToInt(n -> n).sum()
              / Math.max(1.0, found.values().stream().mapToInt(n -> n).sum());
      double[] spreads =
          truth.entrySet().stream()
              .mapToDouble(
                  entry -> {
                    int n = found.getOrDefault(entry.getKey(), 0);
                    return Math.abs(entry.getValue() - factor * n) / Math.sqrt(Math.max(1, n));
                  })
              .sorted()
              .toArray();
      return new Range(factor, 1.25 * spreads[(int) (spreads.length * 0.975)]);
    }

    /** Returns whether the range around what was found holds the truth. */
    public boolean holds(int found, int truth) {
      return Math.abs(truth - factor * found) <= spread * Math.sqrt(Math.max(1, found));
    }
  }

  /** Returns incidents that hold two happenings alleged against different authors. */
  public static int joinedBreaches(ClaimTable table, int[] happening, int[] truth) {
    Map<Integer, Map<Integer, BitSet>> authors = new HashMap<>();
    for (int row = 0; row < table.size(); row++) {
      if (table.by(row) != 0) {
        authors
            .computeIfAbsent(happening[row], key -> new HashMap<>())
            .computeIfAbsent(truth[row], key -> new BitSet())
            .set(table.by(row));
      }
    }
    int joined = 0;
    for (Map<Integer, BitSet> each : authors.values()) {
      boolean distinct =
          each.values().stream()
              .anyMatch(a -> each.values().stream().anyMatch(b -> !a.intersects(b)));
      joined += distinct ? 1 : 0;
    }
    return joined;
  }
}
