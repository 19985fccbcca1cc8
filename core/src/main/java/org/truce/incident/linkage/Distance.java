package org.truce.incident.linkage;

/**
 * Distances between rows: the tangent plane of the WGS 84 ellipsoid between both latitudes.
 *
 * <p>Within 60 km and below 80° of latitude it is within 0.1 % of the geodesic; that is far below
 * what any report states. The scales are integers from {@link StrictMath}, so that every machine
 * finds the same.
 */
final class Distance {
  private static final double MAJOR = 6_378_137.0;
  private static final double ECCENTRICITY_SQUARED = 0.006_694_379_990_14;
  private static final double RADIANS_OF_E7 = StrictMath.PI / 1.8e9;
  private static final double QUARTER_MICROMETRES = 4e6;
  private static final long WHOLE_CIRCLE = 3_600_000_000L;

  private Distance() {}

  /**
   * Returns the length of 1e-7 degrees there, in quarters of a micrometre: of latitude in the upper
   * half, of longitude in the lower.
   */
  static int scale(int latE7) {
    double lat = latE7 * RADIANS_OF_E7;
    double sine = StrictMath.sin(lat);
    double w = StrictMath.sqrt(1 - ECCENTRICITY_SQUARED * sine * sine);
    double north = MAJOR * (1 - ECCENTRICITY_SQUARED) / (w * w * w);
    double east = MAJOR / w * StrictMath.cos(lat);
    return quarterMicrometres(north) << 16 | quarterMicrometres(east);
  }

  private static int quarterMicrometres(double radius) {
    return (int) StrictMath.rint(radius * RADIANS_OF_E7 * QUARTER_MICROMETRES) & 0xffff;
  }

  /** Returns the square of the distance between two rows, in square metres. */
  static double squared(int[] one, int a, int[] other, int b) {
    return squared(
        (long) one[a + ClaimTable.LAT] - other[b + ClaimTable.LAT],
        (long) one[a + ClaimTable.LON] - other[b + ClaimTable.LON],
        one[a + ClaimTable.SCALE],
        other[b + ClaimTable.SCALE]);
  }

  /**
   * Returns the square of a distance in square metres.
   *
   * @param north difference of latitudes in 1e-7 degrees
   * @param toEast difference of longitudes in 1e-7 degrees
   * @param scaleA {@link #scale} at one end
   * @param scaleB {@link #scale} at the other
   */
  static double squared(long north, long toEast, int scaleA, int scaleB) {
    long east = Math.abs(toEast);
    if (east > WHOLE_CIRCLE / 2) {
      east = WHOLE_CIRCLE - east;
    }
    double dy = north * ((scaleA >>> 16) + (scaleB >>> 16)) * (0.5 / QUARTER_MICROMETRES);
    double dx = east * ((scaleA & 0xffff) + (scaleB & 0xffff)) * (0.5 / QUARTER_MICROMETRES);
    return dx * dx + dy * dy;
  }
}
