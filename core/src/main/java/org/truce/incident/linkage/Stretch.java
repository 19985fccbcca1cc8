package org.truce.incident.linkage;

import java.util.Arrays;

/**
 * The rows of a stretch of time, and those shortly before that may be near them, copied beside each
 * other: so few that all of it stays in a processor's own memory, however long the table is.
 *
 * <p>For each reach, which is that of the vaguer of two rows, the tiers that share it are sorted
 * ({@link SweepList}) and swept: a row meets those of the neighbouring buckets and bands between
 * two cursors of longitude that only move forward. Nothing is hashed and nothing is visited twice.
 *
 * <p>One object takes one stretch after the other.
 */
final class Stretch {
  /** Numbers of a row: those of the table, and two more. */
  static final int WIDTH = ClaimTable.WIDTH + 2;

  /** Number of the row in the table; of a row before the stretch, its complement. */
  private static final int ROW = ClaimTable.WIDTH;

  /** How much is reported from there on such a day. */
  static final int CROWD = ClaimTable.WIDTH + 1;

  /** Rows that are near lie no further apart in time. */
  static final int LONGEST = Tier.seconds(Tier.COUNT - 1, Tier.COUNT - 1);

  private final ClaimTable table;
  private final Blocks.Crowding crowding;
  private final RadixSort sort = new RadixSort();
  private final SweepList[] lists = new SweepList[Tier.COUNT];
  private final boolean[] isFilled = new boolean[Tier.COUNT];

  private int[] cells = new int[0];

  /** For each tier where its rows start in the cells, in the order of time. */
  private final int[][] starts = new int[Tier.COUNT][0];

  private final int[] sizes = new int[Tier.COUNT];

  /** For each tier the first of its rows that a pair of a few hours can need. */
  private final int[] shortFrom = new int[Tier.COUNT];

  private final int[] widest = new int[Tier.PLACES];
  private SweepList.Extents extents =
      new SweepList.Extents(SweepList.Extent.NONE, SweepList.Extent.NONE, SweepList.Extent.NONE);

  Stretch(ClaimTable table, Blocks.Crowding crowding) {
    this.table = table;
    this.crowding = crowding;
    Arrays.setAll(lists, tier -> new SweepList(sort));
  }

  /** Returns the number that a row has in the table. */
  static int row(int[] cells, int at) {
    int row = cells[at + ROW];
    return row < 0 ? ~row : row;
  }

  /**
   * Visits every near pair of which the later is in a stretch.
   *
   * @param rows in the order of time; each has a tier
   * @param before the first that may be near one of the stretch
   * @param from the first of the stretch
   * @param to behind the last of the stretch
   */
  void visit(int[] rows, int before, int from, int to, Blocks.Pairs pairs) {
    copy(rows, before, from, to);
    for (int vaguest = 0; vaguest < Tier.COUNT; vaguest++) {
      Arrays.fill(isFilled, false);
      for (int p = 0; p <= vaguest; p++) {
        for (int q = p; q <= vaguest; q++) {
          if (Tier.vaguer(p, q) == vaguest && sizes[p] > 0 && sizes[q] > 0) {
            sweep(list(p, vaguest), list(q, vaguest), vaguest, metres(p, q), pairs);
          }
        }
      }
    }
  }

  private void copy(int[] rows, int before, int from, int to) {
    if (cells.length < (to - before) * WIDTH) {
      cells = new int[Math.multiplyExact(to - before + (to - before) / 2, WIDTH)];
    }
    Arrays.fill(sizes, 0);
    Arrays.fill(shortFrom, 0);
    Arrays.fill(widest, 0);
    int[] all = table.cells();
    int start = all[rows[from] * ClaimTable.WIDTH + ClaimTable.TIME];
    int south = Integer.MAX_VALUE;
    int north = Integer.MIN_VALUE;
    int west = Integer.MAX_VALUE;
    int east = Integer.MIN_VALUE;
    for (int i = before; i < to; i++) {
      int at = (i - before) * WIDTH;
      System.arraycopy(all, rows[i] * ClaimTable.WIDTH, cells, at, ClaimTable.WIDTH);
      cells[at + ROW] = i < from ? ~rows[i] : rows[i];
      cells[at + CROWD] = crowding.level(cells, at);
      south = Math.min(south, cells[at + ClaimTable.LAT]);
      north = Math.max(north, cells[at + ClaimTable.LAT]);
      west = Math.min(west, cells[at + ClaimTable.LON]);
      east = Math.max(east, cells[at + ClaimTable.LON]);
      enlist(at, start);
    }
    extents =
        new SweepList.Extents(
            new SweepList.Extent(
                cells[ClaimTable.TIME], cells[(to - before - 1) * WIDTH + ClaimTable.TIME]),
            new SweepList.Extent(south, north),
            new SweepList.Extent(west, east));
  }

