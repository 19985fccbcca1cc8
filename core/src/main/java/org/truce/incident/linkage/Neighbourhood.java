package org.truce.incident.linkage;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/** Finds the rows near a row, as rows come and go: the same pairs as {@link Blocks}. */
final class Neighbourhood {
  private static final double E7_PER_METRE = 1e7 / 110_500.0;

  private static final class Rows {
    private int[] rows = new int[2];
    private int size;

    private void add(int row) {
      if (size == rows.length) {
        rows = Arrays.copyOf(rows, 2 * size);
      }
      rows[size++] = row;
    }

    private void remove(int row) {
      for (int i = 0; i < size; i++) {
        if (rows[i] == row) {
          rows[i] = rows[--size];
          return;
        }
      }
    }
  }

  private final ClaimTable table;
  private final Map<Long, Rows> cells = new HashMap<>();
  private final int[] counts = new int[Tier.COUNT];
  private final BitSet present = new BitSet();

  Neighbourhood(ClaimTable table) {
    this.table = table;
  }

  boolean has(int row) {
    return present.get(row);
  }

  void add(int row) {
    present.set(row);
    int tier = Tier.of(table.cells(), row * ClaimTable.WIDTH);
    if (tier >= 0) {
      counts[tier]++;
      cells.computeIfAbsent(cellOf(row, tier), key -> new Rows()).add(row);
    }
  }

  void remove(int row) {
    present.clear(row);
    int tier = Tier.of(table.cells(), row * ClaimTable.WIDTH);
    if (tier >= 0) {
      counts[tier]--;
      cells.computeIfPresent(
          cellOf(row, tier),
          (key, rows) -> {
            rows.remove(row);
            return rows.size == 0 ? null : rows;
          });
    }
  }

  void visit(int row, IntConsumer visitor) {
    int tier = Tier.of(table.cells(), row * ClaimTable.WIDTH);
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
    int side = side(other);
    int bucket = Tier.seconds(other, other);
    long time = all[at + ClaimTable.TIME];
    long lat = all[at + ClaimTable.LAT];
    long lon = all[at + ClaimTable.LON];
    for (long b = Math.floorDiv(time - seconds, bucket); b * bucket <= time + seconds; b++) {
      for (long r = Math.floorDiv(lat - height, side); r * side <= lat + height; r++) {
        for (long c = Math.floorDiv(lon - width, side); c * side <= lon + width; c++) {
          visitCell(row, cells.get(key(other, b, r, c)), visitor);
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

  /** Side of a cell in 1e-7 degrees, both ways: as long as two claims of the tier may be apart. */
  private static int side(int tier) {
    return (int) (Tier.metres(tier, tier) * E7_PER_METRE * 2) + 1;
  }

  private long cellOf(int row, int tier) {
    return key(
        tier,
        Math.floorDiv(table.cell(row, ClaimTable.TIME), Tier.seconds(tier, tier)),
        Math.floorDiv(table.cell(row, ClaimTable.LAT), side(tier)),
        Math.floorDiv(table.cell(row, ClaimTable.LON), side(tier)));
  }

  private static long key(int tier, long bucket, long row, long column) {
    return ((long) tier << 60)
        | ((bucket & 0xf_ffff) << 40)
        | ((row & 0xf_ffff) << 20)
        | (column & 0xf_ffff);
  }
}
