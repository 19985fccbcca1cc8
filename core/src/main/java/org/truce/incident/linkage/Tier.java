package org.truce.incident.linkage;

/**
 * How precisely a claim says where and when: which decides with what it is compared.
 *
 * <p>A claim whose place is wider than a district or whose time is longer than a day and a bit has
 * no tier: it meets others only by name, by text or by reference.
 */
final class Tier {
  /** Number of tiers: three of the place times two of the time. */
  static final int COUNT = 6;

  /** Of which so many of the place. */
  static final int PLACES = 3;

  static final int NONE = -1;

  private static final int[] RADII = {1_000, 4_000, 20_000};
  private static final int[] REACH_METRES = {2_000, 6_000, 24_000};
  private static final int[] HALF_WIDTHS = {7_200, 54_000};
  private static final int[] REACH_SECONDS = {14_400, 57_600};
  private static final double Z_SQUARED = 11;

  /** So that no list is cut into bands too many to number. */
  private static final int LEAST_REACH = 500;

  private Tier() {}

  static int of(int[] cells, int at) {
    int radius = cells[at + ClaimTable.RADIUS];
    int half = cells[at + ClaimTable.HALF];
    if (radius < 0 || radius > RADII[2] || half > HALF_WIDTHS[1]) {
      return NONE;
    }
    int place = radius <= RADII[0] ? 0 : radius <= RADII[1] ? 1 : 2;
    return (half <= HALF_WIDTHS[0] ? 0 : 3) + place;
  }

  /** Returns how far apart in metres two claims of these tiers may lie. */
  static int metres(int one, int other) {
    return REACH_METRES[Math.max(one % 3, other % 3)];
  }

  /** Returns how far apart in seconds two claims of these tiers may lie. */
  static int seconds(int one, int other) {
    return REACH_SECONDS[Math.max(one / 3, other / 3)];
  }

  /** Returns the tier of the vaguer place and the vaguer time of two. */
  static int vaguer(int one, int other) {
    return Math.max(one / PLACES, other / PLACES) * PLACES + Math.max(one % PLACES, other % PLACES);
  }

  /**
   * Returns how far apart in metres, rounded up, near rows of two tiers lie at most if no radius
   * among them is larger than that; at least {@value #LEAST_REACH}.
   */
  static int reach(int one, int other, int widest, int otherWidest) {
    double sigmas = Math.sqrt(furthest(widest, otherWidest));
    return (int) Math.min(metres(one, other), Math.max(LEAST_REACH, Math.ceil(sigmas) + 1));
  }

  /** Returns whether two rows are near enough in place and time to be compared. */
  static boolean near(int[] one, int a, int[] other, int b) {
    int p = of(one, a);
    int q = of(other, b);
    if (p == NONE || q == NONE) {
      return false;
    }
    long between = Math.abs((long) one[a + ClaimTable.TIME] - other[b + ClaimTable.TIME]);
    return between <= seconds(p, q) && close(one, a, other, b, metres(p, q));
  }

  /** Returns whether two rows lie within the reach and within 3.3 combined sigma. */
  static boolean close(int[] one, int a, int[] other, int b, double reach) {
    return within(
        reach,
        one[a + ClaimTable.RADIUS],
        other[b + ClaimTable.RADIUS],
        Distance.squared(one, a, other, b));
  }

  /** Returns whether a squared distance is within the reach and within 3.3 combined sigma. */
  static boolean within(double reach, double r1, double r2, double squared) {
    return squared <= Math.min(reach * reach, furthest(r1, r2));
  }

  /** The square of 3.3 combined sigma: a sigma is a radius / 2.45. */
  private static double furthest(double r1, double r2) {
    return Z_SQUARED * (r1 * r1 + r2 * r2 + 1) / 6;
  }
}
