package org.truce.incident.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Rows that say exactly the same, put together before anything is compared; so that neither a wire
 * copied a thousand times nor a flood costs more than its first row.
 *
 * <p>Rows are copies when account, time, place, kind, authors, toll, name and text are the same.
 * Two claims of one report and two rows of one dataset are never copies; neither is a row about
 * which something is decided.
 */
final class Copies {
  /** Of no rows. */
  static final Copies NONE = new Copies(new int[0]);

  /** An even number of columns. */
  private static final int[] COMPARED = {
    ClaimTable.TIME, ClaimTable.HALF, ClaimTable.LAT, ClaimTable.LON, ClaimTable.RADIUS,
    ClaimTable.KIND, ClaimTable.BY, ClaimTable.ACCOUNT, ClaimTable.TOLL, ClaimTable.NAME,
    ClaimTable.TEXT, ClaimTable.FLAGS
  };

  /** Of this process alone, so that nobody can make up rows that fall on one number. */
  private static final long SEED = new SplittableRandom().nextLong();

  /** Gives rows that say the same one number, so that few are compared; others may share it. */
  @FunctionalInterface
  interface Numbering {
    long number(int[] cells, int at);
  }

  /** Rows that one piece of work numbers. */
  private static final int PIECE = 1 << 16;

  private final int[] leaderOf;

  private Copies(int[] leaderOf) {
    this.leaderOf = leaderOf;
  }

  static Copies of(ClaimTable table, Decided decided) {
    return of(table, decided, Workers.ALONE, Copies::number);
  }

  static Copies of(ClaimTable table, Decided decided, Workers workers, Numbering numbering) {
    int[] leaderOf = firsts(table.cells(), numbers(table, numbering, workers));
    leadEach(table, leaderOf);
    Set<Integer> kept = new HashSet<>();
    decided.together().forEach(pair -> keep(kept, pair));
    decided.apart().forEach(pair -> keep(kept, pair));
    kept.forEach(row -> leaderOf[row] = row);
    return new Copies(leaderOf);
  }

  private static long[] numbers(ClaimTable table, Numbering numbering, Workers workers) {
    long[] numbers = new long[table.size()];
    List<Runnable> pieces = new ArrayList<>();
    for (int from = 0; from < numbers.length; from += PIECE) {
      int first = from;
      int end = Math.min(numbers.length, from + PIECE);
      pieces.add(
          () -> {
            for (int row = first; row < end; row++) {
              numbers[row] = numbering.number(table.cells(), row * ClaimTable.WIDTH);
            }
          });
    }
    workers.doAll(pieces);
    return numbers;
  }

  /** Returns for each row the first row that says the same. */
  private static int[] firsts(int[] cells, long[] numbers) {
    int[] firsts = new int[numbers.length];
    int mask = Integer.highestOneBit(Math.max(1, numbers.length)) * 4 - 1;
    int[] slots = new int[mask + 1];
    for (int row = 0; row < numbers.length; row++) {
      int slot = (int) numbers[row] & mask;
      while (slots[slot] != 0 && !isSame(cells, numbers, slots[slot] - 1, row)) {
        slot = (slot + 1) & mask;
      }
      if (slots[slot] == 0) {
        slots[slot] = row + 1;
      }
      firsts[row] = slots[slot] - 1;
    }
    return firsts;
  }

  private static boolean isSame(int[] cells, long[] numbers, int one, int other) {
    return numbers[one] == numbers[other]
        && isSame(cells, one * ClaimTable.WIDTH, other * ClaimTable.WIDTH);
  }

  /** Chooses leaders among the rows that share their first; all others lead themselves. */
  private static void leadEach(ClaimTable table, int[] leaderOf) {
    int[] rows = sharing(leaderOf);
    long[] keys = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      long report = table.cell(rows[i], ClaimTable.REPORT) & 0xffff_ffffL;
      keys[i] = (long) leaderOf[rows[i]] << Integer.SIZE | report;
    }
    rows = RadixSort.sorted(keys, rows);
    int to;
    for (int from = 0; from < rows.length; from = to) {
      to = endOf(keys, Integer.SIZE, from);
      lead(table, rows, keys, from, to, leaderOf);
    }
  }

  /** Returns where keys start that differ in what is above some bits. */
  private static int endOf(long[] keys, int bits, int from) {
    int to = from + 1;
    while (to < keys.length && keys[to] >>> bits == keys[from] >>> bits) {
      to++;
    }
    return to;
  }

  private static int[] sharing(int[] firsts) {
    BitSet sharing = new BitSet();
    for (int row = 0; row < firsts.length; row++) {
      if (firsts[row] != row) {
        sharing.set(row);
        sharing.set(firsts[row]);
      }
    }
    return sharing.stream().toArray();
  }

  private static void keep(Set<Integer> kept, Decided.Pair pair) {
    kept.add(pair.one());
    kept.add(pair.other());
  }

  /** The smallest id among rows of one content leads the smallest of every other report. */
  private static void lead(
      ClaimTable table, int[] rows, long[] keys, int from, int to, int[] leaderOf) {
    int leader = smallest(table, rows, from, to);
    boolean isDataset = (table.cell(leader, ClaimTable.FLAGS) & ClaimTable.DATASET) != 0;
    int end;
    for (int start = from; start < to; start = end) {
      end = endOf(keys, 0, start);
      for (int i = start; i < end; i++) {
        leaderOf[rows[i]] = rows[i];
      }
      if (!isDataset) {
        leaderOf[smallest(table, rows, start, end)] = leader;
      }
    }
  }

  private static int smallest(ClaimTable table, int[] rows, int from, int to) {
    int smallest = rows[from];
    for (int i = from + 1; i < to; i++) {
      smallest = table.order(rows[i]) < table.order(smallest) ? rows[i] : smallest;
    }
    return smallest;
  }

  /** Returns a number for what a row says, which is another in another process. */
  static long number(int[] cells, int at) {
    long hash = SEED;
    for (int i = 0; i < COMPARED.length; i += 2) {
      long two = (long) cells[at + COMPARED[i]] << Integer.SIZE ^ cells[at + COMPARED[i + 1]];
      hash = (hash ^ two) * 0x9E37_79B9_7F4A_7C15L;
      hash ^= hash >>> 29;
    }
    return Fingerprint.mix(hash);
  }

  /** Returns whether two rows say the same. */
  static boolean isSame(int[] cells, int a, int b) {
    for (int column : COMPARED) {
      if (cells[a + column] != cells[b + column]) {
        return false;
      }
    }
    return true;
  }

  int[] leaderOf() {
    return leaderOf;
  }

  /** Returns those rows that lead themselves, in the order given. */
  int[] leading(int[] rows) {
    int count = 0;
    int[] leading = new int[rows.length];
    for (int row : rows) {
      if (leaderOf[row] == row) {
        leading[count++] = row;
      }
    }
    return Arrays.copyOf(leading, count);
  }
}
