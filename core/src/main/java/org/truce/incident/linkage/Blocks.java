package org.truce.incident.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Finds every pair of rows that is near in place and time, each once, but for floods ({@link
 * Crowds}).
 *
 * <p>The rows that have a {@link Tier} are taken in the order of time, one {@link Stretch} after
 * the other.
 *
 * <p><em>Limits.</em> Rows on two sides of the meridian of 180° do not meet.
 */
final class Blocks {
  /** Is told of every pair. */
  @FunctionalInterface
  interface Pairs {
    /**
     * Is told of two rows, in arrays that hold {@link Stretch#WIDTH} numbers a row.
     *
     * @param a where one row starts in {@code one}
     * @param b where the other starts in {@code other}
     * @param squared {@link Distance#squared} of them, which was needed to find them
     */
    void meet(int[] one, int a, int[] other, int b, double squared);
  }

  /** Says how much is reported from where a row lies. */
  @FunctionalInterface
  interface Crowding {
    /** Nobody asks. */
    Crowding NOT_ASKED = (cells, at) -> 0;

    /** Returns what is noted in {@link Stretch#CROWD}. */
    int level(int[] cells, int at);
  }

  /** Rows of a stretch, at least: they and their copies fit into 2 MiB. */
  private static final int STRETCH = 1 << 13;

  /** Seconds of a stretch, at least: the rows before it that it needs are few beside its own. */
  private static final long SPAN = 4L * Stretch.LONGEST;

  /** Rows of one piece of work: some tens of milliseconds. */
  private static final int PIECE = 1 << 15;

  private final ClaimTable table;
  private final int[] rows;
  private final int crowded;
  private final Crowding crowding;

  /** Looks for pairs among rows. */
  Blocks(ClaimTable table, TimeOrder order) {
    this(table, order, Crowding.NOT_ASKED);
  }

  Blocks(ClaimTable table, TimeOrder order, Crowding crowding) {
    this.table = table;
    this.crowding = crowding;
    this.rows = order.compared(table);
    this.crowded = order.rows().length - rows.length;
  }

  /** Returns how many rows are compared with nothing because they are a flood. */
  int crowded() {
    return crowded;
  }

  /** Visits every pair that is near. */
  void visit(Pairs pairs) {
    visit(Workers.ALONE, () -> pairs);
  }

  /**
   * Visits every pair that is near, in pieces.
   *
   * @param pairs asked for once for each piece, in an order that depends on the rows alone
   */
  void visit(Workers workers, Supplier<Pairs> pairs) {
    List<Runnable> pieces = new ArrayList<>();
    Queue<Stretch> idle = new ConcurrentLinkedQueue<>();
    int end;
    for (int from = 0; from < rows.length; from = end) {
      end = from;
      while (end < rows.length && end - from < PIECE) {
        end = endOfStretch(end);
      }
      Pairs found = pairs.get();
      int first = from;
      int last = end;
      pieces.add(() -> visit(first, last, found, idle));
    }
    workers.doAll(pieces);
  }

  /** Visits one piece with a stretch that no other is at work with: its arrays are large. */
  private void visit(int first, int end, Pairs pairs, Queue<Stretch> idle) {
    Stretch stretch = Optional.ofNullable(idle.poll()).orElseGet(this::newStretch);
    int to;
    for (int from = first; from < end; from = to) {
      to = endOfStretch(from);
      stretch.visit(rows, before(from), from, to, pairs);
    }
    idle.add(stretch);
  }

  private Stretch newStretch() {
    return new Stretch(table, crowding);
  }

  private int endOfStretch(int from) {
    int end = Math.min(rows.length, from + STRETCH);
    while (end < rows.length && time(end) < time(from) + SPAN) {
      end++;
    }
    return end;
  }

  /** The first row that may be near one from there on. */
  private int before(int from) {
    int before = from;
    while (before > 0 && time(before - 1) >= time(from) - Stretch.LONGEST) {
      before--;
    }
    return before;
  }

  private long time(int at) {
    return table.cells()[rows[at] * ClaimTable.WIDTH + ClaimTable.TIME];
  }
}
