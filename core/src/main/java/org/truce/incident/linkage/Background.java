package org.truce.incident.linkage;

import java.util.Arrays;

/**
 * How much is reported from where and on what day, and how common each conduct is: where much is
 * said, two claims agree by chance.
 *
 * <p>It is a numbered part of the model, counted once from a set of claims and then fixed: never a
 * counter at arrival, so that weights stay functions of two claims and the model. Squares are 0.1°
 * high and wide.
 */
public final class Background {
  static final int LEVELS = 14;

  private static final int SQUARE_E7 = 1_000_000;
  private static final int SQUARES = 1 << 16;
  private static final int DAY = 86_400;
  private static final int DAYS = 1 << 15;

  private final byte[] squares;
  private final byte[] days;
  private final byte[] rarities;

  private Background(byte[] squares, byte[] days, byte[] rarities) {
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
    return new Background(
        halfSteps(squares, 1), halfSteps(days, 1), rarities(conducts, table.size()));
  }

  /** Half steps of powers of two: 2 log2(count). */
  private static byte[] halfSteps(int[] counts, int least) {
    byte[] steps = new byte[counts.length];
    for (int i = 0; i < counts.length; i++) {
      long square = (long) Math.max(least, counts[i]) * Math.max(least, counts[i]);
      steps[i] = (byte) (63 - Long.numberOfLeadingZeros(square));
    }
    return steps;
  }

  private static byte[] rarities(int[] counts, int all) {
    byte[] rarities = new byte[counts.length];
    for (int i = 0; i < counts.length; i++) {
      rarities[i] = (byte) (counts[i] * 8L > all ? 0 : counts[i] * 25L > all ? 1 : 2);
    }
    return rarities;
  }

  /** Returns the level of crowding around a row: reports of the square × reports of the day. */
  int level(int[] cells, int at) {
    int steps = squares[square(cells, at)] + days[day(cells, at)];
    return Math.max(0, Math.min(LEVELS - 1, (steps - 22) / 2));
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
