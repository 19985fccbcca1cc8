package org.truce.incident.linkage;

import java.util.Arrays;

/**
 * How much is reported from where and on what day, and how common each conduct is: where much is
 * said, two claims agree by chance.
 *
 * <p>What counts is how many reports are expected from one square on one day, as if place and day
 * were independent: reports of the square × reports of the day / all reports. So it does not grow
 * with the length of the set. A day or a square of which nothing was counted is as the mean day and
 * as a square of one report.
 *
 * <p>It is a numbered part of the model, counted once from a set of claims and then fixed: never a
 * counter at arrival, so that weights stay functions of two claims and the model. Squares are 0.1°
 * high and wide.
 */
public final class Background {
  /** Levels of crowding: half powers of two, from a quarter of a report a day upwards. */
  static final int LEVELS = 20;

  private static final int LEAST_LEVEL = -4;
  private static final int SQUARE_E7 = 1_000_000;
  private static final int SQUARES = 1 << 16;
  private static final int DAY = 86_400;
  private static final int DAYS = 1 << 15;

  /** Steps in which logarithms are held: eighths of a power of two. */
  private static final int STEPS = 8;

  private final short[] squares;
  private final short[] days;
  private final byte[] rarities;

  private Background(short[] squares, short[] days, byte[] rarities) {
    this.squares = squares;
    this.days = days;
    this.rarities = rarities;
  }

  /** Counts a set of claims. */
  public static Background of(ClaimTable table) {
    int[] squares = new int[SQUARES];
    int[] days = new int[DAYS];
    int[] conducts = new int[Kinship.CONDUCT.size()];
    int[] cells = table.cells();
    for (int row = 0; row < table.size(); row++) {
      int at = row * ClaimTable.WIDTH;
      squares[square(cells, at)]++;
      days[day(cells, at)]++;
      conducts[cells[at + ClaimTable.KIND] >>> 16]++;
    }
    long active = Arrays.stream(days).filter(count -> count > 0).count();
    double mean = Math.max(1.0, table.size() / (double) Math.max(1, active));
    return new Background(
        logarithms(squares, 1, Math.max(1, table.size())),
        logarithms(days, mean, 1),
        rarities(conducts, table.size()));
  }

  /** Logarithms of the counts over {@code unit}; what was not counted is {@code otherwise}. */
  private static short[] logarithms(int[] counts, double otherwise, double unit) {
    short[] logarithms = new short[counts.length];
    short none = steps(otherwise / unit);
    for (int i = 0; i < counts.length; i++) {
      logarithms[i] = counts[i] == 0 ? none : steps(counts[i] / unit);
    }
    return logarithms;
  }

  private static short steps(double count) {
    return (short) StrictMath.rint(STEPS * (StrictMath.log(count) / StrictMath.log(2)));
  }

  private static byte[] rarities(int[] counts, int all) {
    byte[] rarities = new byte[counts.length];
    for (int i = 0; i < counts.length; i++) {
      rarities[i] = (byte) (counts[i] * 8L > all ? 0 : counts[i] * 25L > all ? 1 : 2);
    }
    return rarities;
  }

  /** Returns the level of crowding around a row: reports expected from its square on its day. */
  int level(int[] cells, int at) {
    int powers = squares[square(cells, at)] + days[day(cells, at)];
    int level = Math.floorDiv(2 * powers, STEPS) - LEAST_LEVEL;
    return Math.max(0, Math.min(LEVELS - 1, level));
  }

  /** Returns 0 for a common conduct to 2 for a rare one. */
  int rarity(int conduct) {
    return rarities[conduct];
  }

  private static int square(int[] cells, int at) {
    int row = Math.floorDiv(cells[at + ClaimTable.LAT], SQUARE_E7);
    int column = Math.floorDiv(cells[at + ClaimTable.LON], SQUARE_E7);
    return (row * 31_337 + column) & (SQUARES - 1);
  }

  private static int day(int[] cells, int at) {
    return Math.floorDiv(cells[at + ClaimTable.TIME], DAY) & (DAYS - 1);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Arrays.hashCode(squares) + Arrays.hashCode(days)) + Arrays.hashCode(rarities);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Background that
        && Arrays.equals(squares, that.squares)
        && Arrays.equals(days, that.days)
        && Arrays.equals(rarities, that.rarities);
  }
}
