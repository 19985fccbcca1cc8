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

  /** Rows by cells, several of which may share a counter: none has more than its counter says. */
  private final int[] counters = new int[COUNTERS];

  private int most;

  /** Counts a row that has a tier. */
  void count(int[] cells, int at, int tier) {
    most = Math.max(most, ++counters[counter(cells, at, tier)]);
  }

  /** Returns whether any cell may have too many rows. */
  boolean isAny() {
    return most > MOST;
  }

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
    int[] cells = table.cells();
    Crowds crowds = new Crowds();
    for (int row : rows) {
      crowds.count(cells, row * ClaimTable.WIDTH, Tier.of(cells, row * ClaimTable.WIDTH));
    }
    return crowds.isAny() ? crowds.keep(table, rows) : rows;
  }

  private static int counter(int[] cells, int at, int tier) {
    return (int) (Fingerprint.mix(cell(cells, at, tier)) >>> 1) & (COUNTERS - 1);
  }

  private int[] keep(ClaimTable table, int[] rows) {
    boolean[] waits = new boolean[table.size()];
    List<Integer> crowded = new ArrayList<>();
    for (int row : rows) {
      int at = row * ClaimTable.WIDTH;
      if (counters[counter(table.cells(), at, Tier.of(table.cells(), at))] > MOST) {
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
