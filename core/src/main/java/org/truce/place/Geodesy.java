package org.truce.place;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;

/** Distances on the WGS 84 ellipsoid (Karney 2013), quantised to millimetres. */
public final class Geodesy {
  private Geodesy() {}

  /** Returns the geodesic distance in millimetres. */
  public static long distanceMm(LonLat a, LonLat b) {
    return Math.round(
        Geodesic.WGS84.Inverse(a.lat(), a.lon(), b.lat(), b.lon(), GeodesicMask.DISTANCE).s12
            * 1000);
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
