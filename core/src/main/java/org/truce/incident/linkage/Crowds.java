package org.truce.incident.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Keeps a flood from costing the square of its size: of the rows of one tier in one cell of place
 * and time only the {@value #MOST} with the smallest fingerprints are compared with others. The
 * rest stand alone unless something is decided about them.
 *
 * <p>Which rows these are is a function of the set of rows. At a million reports a year along a
 * front no cell comes near the limit.
 */
final class Crowds {
  /** Rows of one cell that are compared. */
  static final int MOST = 256;

  private static final int COUNTERS = 1 << 20;
  private static final double E7_PER_METRE = 1e7 / 110_500.0;

  private Crowds() {}

  /** Returns the cell of a row that has a tier. */
  static long cell(int[] cells, int at, int tier) {
    return cell(
        tier,
        Math.floorDiv(cells[at + ClaimTable.TIME], Tier.seconds(tier, tier)),
        Math.floorDiv(cells[at + ClaimTable.LAT], side(tier)),
        Math.floorDiv(cells[at + ClaimTable.LON], side(tier)));
  }

  static long cell(int tier, long bucket, long row, long column) {
    return ((long) tier << 60)
        | ((bucket & 0xf_ffff) << 40)
        | ((row & 0xf_ffff) << 20)
        | (column & 0xf_ffff);
  }

  /** Side of a cell in 1e-7 degrees, both ways: twice as long as two claims may be apart. */
  static int side(int tier) {
    return (int) (Tier.metres(tier, tier) * E7_PER_METRE * 2) + 1;
  }

  /** Returns the rows that are compared, in the order given; each has a tier. */
  static int[] kept(ClaimTable table, int[] rows) {
    int[] counters = new int[COUNTERS];
    int most = 0;
    for (int row : rows) {
      most = Math.max(most, ++counters[counter(table, row)]);
    }
    return most <= MOST ? rows : kept(table, rows, counters);
  }

  private static int counter(ClaimTable table, int row) {
    int at = row * ClaimTable.WIDTH;
    long cell = cell(table.cells(), at, Tier.of(table.cells(), at));
    return (int) (Fingerprint.mix(cell) >>> 1) & (COUNTERS - 1);
  }

  private static int[] kept(ClaimTable table, int[] rows, int[] counters) {
    boolean[] waits = new boolean[table.size()];
    List<Integer> crowded = new ArrayList<>();
    for (int row : rows) {
      if (counters[counter(table, row)] > MOST) {
        crowded.add(row);
      }
    }
    long[] keys = new long[crowded.size()];
    int[] sorted = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      sorted[i] = crowded.get(i);
      int at = sorted[i] * ClaimTable.WIDTH;
      keys[i] = cell(table.cells(), at, Tier.of(table.cells(), at));
    }
    sorted = RadixSort.sorted(keys, sorted);
    int from = 0;
    while (from < keys.length) {
      int to = from + 1;
      while (to < keys.length && keys[to] == keys[from]) {
        to++;
      }
      letWait(table, Arrays.copyOfRange(sorted, from, to), waits);
      from = to;
    }
    return Arrays.stream(rows).filter(row -> !waits[row]).toArray();
  }

  private static void letWait(ClaimTable table, int[] rows, boolean[] waits) {
    Arrays.stream(rows)
        .boxed()
        .sorted((a, b) -> Long.compare(table.order(a), table.order(b)))
        .skip(MOST)
        .forEach(row -> waits[row] = true);
  }
}
