package org.truce.incident.linkage;

import java.util.Arrays;

/**
 * Finds every pair of rows that is near in place and time, each once.
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

  private final int[] cells;
  private final int[][] lists = new int[Tier.COUNT][];

  Blocks(ClaimTable table, int[] rows) {
    this.cells = table.cells();
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
      }
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
    Sorted one = new Sorted(cells, lists[p], metres, seconds);
    if (p == q) {
      new Sweep(one, one, metres, seconds, pairs).withItself();
    } else {
      Sorted other = new Sorted(cells, lists[q], metres, seconds);
      new Sweep(one, other, metres, seconds, pairs).withOther();
    }
  }

  /** A list sorted by bucket, band and longitude, with the columns that a sweep reads. */
  private static final class Sorted {
    private final int[] rows;
    private final int[] time;
    private final int[] lat;
    private final int[] lon;
    private final long[] groups;
    private final int[] starts;
    private final int groupCount;

    Sorted(int[] cells, int[] list, int metres, int seconds) {
      int band = (int) (metres * E7_PER_METRE) + 1;
      long[] keys = new long[list.length];
      for (int i = 0; i < list.length; i++) {
        int at = list[i] * ClaimTable.WIDTH;
        long bucket = Math.floorDiv(cells[at + ClaimTable.TIME], seconds) + (1L << 19);
        long row = Math.floorDiv(cells[at + ClaimTable.LAT], band) + (1L << 17);
        keys[i] = (bucket << 18 | row) << 26 | ((cells[at + ClaimTable.LON] + (1L << 31)) >>> 6);
      }
      rows = RadixSort.sorted(keys, list);
      time = column(cells, ClaimTable.TIME);
      lat = column(cells, ClaimTable.LAT);
      lon = column(cells, ClaimTable.LON);
      groups = new long[rows.length];
      starts = new int[rows.length + 1];
      int count = 0;
      for (int i = 0; i < rows.length; i++) {
        long group = keys[i] >>> 26;
        if (count == 0 || groups[count - 1] != group) {
          groups[count] = group;
          starts[count++] = i;
        }
      }
      starts[count] = rows.length;
      groupCount = count;
    }

    private int[] column(int[] cells, int column) {
      int[] values = new int[rows.length];
      for (int i = 0; i < rows.length; i++) {
        values[i] = cells[rows[i] * ClaimTable.WIDTH + column];
      }
      return values;
    }

    private int find(long group) {
      return Arrays.binarySearch(groups, 0, groupCount, group);
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
        meet(g, group + 1);
        long next = group + (1L << 18);
        meet(g, next - 1);
        meet(g, next);
        meet(g, next + 1);
      }
    }

    void withOther() {
      for (int g = 0; g < one.groupCount; g++) {
        for (int bucket = -1; bucket <= 1; bucket++) {
          for (int band = -1; band <= 1; band++) {
            meet(g, one.groups[g] + ((long) bucket << 18) + band);
          }
        }
      }
    }

    private void within(int g) {
      int end = one.starts[g + 1];
      for (int i = one.starts[g]; i < end; i++) {
        long last = one.lon[i] + width(i);
        for (int j = i + 1; j < end && one.lon[j] <= last + 64; j++) {
          tryPair(i, j);
        }
      }
    }

    private void meet(int g, long group) {
      int h = other.find(group);
      if (h < 0) {
        return;
      }
      int cursor = other.starts[h];
      int end = other.starts[h + 1];
      for (int i = one.starts[g]; i < one.starts[g + 1]; i++) {
        long width = width(i);
        long first = one.lon[i] - width - 64;
        long last = one.lon[i] + width + 64;
        while (cursor < end && other.lon[cursor] < first) {
          cursor++;
        }
        for (int j = cursor; j < end && other.lon[j] <= last; j++) {
          tryPair(i, j);
        }
      }
    }

    /** Half the width of the window in 1e-7 degrees of longitude; wide enough for both bands. */
    private long width(int i) {
      int scale = cells[one.rows[i] * ClaimTable.WIDTH + ClaimTable.SCALE] & 0xffff;
      // Two bands towards the pole a degree is shorter: 2 % covers that up to 80 degrees.
      return (long) Math.min(1.8e9, metres * 4e6 / Math.max(1, scale) * 1.02) + 1;
    }

    private void tryPair(int i, int j) {
      if (Math.abs(one.lat[i] - other.lat[j]) <= height
          && Math.abs(one.time[i] - other.time[j]) <= seconds) {
        int a = one.rows[i];
        int b = other.rows[j];
        if (Tier.near(cells, a * ClaimTable.WIDTH, cells, b * ClaimTable.WIDTH)) {
          pairs.meet(a, b);
        }
      }
    }
  }
}
