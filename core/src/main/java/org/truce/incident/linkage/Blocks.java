package org.truce.incident.linkage;

/**
 * Finds every pair of rows that is near in place and time, each once, but for floods ({@link
 * Crowds}).
 *
 * <p>Rows are cut into lists by {@link Tier}. For each pair of lists both are sorted by time
 * bucket, band of latitude and longitude, and swept: a row meets those of the neighbouring buckets
 * and bands between two cursors of longitude that only move forward. Nothing is hashed and nothing
 * is visited twice.
 *
 * <p><em>Limits.</em> Rows on two sides of the meridian of 180° do not meet.
 */
final class Blocks {
  /** Is told of every pair. */
  @FunctionalInterface
  interface Pairs {
    void meet(int one, int other);
  }

  private static final double E7_PER_METRE = 1e7 / 110_500.0;

  /** Longitudes are sorted in steps of 1,024e-7 degrees, at most 11 m. */
  private static final int LON_SHIFT = 10;

  private static final int SLACK = 1 << LON_SHIFT;

  private final int[] cells;
  private final Extent time = new Extent();
  private final Extent lat = new Extent();
  private final Extent lon = new Extent();
  private final int[][] lists = new int[Tier.COUNT][];

  Blocks(ClaimTable table, int[] all) {
    this.cells = table.cells();
    int[] rows = Crowds.kept(table, all);
    int[] sizes = new int[Tier.COUNT];
    for (int row : rows) {
      int tier = Tier.of(cells, row * ClaimTable.WIDTH);
      if (tier >= 0) {
        sizes[tier]++;
      }
    }
    for (int tier = 0; tier < Tier.COUNT; tier++) {
      lists[tier] = new int[sizes[tier]];
    }
    int[] next = new int[Tier.COUNT];
    for (int row : rows) {
      int tier = Tier.of(cells, row * ClaimTable.WIDTH);
      if (tier >= 0) {
        lists[tier][next[tier]++] = row;
        time.take(cells[row * ClaimTable.WIDTH + ClaimTable.TIME]);
        lat.take(cells[row * ClaimTable.WIDTH + ClaimTable.LAT]);
        lon.take(cells[row * ClaimTable.WIDTH + ClaimTable.LON]);
      }
    }
  }

  /** Between which values a column lies, so that keys need few bits. */
  private static final class Extent {
    private long least = Integer.MAX_VALUE;
    private long most = Integer.MIN_VALUE;

    private void take(int value) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }

