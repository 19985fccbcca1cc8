package org.truce.incident.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Calibrates sums of weights by isotonic regression (pool adjacent violators; Zadrozny, Elkan 2002)
 * over pairs that people decided.
 */
public final class Isotonic {
  private static final int STEP = 250;
  private static final int FEWEST = 40;

  /** Sum of weights, in steps → pairs decided as two happenings and as one. */
  private final SortedMap<Integer, long[]> decided = new TreeMap<>();

  /** Takes a pair that somebody decided. */
  public void take(int sum, boolean together) {
    decided.computeIfAbsent(Math.floorDiv(sum, STEP), step -> new long[2])[together ? 1 : 0]++;
  }

  private record Pool(double sum, double pairs, double together) {
    private Pool with(Pool other) {
      double all = pairs + other.pairs;
      return new Pool(
          (sum * pairs + other.sum * other.pairs) / all, all, together + other.together);
    }

    private double rate() {
      return (together + 0.5) / (pairs + 1);
    }
  }

  /** Returns the calibration that what was taken gives; none when too little was. */
  public Calibration calibration() {
    List<Pool> pools = new ArrayList<>();
    Pool open = new Pool(0, 0, 0);
    for (var entry : decided.entrySet()) {
      long[] pairs = entry.getValue();
      double middle = entry.getKey() * (double) STEP + STEP / 2.0;
      open = open.with(new Pool(middle, pairs[0] + pairs[1], pairs[1]));
      if (open.pairs() >= FEWEST) {
        add(pools, open);
        open = new Pool(0, 0, 0);
      }
    }
    List<Calibration.Point> points = new ArrayList<>();
    for (Pool pool : pools) {
      int logOdds = (int) Math.round(1_000 * StrictMath.log(pool.rate() / (1 - pool.rate())));
      points.add(new Calibration.Point((int) Math.round(pool.sum()), logOdds));
    }
    return points.size() < 2 ? Calibration.NONE : new Calibration(points);
  }

  private static void add(List<Pool> pools, Pool pool) {
    Pool added = pool;
    while (!pools.isEmpty() && pools.getLast().rate() >= added.rate()) {
      added = pools.removeLast().with(added);
    }
    pools.add(added);
  }
}