  private void enlist(int at, int start) {
    int tier = Tier.of(cells, at);
    if (starts[tier].length == sizes[tier]) {
      starts[tier] = Arrays.copyOf(starts[tier], 64 + 2 * sizes[tier]);
    }
    starts[tier][sizes[tier]++] = at;
    if (cells[at + ClaimTable.TIME] < start - Tier.seconds(0, 0)) {
      shortFrom[tier] = sizes[tier];
    }
    int place = tier % Tier.PLACES;
    widest[place] = Math.max(widest[place], cells[at + ClaimTable.RADIUS]);
  }

  /** The rows of a tier, sorted for the reach of another. */
  private SweepList list(int tier, int vaguest) {
    if (!isFilled[tier]) {
      int seconds = Tier.seconds(vaguest, vaguest);
      int from = seconds == LONGEST ? 0 : shortFrom[tier];
      lists[tier].fill(
          cells, starts[tier], from, sizes[tier], metres(vaguest, vaguest), seconds, extents);
      isFilled[tier] = true;
    }
    return lists[tier];
  }

  /** How far apart near pairs of two tiers can lie here. */
  private int metres(int p, int q) {
    return Tier.reach(p, q, widest[p % Tier.PLACES], widest[q % Tier.PLACES]);
  }

  private static void sweep(SweepList p, SweepList q, int vaguest, int apart, Blocks.Pairs pairs) {
    boolean isFewer = p.groupCount <= q.groupCount;
    new Sweep(isFewer ? p : q, isFewer ? q : p, vaguest, apart, pairs).run();
  }

  /** Moves through one list and meets the other. */
  private static final class Sweep {
    private final SweepList one;
    private final SweepList other;
    private final int seconds;
    private final int height;
    private final double metres;
    private final double narrower;
    private final Blocks.Pairs pairs;

    Sweep(SweepList one, SweepList other, int vaguest, int apart, Blocks.Pairs pairs) {
      this.one = one;
      this.other = other;
      this.seconds = Tier.seconds(vaguest, vaguest);
      this.metres = Tier.metres(vaguest, vaguest);
      this.height = SweepList.height(apart);
      this.narrower = apart / (double) one.metres;
      this.pairs = pairs;
    }

    void run() {
      if (one == other) {
        withItself();
      } else {
        withOther();
      }
    }

    private void withItself() {
      int next = 0;
      for (int g = 0; g < one.groupCount; g++) {
        long group = one.groups[g];
        within(g);
        if (g + 1 < one.groupCount && one.groups[g + 1] == group + 1) {
          meet(g, g + 1);
        }
        next = meetBands(g, next, group + one.bucketStep);
      }
    }

    private void withOther() {
      int before = 0;
      int same = 0;
      int next = 0;
      for (int g = 0; g < one.groupCount; g++) {
        long group = one.groups[g];
        before = meetBands(g, before, group - one.bucketStep);
        same = meetBands(g, same, group);
        next = meetBands(g, next, group + one.bucketStep);
      }
    }

    private void within(int g) {
      int end = one.starts[g + 1];
      for (int i = one.starts[g]; i < end; i++) {
        long last = one.cells[i * WIDTH + ClaimTable.LON] + reach(i);
        for (int j = i + 1; j < end && one.cells[j * WIDTH + ClaimTable.LON] <= last; j++) {
          tryPair(i * WIDTH, j * WIDTH);
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
      int[] lons = other.cells;
      for (int i = one.starts[g]; i < one.starts[g + 1]; i++) {
        long reach = reach(i);
        long lon = one.cells[i * WIDTH + ClaimTable.LON];
        while (cursor < end && lons[cursor * WIDTH + ClaimTable.LON] < lon - reach) {
          cursor++;
        }
        for (int j = cursor; j < end && lons[j * WIDTH + ClaimTable.LON] <= lon + reach; j++) {
          tryPair(i * WIDTH, j * WIDTH);
        }
      }
    }

    private long reach(int i) {
      return (long) (one.reach[i] * narrower) + 1 + SweepList.SLACK;
    }

    private void tryPair(int at, int to) {
      int[] a = one.cells;
      int[] b = other.cells;
      int north = height - Math.abs(a[at + ClaimTable.LAT] - b[to + ClaimTable.LAT]);
      int hours = seconds - Math.abs(a[at + ClaimTable.TIME] - b[to + ClaimTable.TIME]);
      // Neither is negative: one test, since each alone is as good as a throw of a coin.
      if ((north | hours) < 0) {
        return;
      }
      double squared = Distance.squared(a, at, b, to);
      if (Tier.within(metres, a[at + ClaimTable.RADIUS], b[to + ClaimTable.RADIUS], squared)
          && (a[at + ROW] & b[to + ROW]) >= 0) {
        pairs.meet(a, at, b, to, squared);
      }
    }
  }
}
