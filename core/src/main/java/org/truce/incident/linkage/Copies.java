package org.truce.incident.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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
  /** An even number of columns. */
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
    int[] leaderOf = firsts(table);
    leadEach(table, leaderOf);
    Set<Integer> kept = new HashSet<>();
    decided.together().forEach(pair -> keep(kept, pair));
    decided.apart().forEach(pair -> keep(kept, pair));
    kept.forEach(row -> leaderOf[row] = row);
    return new Copies(leaderOf, leaders(leaderOf));
  }

  /** Returns for each row the first row of the same content. */
  private static int[] firsts(ClaimTable table) {
    int size = table.size();
    long[] contents = new long[size];
    int[] firsts = new int[size];
    int mask = Integer.highestOneBit(Math.max(2, size)) * 2 - 1;
    int[] slots = new int[mask + 1];
    for (int row = 0; row < size; row++) {
      contents[row] = content(table.cells(), row * ClaimTable.WIDTH);
      int slot = (int) contents[row] & mask;
      while (slots[slot] != 0 && contents[slots[slot] - 1] != contents[row]) {
        slot = (slot + 1) & mask;
      }
      if (slots[slot] == 0) {
        slots[slot] = row + 1;
      }
      firsts[row] = slots[slot] - 1;
    }
    return firsts;
  }

  /** Chooses leaders among the rows that share their first; all others lead themselves. */
  private static void leadEach(ClaimTable table, int[] leaderOf) {
    BitSet shared = new BitSet();
    for (int row = 0; row < leaderOf.length; row++) {
      if (leaderOf[row] != row) {
        shared.set(row);
        shared.set(leaderOf[row]);
      }
    }
    int[] rows = shared.stream().toArray();
    long[] keys = Arrays.stream(rows).mapToLong(row -> leaderOf[row]).toArray();
    rows = RadixSort.sorted(keys, rows);
    int from = 0;
    while (from < rows.length) {
      int to = from + 1;
      while (to < rows.length && keys[to] == keys[from]) {
        to++;
      }
      lead(table, rows, from, to, leaderOf);
      from = to;
    }
  }

  private static void keep(Set<Integer> kept, Decided.Pair pair) {
    kept.add(pair.one());
    kept.add(pair.other());
  }

  private static void lead(ClaimTable table, int[] rows, int from, int to, int[] leaderOf) {
    boolean isDataset = (table.cell(rows[from], ClaimTable.FLAGS) & ClaimTable.DATASET) != 0;
    List<Integer> sorted = new ArrayList<>();
    for (int i = from; i < to; i++) {
      sorted.add(rows[i]);
    }
    sorted.sort((a, b) -> Long.compare(table.order(a), table.order(b)));
    Set<Integer> reports = new HashSet<>();
    for (int row : sorted) {
      boolean first = reports.add(table.cell(row, ClaimTable.REPORT));
      boolean copy = first && row != sorted.getFirst() && !isDataset;
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
    return Arrays.copyOf(leaders, count);
  }

  /** Returns a number for what is compared; two rows of one number say the same. */
  static long content(int[] cells, int at) {
    long hash = 0;
    for (int i = 0; i < COMPARED.length; i += 2) {
      long two = (long) cells[at + COMPARED[i]] << Integer.SIZE ^ cells[at + COMPARED[i + 1]];
      hash = (hash ^ two) * 0x9E37_79B9_7F4A_7C15L;
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
