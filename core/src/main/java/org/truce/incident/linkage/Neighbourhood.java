package org.truce.incident.linkage;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/** Finds the rows near a row, as rows come and go: the same pairs as {@link Blocks}. */
final class Neighbourhood {
  private static final double E7_PER_METRE = 1e7 / 110_500.0;

  /** Nobody moved. */
  static final int NOBODY = -1;

  /** The rows of a cell: those that are compared, and those that wait because it is crowded. */
  private static final class Rows {
    private int[] rows = new int[2];
    private int size;
    private final TreeMap<Long, Integer> waiting = new TreeMap<>();

    private void add(int row) {
      if (size == rows.length) {
        rows = Arrays.copyOf(rows, 2 * size);
      }
      rows[size++] = row;
    }

    private boolean remove(int row) {
      for (int i = 0; i < size; i++) {
        if (rows[i] == row) {
          rows[i] = rows[--size];
          return true;
        }
      }
      return false;
    }

    private int last(ClaimTable table) {
      int last = rows[0];
      for (int i = 1; i < size; i++) {
        last = table.order(rows[i]) > table.order(last) ? rows[i] : last;
      }
      return last;
    }
  }

  private final ClaimTable table;
  private final Map<Long, Rows> cells = new HashMap<>();
  private final int[] counts = new int[Tier.COUNT];
  private final BitSet present = new BitSet();
  private final BitSet compared = new BitSet();

  Neighbourhood(ClaimTable table) {
    this.table = table;
  }

  boolean has(int row) {
    return present.get(row);
  }

  /** Whether the row is compared with those near it: it has a tier and does not wait. */
  boolean isCompared(int row) {
    return compared.get(row);
  }

  /** Adds a row and returns the one that has to wait because of it, maybe itself, or nobody. */
  int add(int row) {
    present.set(row);
    int tier = Tier.of(table.cells(), row * ClaimTable.WIDTH);
    if (tier < 0) {
      return NOBODY;
    }
    counts[tier]++;
    Rows there = cells.computeIfAbsent(cellOf(row, tier), key -> new Rows());
    there.add(row);
    compared.set(row);
    if (there.size <= Crowds.MOST) {
      return NOBODY;
    }
    int last = there.last(table);
    there.remove(last);
    there.waiting.put(table.order(last), last);
    compared.clear(last);
    return last;
  }

  /** Removes a row and returns the one that need no longer wait, or nobody. */
  int remove(int row) {
    present.clear(row);
    int tier = Tier.of(table.cells(), row * ClaimTable.WIDTH);
    Rows there = tier < 0 ? null : cells.get(cellOf(row, tier));
    if (there == null) {
      return NOBODY;
    }
    counts[tier]--;
    compared.clear(row);
    if (!there.remove(row)) {
      there.waiting.remove(table.order(row));
      return NOBODY;
    }
    var next = there.waiting.pollFirstEntry();
    if (next != null) {
      there.add(next.getValue());
      compared.set(next.getValue());
      return next.getValue();
    }
    if (there.size == 0) {
      cells.remove(cellOf(row, tier));
    }
    return NOBODY;
  }

  /** Visits the rows that are near; none for a row that waits. */
  void visit(int row, IntConsumer visitor) {
    int tier = isCompared(row) ? Tier.of(table.cells(), row * ClaimTable.WIDTH) : Tier.NONE;
    for (int other = 0; tier >= 0 && other < Tier.COUNT; other++) {
      if (counts[other] > 0) {
        visit(row, tier, other, visitor);
      }
    }
  }

  private void visit(int row, int tier, int other, IntConsumer visitor) {
    int[] all = table.cells();
    int at = row * ClaimTable.WIDTH;
    int seconds = Tier.seconds(tier, other);
    long height = (long) (Tier.metres(tier, other) * E7_PER_METRE) + 1;
    int scale = Math.max(1, all[at + ClaimTable.SCALE] & 0xffff);
    long width = (long) Math.min(1.8e9, Tier.metres(tier, other) * 4e6 / scale * 1.02) + 1;
    int side = Crowds.side(other);
    int bucket = Tier.seconds(other, other);
    long time = all[at + ClaimTable.TIME];
    long lat = all[at + ClaimTable.LAT];
    long lon = all[at + ClaimTable.LON];
    for (long b = Math.floorDiv(time - seconds, bucket); b * bucket <= time + seconds; b++) {
      for (long r = Math.floorDiv(lat - height, side); r * side <= lat + height; r++) {
        for (long c = Math.floorDiv(lon - width, side); c * side <= lon + width; c++) {
          visitCell(row, cells.get(Crowds.cell(other, b, r, c)), visitor);
        }
      }
    }
  }

  private void visitCell(
      int row, @org.jspecify.annotations.Nullable Rows rows, IntConsumer visitor) {
    for (int i = 0; rows != null && i < rows.size; i++) {
      int other = rows.rows[i];
      if (other != row
          && Tier.near(
              table.cells(), row * ClaimTable.WIDTH, table.cells(), other * ClaimTable.WIDTH)) {
        visitor.accept(other);
      }
    }
  }

  private long cellOf(int row, int tier) {
    return Crowds.cell(table.cells(), row * ClaimTable.WIDTH, tier);
  }
}
