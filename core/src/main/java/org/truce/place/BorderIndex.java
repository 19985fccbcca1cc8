package org.truce.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Finds how far a position is from the border of a geometry.
 *
 * <p>Edges are densified to at most 1 km. A first cheap planar distance chooses the candidates;
 * only those within two per cent of the best are measured on the ellipsoid. Answers are remembered,
 * since reports name the same settlements again and again; the memory is bounded.
 */
final class BorderIndex {
  private static final double METRES_PER_DEGREE = 111_320;
  private static final double LONGEST_EDGE_METRES = 1_000;
  private static final int REMEMBERED = 50_000;

  private record Edge(double lon1, double lat1, double lon2, double lat2) {
    Envelope envelope() {
      return new Envelope(lon1, lon2, lat1, lat2);
    }
  }

  private final Geometry geometry;
  private final Map<LonLat, Long> remembered = new ConcurrentHashMap<>();
  private volatile @Nullable STRtree tree;

  BorderIndex(Geometry geometry) {
    this.geometry = geometry;
  }

  /** Returns the distance to the nearest point of the border, in millimetres; never negative. */
  long distanceMm(LonLat position) {
    Long known = remembered.get(position);
    if (known != null) {
      return known;
    }
    long measured = measure(position);
    if (remembered.size() < REMEMBERED) {
      remembered.put(position, measured);
    }
    return measured;
  }

  private long measure(LonLat position) {
    List<Edge> near = List.of();
    for (double metres = 2_000; near.isEmpty(); metres *= 4) {
      near = within(position, metres);
      if (metres > 50_000_000) {
        throw new IllegalStateException("a border without edges has no distance");
      }
    }
    double upper = nearestPlanar(position, near) * 1.05 + 100;
    List<Edge> candidates = within(position, upper);
    double best = nearestPlanar(position, candidates);
    long distance = Long.MAX_VALUE;
    for (Edge edge : candidates) {
      if (planar(position, edge) <= best * 1.02 + 50) {
        distance =
            Math.min(
                distance,
                Geodesy.distanceToEdgeMm(
                    position, edge.lon1(), edge.lat1(), edge.lon2(), edge.lat2()));
      }
    }
    return distance;
  }

  private List<Edge> within(LonLat position, double metres) {
    double lat = metres / METRES_PER_DEGREE * 1.01;
    double lon = Math.min(360, lat / Math.max(0.01, cosine(Math.abs(position.lat()) + lat)));
    Envelope box = new Envelope(position.lon(), position.lon(), position.lat(), position.lat());
    box.expandBy(lon, lat);
    List<Edge> found = new ArrayList<>();
    edges().query(box, edge -> found.add((Edge) edge));
    return found;
  }

  private static double nearestPlanar(LonLat position, List<Edge> edges) {
    return edges.stream().mapToDouble(edge -> planar(position, edge)).min().orElse(0);
  }

  private static double planar(LonLat position, Edge edge) {
    double scale = cosine((position.lat() + edge.lat1()) / 2);
    double ax = (edge.lon1() - position.lon()) * scale;
    double ay = edge.lat1() - position.lat();
    double dx = (edge.lon2() - edge.lon1()) * scale;
    double dy = edge.lat2() - edge.lat1();
    double square = dx * dx + dy * dy;
    double at = square == 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / square));
    return Math.hypot(ax + at * dx, ay + at * dy) * METRES_PER_DEGREE;
  }

  private static double cosine(double degrees) {
    return StrictMath.cos(StrictMath.toRadians(Math.min(89.9, Math.abs(degrees))));
  }

  private STRtree edges() {
    STRtree built = tree;
    if (built == null) {
      synchronized (this) {
        built = tree;
        if (built == null) {
          built = build();
          tree = built;
        }
      }
    }
    return built;
  }

  private STRtree build() {
    STRtree built = new STRtree();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof LineString line) {
        insert(built, line);
        continue;
      }
      Polygon polygon = (Polygon) geometry.getGeometryN(i);
      insert(built, polygon.getExteriorRing());
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        insert(built, polygon.getInteriorRingN(hole));
      }
    }
    built.build();
    return built;
  }

  private static void insert(STRtree tree, LineString ring) {
    Coordinate[] corners = ring.getCoordinates();
    for (int i = 1; i < corners.length; i++) {
      insertDensified(tree, corners[i - 1], corners[i]);
    }
  }

  private static void insertDensified(STRtree tree, Coordinate a, Coordinate b) {
    double length = a.distance(b) * METRES_PER_DEGREE;
    int pieces = Math.max(1, (int) Math.ceil(length / LONGEST_EDGE_METRES));
    for (int i = 0; i < pieces; i++) {
      double from = (double) i / pieces;
      double to = (double) (i + 1) / pieces;
      Edge edge =
          new Edge(
              a.x + (b.x - a.x) * from,
              a.y + (b.y - a.y) * from,
              a.x + (b.x - a.x) * to,
              a.y + (b.y - a.y) * to);
      tree.insert(edge.envelope(), edge);
    }
  }
}
