package org.truce.incident.linkage;

import java.util.Arrays;

/**
 * Claims in columns: one row of sixteen integers each, so that a comparison touches two cache
 * lines.
 *
 * <p>Rows are only ever appended; a row is known by its position. Texts are held as numbers: kinds
 * by {@link Kinship}, actors by {@link ActorSets}, everything else by the caller or by {@link
 * Fingerprint}.
 */
public final class ClaimTable {
  /**
   * Seconds from 1970 to 2022, from which times are counted: 34 years to both sides are kept, from
   * 1988 to 2055, so that a difference of two times is a whole number of 32 bits.
   */
  private static final long EPOCH = 1_640_995_200L;

  /** Longest half width of a time that is kept, in seconds; longer ones count as unknown. */
  static final int UNKNOWN_HALF = 1 << 30;

  /** Flag of a row that comes from a dataset, in which two rows are never one happening. */
  public static final int DATASET = 1;

  static final int WIDTH = 16;
  static final int TIME = 0;
  static final int HALF = 1;
  static final int LAT = 2;
  static final int LON = 3;
  static final int RADIUS = 4;
  static final int SCALE = 5;
  static final int KIND = 6;
  static final int BY = 7;
  static final int ACCOUNT = 8;
  static final int SOURCE = 9;
  static final int REPORT = 10;
  static final int TOLL = 11;
  static final int NAME = 12;
  static final int TEXT = 13;
  static final int ORIGIN = 14;
  static final int FLAGS = 15;

  private int[] cells;
  private long[] order;
  private int size;

  /** Starts with no row. */
  public ClaimTable() {
    this(new int[WIDTH * 64], new long[64], 0);
  }

  private ClaimTable(int[] cells, long[] order, int size) {
    this.cells = cells;
    this.order = order;
    this.size = size;
  }

  /**
   * Where a claim's position lies.
   *
   * @param latE7 latitude in 1e-7 degrees
   * @param lonE7 longitude in 1e-7 degrees
   * @param radiusMetres hard outer bound; −1 when no position is given
   */
  public record Where(int latE7, int lonE7, int radiusMetres) {
    /** No position is given. */
    public static final Where NOWHERE = new Where(0, 0, -1);
  }

  /**
   * What is said to have happened.
   *
   * @param conduct number of the conduct
   * @param target number of the target; 0 when not said
   * @param by number of the set of alleged authors; 0 when not said
   * @param killedLeast at least so many killed; −1 when not said
   * @param killedMost at most so many killed; −1 when not said
   * @param name number of the place or facility named; 0 when none is
   */
  public record What(int conduct, int target, int by, int killedLeast, int killedMost, int name) {}

  /**
   * Who says so.
   *
   * @param account number of the account
   * @param source number of the source
   * @param report number of the report
   * @param origin number of the origin whose words it copies; the source's own when it copies none
   * @param text 32 bits of the text's sketch; 0 when there is no text
   * @param flags {@link #DATASET}
   */
  public record Who(int account, int source, int report, int origin, int text, int flags) {}

  /**
   * Appends a row and returns its position.
   *
   * @param id fingerprint of the claim's id; breaks ties
   * @param from first possible second since 1970, inclusive
   * @param to end of the possible seconds, exclusive
   */
  public int add(long id, long from, long to, Where where, What what, Who who) {
    int row = grow(id);
    int at = row * WIDTH;
    setTime(at, from, to);
    setPlace(at, where);
    cells[at + KIND] = what.conduct() << 16 | what.target();
    cells[at + BY] = what.by();
    cells[at + TOLL] =
        what.killedLeast() < 0
            ? -1
            : Math.min(what.killedLeast(), 0x7fff) << 16 | Math.min(what.killedMost(), 0x7fff);
    cells[at + NAME] = what.name();
    cells[at + ACCOUNT] = who.account();
    cells[at + SOURCE] = who.source();
    cells[at + REPORT] = who.report();
    cells[at + ORIGIN] = who.origin();
    cells[at + TEXT] = who.text();
    cells[at + FLAGS] = who.flags();
    return row;
  }

  private int grow(long id) {
    if (size == order.length) {
      int more = Math.addExact(size, Math.max(64, size / 2));
      order = Arrays.copyOf(order, more);
      cells = Arrays.copyOf(cells, Math.multiplyExact(more, WIDTH));
    }
    order[size] = id;
    return size++;
  }

  private void setTime(int at, long from, long to) {
    long half = (to - from) / 2;
    long middle = from + half - EPOCH;
    boolean known = half >= 0 && half < UNKNOWN_HALF && Math.abs(middle) < UNKNOWN_HALF;
    cells[at + TIME] = known ? (int) middle : 0;
    cells[at + HALF] = known ? (int) half : UNKNOWN_HALF;
  }

  private void setPlace(int at, Where where) {
    cells[at + LAT] = where.latE7();
    cells[at + LON] = where.lonE7();
    cells[at + RADIUS] = where.radiusMetres();
    cells[at + SCALE] = Distance.scale(where.latE7());
  }

  /** Returns how many rows there are. */
  public int size() {
    return size;
  }

  /** Returns the fingerprint of the claim's id. */
  public long order(int row) {
    return order[row];
  }

  /** Returns the number of the account. */
  public int account(int row) {
    return cells[row * WIDTH + ACCOUNT];
  }

  /** Returns the number of the set of alleged authors; 0 when not said. */
  public int by(int row) {
    return cells[row * WIDTH + BY];
  }

  /** Returns the number of the source. */
  public int source(int row) {
    return cells[row * WIDTH + SOURCE];
  }

  /** Returns the number of the origin. */
  public int origin(int row) {
    return cells[row * WIDTH + ORIGIN];
  }

  /**
   * Returns the middle of the possible time in seconds since 1970; the start of 2022 when unknown.
   */
  public long middle(int row) {
    return cells[row * WIDTH + TIME] + EPOCH;
  }

  /** Returns half the width of the possible time in seconds. */
  public int halfWidth(int row) {
    return cells[row * WIDTH + HALF];
  }

  /** Returns latitude, longitude (1e-7 degrees) and outer radius in metres, −1 for nowhere. */
  public Where where(int row) {
    int at = row * WIDTH;
    return new Where(cells[at + LAT], cells[at + LON], cells[at + RADIUS]);
  }

  int conduct(int row) {
    return cells[row * WIDTH + KIND] >>> 16;
  }

  int cell(int row, int column) {
    return cells[row * WIDTH + column];
  }

  int[] cells() {
    return cells;
  }

  /** Appends a row of another table and returns its position here. */
  int addCopy(ClaimTable from, int row) {
    int added = grow(from.order[row]);
    System.arraycopy(from.cells, row * WIDTH, cells, added * WIDTH, WIDTH);
    return added;
  }

  /** Returns the rows in another order; {@code rows[i]} becomes row {@code i}. */
  ClaimTable inOrder(int[] rows) {
    int[] copied = new int[Math.multiplyExact(Math.max(1, rows.length), WIDTH)];
    long[] ids = new long[Math.max(1, rows.length)];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(cells, rows[i] * WIDTH, copied, i * WIDTH, WIDTH);
      ids[i] = order[rows[i]];
    }
    return new ClaimTable(copied, ids, rows.length);
  }
}
