package org.truce.incident.linkage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rows that say exactly the same, put together before anything is compared; so that neither a wire
 * copied a thousand times nor a flood costs more than its first row.
 *
 * <p>Rows are copies when account, time, place, kind, authors, toll, name and text are the same.
 * Two claims of one report and two rows of one dataset are never copies; neither is a row about
 * which something is decided.
 */
final class Copies {
  private static final int[] COMPARED = {
    ClaimTable.TIME, ClaimTable.HALF, ClaimTable.LAT, ClaimTable.LON, ClaimTable.RADIUS,
    ClaimTable.KIND, ClaimTable.BY, ClaimTable.ACCOUNT, ClaimTable.TOLL, ClaimTable.NAME,
    ClaimTable.TEXT, ClaimTable.FLAGS
  };

  private final int[] leaderOf;
  private final int[] leaders;

  private Copies(int[] leaderOf, int[] leaders) {
    this.leaderOf = leaderOf;
    this.leaders = leaders;
  }

  static Copies of(ClaimTable table, Decided decided) {
    int size = table.size();
    long[] keys = new long[size];
    int[] rows = new int[size];
    for (int row = 0; row < size; row++) {
      keys[row] = content(table.cells(), row * ClaimTable.WIDTH) >>> 1;
      rows[row] = row;
    }
    rows = RadixSort.sorted(keys, rows);
    Set<Integer> kept = new HashSet<>();
    decided.together().forEach(pair -> keep(kept, pair));
    decided.apart().forEach(pair -> keep(kept, pair));
    int[] leaderOf = new int[size];
    int from = 0;
    while (from < size) {
      int to = from + 1;
      while (to < size && keys[to] == keys[from]) {
        to++;
      }
      lead(table, rows, from, to, leaderOf);
      from = to;
    }
    kept.forEach(row -> leaderOf[row] = row);
    return new Copies(leaderOf, leaders(leaderOf));
  }

  private static void keep(Set<Integer> kept, Decided.Pair pair) {
    kept.add(pair.one());
    kept.add(pair.other());
  }

  private static void lead(ClaimTable table, int[] rows, int from, int to, int[] leaderOf) {
    if (to == from + 1 || (table.cell(rows[from], ClaimTable.FLAGS) & ClaimTable.DATASET) != 0) {
      for (int i = from; i < to; i++) {
        leaderOf[rows[i]] = rows[i];
      }
      return;
    }
    List<Integer> sorted = new ArrayList<>();
    for (int i = from; i < to; i++) {
      sorted.add(rows[i]);
    }
    sorted.sort((a, b) -> Long.compare(table.order(a), table.order(b)));
    Set<Integer> reports = new HashSet<>();
    for (int row : sorted) {
      boolean copy = reports.add(table.cell(row, ClaimTable.REPORT)) && row != sorted.getFirst();
      leaderOf[row] = copy ? sorted.getFirst() : row;
    }
  }

  private static int[] leaders(int[] leaderOf) {
    int count = 0;
    int[] leaders = new int[leaderOf.length];
    for (int row = 0; row < leaderOf.length; row++) {
      if (leaderOf[row] == row) {
        leaders[count++] = row;
      }
    }
    return java.util.Arrays.copyOf(leaders, count);
  }

  static long content(int[] cells, int at) {
    long hash = 0;
    for (int column : COMPARED) {
      hash = (hash ^ cells[at + column]) * 0x9E37_79B9_7F4A_7C15L;
      hash ^= hash >>> 29;
    }
    return Fingerprint.mix(hash);
  }

  int[] leaderOf() {
    return leaderOf;
  }

  int[] leaders() {
    return leaders;
  }
}