    /** Bits that the steps of that size from the least value need, with one step to spare. */
    private int bits(long step) {
      return 64 - Long.numberOfLeadingZeros(Math.max(0, most - least) / step + 2);
    }
  }

  /** Visits every pair that is near. */
  void visit(Pairs pairs) {
    for (int p = 0; p < Tier.COUNT; p++) {
      for (int q = p; q < Tier.COUNT; q++) {
        if (lists[p].length > 0 && lists[q].length > 0) {
          join(p, q, pairs);
        }
      }
    }
  }

  private void join(int p, int q, Pairs pairs) {
    int metres = Tier.metres(p, q);
    int seconds = Tier.seconds(p, q);
    Sorted one = new Sorted(lists[p], metres, seconds);
    if (p == q) {
      new Sweep(one, one, metres, seconds, pairs).withItself();
    } else {
      Sorted other = new Sorted(lists[q], metres, seconds);
      new Sweep(one, other, metres, seconds, pairs).withOther();
    }
  }

  /** A list sorted by bucket, band and longitude, with the columns that a sweep reads. */
  private final class Sorted {
    private final int bandBits;
    private final int[] rows;
    private final int[] times;
    private final int[] lats;
    private final int[] lons;
    private final int[] scale;
    private final long[] groups;
    private final int[] starts;
    private final int groupCount;

    Sorted(int[] list, int metres, int seconds) {
      int band = (int) (metres * E7_PER_METRE) + 1;
      int lonBits = lon.bits(1 << LON_SHIFT);
      bandBits = lat.bits(band);
      long[] keys = new long[list.length];
      for (int i = 0; i < list.length; i++) {
        int at = list[i] * ClaimTable.WIDTH;
        // Counted from one, so that one band less is never one bucket less.
        long bucket = (cells[at + ClaimTable.TIME] - time.least) / seconds + 1;
        long row = (cells[at + ClaimTable.LAT] - lat.least) / band + 1;
        long column = (cells[at + ClaimTable.LON] - lon.least) >>> LON_SHIFT;
        keys[i] = (bucket << bandBits | row) << lonBits | column;
      }
      rows = RadixSort.sorted(keys, list);
      times = column(ClaimTable.TIME);
      lats = column(ClaimTable.LAT);
      lons = column(ClaimTable.LON);
      scale = column(ClaimTable.SCALE);
      groups = new long[rows.length];
      starts = new int[rows.length + 1];
      int count = 0;
      for (int i = 0; i < rows.length; i++) {
        long group = keys[i] >>> lonBits;
        if (count == 0 || groups[count - 1] != group) {
          groups[count] = group;
          starts[count++] = i;
        }
      }
      starts[count] = rows.length;
      groupCount = count;
    }

    private int[] column(int column) {
      int[] values = new int[rows.length];
      for (int i = 0; i < rows.length; i++) {
        values[i] = cells[rows[i] * ClaimTable.WIDTH + column];
      }
      return values;
    }
  }

  /** Moves through one list and meets the other. */
  private final class Sweep {
    private final Sorted one;
    private final Sorted other;
    private final int seconds;
    private final int height;
    private final double metres;
    private final Pairs pairs;
    private final int[] cursors = new int[9];

    Sweep(Sorted one, Sorted other, int metres, int seconds, Pairs pairs) {
      this.one = one;
      this.other = other;
      this.seconds = seconds;
      this.metres = metres;
      this.height = (int) (metres * E7_PER_METRE) + 1;
      this.pairs = pairs;
    }

    void withItself() {
      for (int g = 0; g < one.groupCount; g++) {
        long group = one.groups[g];
        within(g);
        meet(g, 0, group + 1);
        long next = group + (1L << one.bandBits);
        meet(g, 1, next - 1);
        meet(g, 2, next);
        meet(g, 3, next + 1);
      }
    }

    void withOther() {
      for (int g = 0; g < one.groupCount; g++) {
        long group = one.groups[g] - (1L << one.bandBits);
        for (int at = 0; at < 9; at += 3) {
          meet(g, at, group - 1);
          meet(g, at + 1, group);
          meet(g, at + 2, group + 1);
          group += 1L << one.bandBits;
        }
      }
    }

    private void within(int g) {
      int end = one.starts[g + 1];
      for (int i = one.starts[g]; i < end; i++) {
        long last = one.lons[i] + width(i);
        for (int j = i + 1; j < end && one.lons[j] <= last + SLACK; j++) {
          tryPair(i, j);
        }
      }
    }

    /** Meets the group of that key; each of the neighbours has its cursor, which only grows. */
    private void meet(int g, int neighbour, long group) {
      int h = cursors[neighbour];
      while (h < other.groupCount && other.groups[h] < group) {
        h++;
      }
      cursors[neighbour] = h;
      if (h == other.groupCount || other.groups[h] != group) {
        return;
      }
      int cursor = other.starts[h];
      int end = other.starts[h + 1];
      for (int i = one.starts[g]; i < one.starts[g + 1]; i++) {
        long width = width(i);
        long first = one.lons[i] - width - SLACK;
        long last = one.lons[i] + width + SLACK;
        while (cursor < end && other.lons[cursor] < first) {
          cursor++;
        }
        for (int j = cursor; j < end && other.lons[j] <= last; j++) {
          tryPair(i, j);
        }
      }
    }

    /** Half the width of the window in 1e-7 degrees of longitude; wide enough for both bands. */
    private long width(int i) {
      int scale = one.scale[i] & 0xffff;
      // Two bands towards the pole a degree is shorter: 2 % covers that up to 80 degrees.
      return (long) Math.min(1.8e9, metres * 4e6 / Math.max(1, scale) * 1.02) + 1;
    }

    private void tryPair(int i, int j) {
      if (Math.abs(one.lats[i] - other.lats[j]) <= height
          && Math.abs(one.times[i] - other.times[j]) <= seconds) {
        int a = one.rows[i];
        int b = other.rows[j];
        if (Tier.close(cells, a * ClaimTable.WIDTH, cells, b * ClaimTable.WIDTH, metres)) {
          pairs.meet(a, b);
        }
      }
    }
  }
}
