package org.truce.incident.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds every pair of rows that is near in place and time, each once, but for floods ({@link
 * Crowds}).
 *
 * <p>Rows are cut into lists by {@link Tier}. For each pair of lists both are sorted by time
 * bucket, band of latitude and longitude ({@link SweepList}), and swept: a row meets those of the
 * neighbouring buckets and bands between two cursors of longitude that only move forward. Nothing
 * is hashed and nothing is visited twice.
 *
 * <p><em>Limits.</em> Rows on two sides of the meridian of 180° do not meet.
 */
final class Blocks {
  /** Is told of every pair. */
  @FunctionalInterface
  interface Pairs {
    /**
     * Is told of two rows.
     *
     * @param squared {@link Distance#squared} of them, which was needed to find them
     */
    void meet(int one, int other, double squared);
  }

  /** Groups that one piece of work moves through: some milliseconds. */
  private static final int PIECE = 1 << 14;

  private final int[] cells;
  private final int[][] lists;
  private final SweepList.Extents extents;

  Blocks(ClaimTable table, int[] all) {
    cells = table.cells();
    int[] rows = Crowds.kept(table, all);
    lists = Tier.lists(cells, rows);
    extents = extents();
  }

  private SweepList.Extents extents() {
    SweepList.Extent time = SweepList.Extent.NONE;
    SweepList.Extent lat = SweepList.Extent.NONE;
    SweepList.Extent lon = SweepList.Extent.NONE;
    for (int[] list : lists) {
      for (int row : list) {
        time = time.with(cells[row * ClaimTable.WIDTH + ClaimTable.TIME]);
        lat = lat.with(cells[row * ClaimTable.WIDTH + ClaimTable.LAT]);
        lon = lon.with(cells[row * ClaimTable.WIDTH + ClaimTable.LON]);
      }
    }
    return new SweepList.Extents(time, lat, lon);
  }

  /** Visits every pair that is near. */
  void visit(Pairs pairs) {
    visit(Workers.ALONE, () -> pairs);
  }

  /**
   * Visits every pair that is near, in pieces.
   *
   * @param pairs asked for once for each piece, in an order that depends on the rows alone
   */
  void visit(Workers workers, Supplier<Pairs> pairs) {
    for (int vaguest = 0; vaguest < Tier.COUNT; vaguest++) {
      visit(vaguest, workers, pairs);
    }
  }

  /**
   * Visits the pairs of which place and time of the vaguer are those of a tier. They share one
   * reach, so each list is sorted once for all of them; the lists are not kept longer.
   */
  private void visit(int vaguest, Workers workers, Supplier<Pairs> pairs) {
    int metres = Tier.metres(vaguest, vaguest);
    int seconds = Tier.seconds(vaguest, vaguest);
    @Nullable SweepList[] sorted = sorted(vaguest, workers);
    List<Runnable> pieces = new ArrayList<>();
    for (int p = 0; p <= vaguest; p++) {
      for (int q = p; q <= vaguest; q++) {
        boolean shares = Tier.metres(p, q) == metres && Tier.seconds(p, q) == seconds;
        SweepList one = sorted[p];
        SweepList other = sorted[q];
        if (shares && one != null && other != null) {
          boolean isFewer = one.groupCount <= other.groupCount;
          join(isFewer ? one : other, isFewer ? other : one, vaguest, pairs, pieces);
        }
      }
    }
    workers.doAll(pieces);
  }

  private static void join(
      SweepList one, SweepList other, int vaguest, Supplier<Pairs> pairs, List<Runnable> pieces) {
    for (int from = 0; from < one.groupCount; from += PIECE) {
      Sweep sweep = new Sweep(one, other, vaguest, pairs.get());
      int start = from;
      int end = Math.min(one.groupCount, from + PIECE);
      pieces.add(() -> sweep.run(start, end));
    }
  }

  /** Sorts the lists of the tiers that are no vaguer in place nor in time. */
  private @Nullable SweepList[] sorted(int vaguest, Workers workers) {
    int metres = Tier.metres(vaguest, vaguest);
    int seconds = Tier.seconds(vaguest, vaguest);
    @Nullable SweepList[] sorted = new SweepList[vaguest + 1];
    List<Runnable> pieces = new ArrayList<>();
    for (int tier = 0; tier <= vaguest; tier++) {
      int at = tier;
      boolean shares = Tier.metres(at, vaguest) == metres && Tier.seconds(at, vaguest) == seconds;
      if (shares && lists[at].length > 0) {
        pieces.add(() -> sorted[at] = new SweepList(cells, lists[at], metres, seconds, extents));
      }
    }
    workers.doAll(pieces);
    return sorted;
  }

