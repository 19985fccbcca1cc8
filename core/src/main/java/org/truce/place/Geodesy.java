package org.truce.place;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;

/** Distances on the WGS 84 ellipsoid (Karney 2013), quantised to millimetres. */
public final class Geodesy {
  private static final int CORNERS = 64;

  /** The longest radius around which a ring is drawn, 1,000 km. */
  public static final long LONGEST_RADIUS_MM = 1_000_000_000L;

  private Geodesy() {}

  /** Returns the geodesic distance in millimetres. */
  public static long distanceMm(LonLat a, LonLat b) {
    return Math.round(
        Geodesic.WGS84.Inverse(a.lat(), a.lon(), b.lat(), b.lon(), GeodesicMask.DISTANCE).s12
            * 1000);
  }

  /**
   * Returns a closed ring that holds everything within a distance and little else, as longitude and
   * latitude in turn.
   *
   * <p>Longitudes go on beyond 180° where the ring crosses it.
   *
   * @param radiusMm more than 0, at most 1,000 km
   */
  public static double[] ringAround(LonLat centre, long radiusMm) {
    if (radiusMm <= 0 || radiusMm > LONGEST_RADIUS_MM) {
      throw new IllegalArgumentException("no ring can be drawn at %d mm".formatted(radiusMm));
    }
    double[] ring = new double[2 * (CORNERS + 1)];
    double metres = radiusMm / 1_000.0 / StrictMath.cos(Math.PI / CORNERS);
    for (int i = 0; i <= CORNERS; i++) {
      // From north against the clock; the last corner is the first again.
      GeodesicData corner =
          Geodesic.WGS84.Direct(
              centre.lat(),
              centre.lon(),
              -360.0 * (i % CORNERS) / CORNERS,
              metres,
              GeodesicMask.STANDARD | GeodesicMask.LONG_UNROLL);
      ring[2 * i] = corner.lon2;
      ring[2 * i + 1] = corner.lat2;
    }
    return ring;
  }

  /**
   * Returns the distance in millimetres from a position to a short edge.
   *
   * <p>Both ends are mapped to the plane in which distance and azimuth from {@code from} are true;
   * an edge of at most 1 km is straight there to well under a metre.
   */
  static long distanceToEdgeMm(LonLat from, double lon1, double lat1, double lon2, double lat2) {
    double[] a = plane(from, lon1, lat1);
    double[] b = plane(from, lon2, lat2);
    double dx = b[0] - a[0];
    double dy = b[1] - a[1];
    double square = dx * dx + dy * dy;
    double along = square == 0 ? 0 : -(a[0] * dx + a[1] * dy) / square;
    double at = Math.max(0, Math.min(1, along));
    return Math.round(Math.hypot(a[0] + at * dx, a[1] + at * dy) * 1000);
  }

  private static double[] plane(LonLat from, double lon, double lat) {
    GeodesicData line =
        Geodesic.WGS84.Inverse(
            from.lat(), from.lon(), lat, lon, GeodesicMask.DISTANCE | GeodesicMask.AZIMUTH);
    double azimuth = StrictMath.toRadians(line.azi1);
    return new double[] {line.s12 * StrictMath.sin(azimuth), line.s12 * StrictMath.cos(azimuth)};
  }
}
