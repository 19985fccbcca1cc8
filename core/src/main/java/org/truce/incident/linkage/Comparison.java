package org.truce.incident.linkage;

import static org.truce.incident.linkage.ClaimTable.BY;
import static org.truce.incident.linkage.ClaimTable.HALF;
import static org.truce.incident.linkage.ClaimTable.KIND;
import static org.truce.incident.linkage.ClaimTable.NAME;
import static org.truce.incident.linkage.ClaimTable.RADIUS;
import static org.truce.incident.linkage.ClaimTable.TEXT;
import static org.truce.incident.linkage.ClaimTable.TIME;
import static org.truce.incident.linkage.ClaimTable.TOLL;

/** Compares two rows, comparator by comparator. The levels are symmetric in the rows. */
final class Comparison {
  static final int PLACE_TIERS = 7;
  static final int PLACE_BINS = 12;
  static final int TIME_TIERS = 4;
  static final int TIME_BINS = 16;

  /** Variance in square metres up to which a tier reaches; the last but one tier is the vaguest. */
  private static final Bins VARIANCES =
      new Bins(1 << 16, 300 * 300, 700 * 700, 1_300 * 1_300, 2.6e3 * 2.6e3, 6e3 * 6e3);

  private static final Bins Z_SQUARED =
      new Bins(1 / 64.0, .06, .15, .3, .6, 1, 1.6, 2.4, 3.5, 5, 7.5, 11);
  private static final Bins HALF_WIDTHS = new Bins(1 << 9, 660, 2_700, 12_600);
  private static final Bins SECONDS =
      new Bins(
          1 << 6, 60, 180, 360, 660, 1_080, 1_620, 2_400, 3_600, 5_400, 7_800, 11_000, 15_000,
          22_000, 36_000, 60_000);

  /** Place tier of pairs of which at least one gives no position. */
  static final int NOWHERE = PLACE_TIERS - 1;

  private final Background background;
  private final ActorSets actors;
  private final byte[] conducts;

  Comparison(Background background, ActorSets actors) {
    this.background = background;
    this.actors = actors;
    this.conducts = conducts(background);
  }

  /** Writes the levels into {@code found}, by the ordinal of the comparator. */
  void levels(int[] one, int a, int[] other, int b, int[] found) {
    found[0] = place(one, a, other, b);
    found[1] = time(one, a, other, b);
    found[2] = conduct(one, a, other, b);
    found[3] = target(one, a, other, b);
    found[4] = author(one, a, other, b);
    found[5] = toll(one[a + TOLL], other[b + TOLL]);
    found[6] = name(one[a + NAME], other[b + NAME]);
    found[7] = text(one[a + TEXT], other[b + TEXT]);
    found[8] = crowd(crowding(one, a), crowding(other, b));
  }

  static int place(int[] one, int a, int[] other, int b) {
    return place(one, a, other, b, Distance.squared(one, a, other, b));
  }

  static int place(int[] one, int a, int[] other, int b, double squared) {
    long r1 = one[a + RADIUS];
    long r2 = other[b + RADIUS];
    if (r1 < 0 || r2 < 0) {
      return NOWHERE * PLACE_BINS;
    }
    // Sigma is a radius / 2.45, so a variance is r² / 6.
    double variance = (r1 * r1 + r2 * r2 + 1) / 6.0;
    double z = squared / variance;
    return VARIANCES.of(variance) * PLACE_BINS + Z_SQUARED.of(z);
  }

  static int time(int[] one, int a, int[] other, int b) {
    int half = Math.max(one[a + HALF], other[b + HALF]);
    int between = Math.abs(one[a + TIME] - other[b + TIME]);
    return HALF_WIDTHS.of(half) * TIME_BINS + SECONDS.of(between);
  }

  int conduct(int[] one, int a, int[] other, int b) {
    return conducts[(one[a + KIND] >>> 16) * Kinship.CONDUCT.size() + (other[b + KIND] >>> 16)];
  }

  /** A level for each conduct with each: the same conduct agrees more the rarer it is. */
  private static byte[] conducts(Background background) {
    int size = Kinship.CONDUCT.size();
    byte[] levels = new byte[size * size];
    for (int i = 0; i < levels.length; i++) {
      int relation = Kinship.CONDUCT.relation(i / size, i % size);
      levels[i] = (byte) (relation == Kinship.SAME ? background.rarity(i / size) : relation + 2);
    }
    return levels;
  }

  static int target(int[] one, int a, int[] other, int b) {
    return Kinship.TARGETS.relation(one[a + KIND] & 0xffff, other[b + KIND] & 0xffff);
  }

  int author(int[] one, int a, int[] other, int b) {
    int relation = actors.relation(one[a + BY], other[b + BY]);
    return one[a + ClaimTable.ACCOUNT] == other[b + ClaimTable.ACCOUNT] ? relation : relation + 5;
  }

  static int toll(int one, int other) {
    if (one < 0 || other < 0) {
      return one == other ? 0 : 1;
    }
    if (one == 0 && other == 0) {
      return 2;
    }
    if (one == other) {
      return 3;
    }
    int least = Math.max(one >>> 16, other >>> 16);
    int most = Math.min(one & 0xffff, other & 0xffff);
    return least <= most || least <= 2 * (most + 1) ? 4 : 5;
  }

  static int name(int one, int other) {
    return one == 0 || other == 0 ? 0 : one == other ? 1 : 2;
  }

  static int text(int one, int other) {
    if (one == 0 || other == 0) {
      return 0;
    }
    int equal = 32 - Integer.bitCount(one ^ other);
    return equal >= 30 ? 1 : equal >= 26 ? 2 : equal >= 21 ? 3 : 4;
  }

  /** Returns how crowded it is around a row. */
  int crowding(int[] cells, int at) {
    return background.level(cells, at);
  }

  /** Returns the level of two rows, of each of which is known how crowded it is around it. */
  static int crowd(int crowding, int otherCrowding) {
    return (crowding + otherCrowding) >> 1;
  }
}