  /** Moves through one list and meets the other. */
  private static final class Sweep {
    private final SweepList one;
    private final SweepList other;
    private final int seconds;
    private final int height;
    private final double metres;
    private final Pairs pairs;

    Sweep(SweepList one, SweepList other, int vaguest, Pairs pairs) {
      this.one = one;
      this.other = other;
      this.seconds = Tier.seconds(vaguest, vaguest);
      this.metres = Tier.metres(vaguest, vaguest);
      this.height = SweepList.height(Tier.metres(vaguest, vaguest));
      this.pairs = pairs;
    }

    /** Moves from one group on and before another. */
    void run(int from, int to) {
      if (one == other) {
        withItself(from, to);
      } else {
        withOther(from, to);
      }
    }

    private void withItself(int from, int to) {
      int next = 0;
      for (int g = from; g < to; g++) {
        long group = one.groups[g];
        within(g);
        if (g + 1 < one.groupCount && one.groups[g + 1] == group + 1) {
          meet(g, g + 1);
        }
        next = meetBands(g, next, group + one.bucketStep);
      }
    }

    private void withOther(int from, int to) {
      int before = 0;
      int same = 0;
      int next = 0;
      for (int g = from; g < to; g++) {
        long group = one.groups[g];
        before = meetBands(g, before, group - one.bucketStep);
        same = meetBands(g, same, group);
        next = meetBands(g, next, group + one.bucketStep);
      }
    }

    private void within(int g) {
      int end = one.starts[g + 1];
      for (int i = one.starts[g]; i < end; i++) {
        int at = i * SweepList.WIDTH;
        long last = (long) one.columns[at + SweepList.LON] + one.columns[at + SweepList.REACH];
        for (int j = i + 1; j < end; j++) {
          int to = j * SweepList.WIDTH;
          if (one.columns[to + SweepList.LON] > last + SweepList.SLACK) {
            break;
          }
          tryPair(i, j);
        }
      }
    }

    /**
     * Meets the band of that key and those on both sides of it, which follow each other; returns
     * the first of them, from which the next, larger key is looked for.
     */
    private int meetBands(int g, int from, long group) {
      int first = other.groupFrom(from, group - 1);
      for (int h = first; h < other.groupCount && other.groups[h] <= group + 1; h++) {
        meet(g, h);
      }
      return first;
    }

    private void meet(int g, int h) {
      int cursor = other.starts[h];
      int end = other.starts[h + 1];
      for (int i = one.starts[g]; i < one.starts[g + 1]; i++) {
        int at = i * SweepList.WIDTH;
        long reach = (long) one.columns[at + SweepList.REACH] + SweepList.SLACK;
        long lon = one.columns[at + SweepList.LON];
        while (cursor < end && other.columns[cursor * SweepList.WIDTH] < lon - reach) {
          cursor++;
        }
        for (int j = cursor; j < end && other.columns[j * SweepList.WIDTH] <= lon + reach; j++) {
          tryPair(i, j);
        }
      }
    }

    private void tryPair(int i, int j) {
      int[] a = one.columns;
      int[] b = other.columns;
      int at = i * SweepList.WIDTH;
      int to = j * SweepList.WIDTH;
      int north = height - Math.abs(a[at + SweepList.LAT] - b[to + SweepList.LAT]);
      int hours = seconds - Math.abs(a[at + SweepList.TIME] - b[to + SweepList.TIME]);
      // Neither is negative: one test, since each alone is as good as a throw of a coin.
      if ((north | hours) < 0) {
        return;
      }
      double squared = squared(at, to);
      if (Tier.within(metres, a[at + SweepList.RADIUS], b[to + SweepList.RADIUS], squared)) {
        pairs.meet(one.rows[i], other.rows[j], squared);
      }
    }

    private double squared(int at, int to) {
      int[] a = one.columns;
      int[] b = other.columns;
      return Distance.squared(
          (long) a[at + SweepList.LAT] - b[to + SweepList.LAT],
          (long) a[at + SweepList.LON] - b[to + SweepList.LON],
          a[at + SweepList.SCALE],
          b[to + SweepList.SCALE]);
    }
  }
}
