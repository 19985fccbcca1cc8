package org.truce.place;

import java.util.Locale;

/**
 * A position, WGS 84.
 *
 * @param lonE7 longitude in 1e-7 degrees, −180° to 180° inclusive
 * @param latE7 latitude in 1e-7 degrees, −90° to 90° inclusive
 */
public record LonLat(int lonE7, int latE7) implements Comparable<LonLat> {

  private static final int E7 = 10_000_000;

  public LonLat {
    if (Math.abs((long) lonE7) > 180L * E7) {
      throw new IllegalArgumentException(
          "%s is not a longitude (−180 … 180)".formatted(degrees(lonE7)));
    }
    if (Math.abs((long) latE7) > 90L * E7) {
      throw new IllegalArgumentException(
          "%s is not a latitude (−90 … 90)".formatted(degrees(latE7)));
    }
  }

  /** Returns the position at these degrees, rounded to 1e-7°; throws when out of range. */
  public static LonLat ofDegrees(double lon, double lat) {
    if (!(Math.abs(lon) <= 180)) {
      throw new IllegalArgumentException("%s is not a longitude (−180 … 180)".formatted(lon));
    }
    if (!(Math.abs(lat) <= 90)) {
      throw new IllegalArgumentException("%s is not a latitude (−90 … 90)".formatted(lat));
    }
    return new LonLat((int) Math.round(lon * E7), (int) Math.round(lat * E7));
  }

  /** Returns the longitude in degrees. */
  public double lon() {
    return lonE7 / (double) E7;
  }

  /** Returns the latitude in degrees. */
  public double lat() {
    return latE7 / (double) E7;
  }

  @Override
  public int compareTo(LonLat other) {
    int byLat = Integer.compare(latE7, other.latE7);
    return byLat != 0 ? byLat : Integer.compare(lonE7, other.lonE7);
  }

  /** Returns the position to five decimals, latitude first, as people say it. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.5f N %.5f E", lat(), lon());
  }

  private static String degrees(int e7) {
    return Double.toString(e7 / (double) E7);
  }
}
