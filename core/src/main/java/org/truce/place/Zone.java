package org.truce.place;

import java.util.Collection;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * An area drawn on a map, with how far its border may be wrong.
 *
 * <p>Immutable. Holes are part of the outside. A zone without any polygon is empty.
 */
public final class Zone {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** One polygon: the outer ring, then its holes; each ring closed, WGS 84. */
  public record Rings(List<List<LonLat>> rings) {
    public Rings {
      rings = rings.stream().map(List::copyOf).toList();
    }
  }

  private final Geometry geometry;
  private final long accuracyMm;
  private final BorderIndex border;
  private final IndexedPointInAreaLocator locator;

  private Zone(Geometry geometry, long accuracyMm) {
    this.geometry = geometry;
    this.accuracyMm = accuracyMm;
    this.border = new BorderIndex(geometry);
    this.locator = new IndexedPointInAreaLocator(geometry);
  }

  /**
   * Returns the zone made of these polygons.
   *
   * @param polygons polygons that do not overlap
   * @param accuracyMm hard bound on how far the true border may lie from the drawn one
   * @throws IllegalArgumentException when a polygon is not valid; the message says why and where
   */
  public static Zone of(List<Rings> polygons, long accuracyMm) {
    if (accuracyMm < 0) {
      throw new IllegalArgumentException("an accuracy is not negative, was " + accuracyMm);
    }
    Polygon[] drawn = polygons.stream().map(Zone::polygon).toArray(Polygon[]::new);
    Geometry all = FACTORY.createMultiPolygon(drawn);
    TopologyValidationError error = new IsValidOp(all).getValidationError();
    if (error != null) {
      throw new IllegalArgumentException(
          "the geometry is not valid: %s near %s E %s N"
              .formatted(error.getMessage(), error.getCoordinate().x, error.getCoordinate().y));
    }
    return new Zone(all, accuracyMm);
  }

  /** Returns the zone without any area. */
  public static Zone empty() {
    return new Zone(FACTORY.createMultiPolygon(), 0);
  }

  /** Returns all of them as one set; borders that two share vanish. */
  public static Zone union(Collection<Zone> zones) {
    long accuracy = zones.stream().mapToLong(z -> z.accuracyMm).max().orElse(0);
    List<Geometry> drawn = zones.stream().map(z -> z.geometry).toList();
    Geometry all = drawn.isEmpty() ? FACTORY.createMultiPolygon() : UnaryUnionOp.union(drawn);
    return new Zone(all, accuracy);
  }

  /** Returns what lies in both. */
  public Zone intersection(Zone other) {
    return combined(other, OverlayNG.INTERSECTION);
  }

  /** Returns what lies in this zone and not in the other. */
  public Zone minus(Zone other) {
    return combined(other, OverlayNG.DIFFERENCE);
  }

  private Zone combined(Zone other, int operation) {
    return new Zone(
        OverlayNGRobust.overlay(geometry, other.geometry, operation),
        Math.max(accuracyMm, other.accuracyMm));
  }

  private static Polygon polygon(Rings rings) {
    LinearRing[] drawn =
        rings.rings().stream()
            .map(
                ring ->
                    FACTORY.createLinearRing(
                        ring.stream()
                            .map(p -> new Coordinate(p.lon(), p.lat()))
                            .toArray(Coordinate[]::new)))
            .toArray(LinearRing[]::new);
    LinearRing[] holes = java.util.Arrays.copyOfRange(drawn, 1, drawn.length);
    return FACTORY.createPolygon(drawn[0], holes);
  }

  /** Returns how far the true border may lie from the drawn one, in millimetres. */
  public long accuracyMm() {
    return accuracyMm;
  }

  /** Returns whether the zone has no area. */
  public boolean isEmpty() {
    return geometry.isEmpty();
  }

  /**
   * Returns how far a position lies from the drawn border, in millimetres: positive inside,
   * negative outside, {@link Long#MIN_VALUE} / 4 when the zone is empty.
   */
  public long signedDistanceMm(LonLat position) {
    if (isEmpty()) {
      return Long.MIN_VALUE / 4;
    }
    int location = locator.locate(new Coordinate(position.lon(), position.lat()));
    long distance = border.distanceMm(position);
    return location == Location.EXTERIOR ? -distance : distance;
  }

  /** Returns whether the other zone lies wholly inside, whatever the true borders are. */
  boolean surelyCovers(Zone other) {
    return !other.isEmpty()
        && geometry.covers(other.geometry)
        && borderGapMm(other) > accuracyMm + other.accuracyMm;
  }

  /** Returns whether both have no position in common, whatever the true borders are. */
  boolean surelyDisjoint(Zone other) {
    return isEmpty()
        || other.isEmpty()
        || (!geometry.intersects(other.geometry)
            && borderGapMm(other) > accuracyMm + other.accuracyMm);
  }

  /** Returns a lower bound of the distance between both borders, in millimetres. */
  private long borderGapMm(Zone other) {
    long nearest = Long.MAX_VALUE;
    for (Coordinate c : other.geometry.getCoordinates()) {
      nearest = Math.min(nearest, border.distanceMm(LonLat.ofDegrees(c.x, c.y)));
    }
    for (Coordinate c : geometry.getCoordinates()) {
      nearest = Math.min(nearest, other.border.distanceMm(LonLat.ofDegrees(c.x, c.y)));
    }
    return nearest;
  }

  /** Returns the polygons, outer rings first. */
  public List<Rings> polygons() {
    return java.util.stream.IntStream.range(0, geometry.getNumGeometries())
        .mapToObj(i -> rings((Polygon) geometry.getGeometryN(i)))
        .toList();
  }

  private static Rings rings(Polygon polygon) {
    List<List<LonLat>> rings = new java.util.ArrayList<>();
    rings.add(positions(polygon.getExteriorRing()));
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      rings.add(positions(polygon.getInteriorRingN(i)));
    }
    return new Rings(rings);
  }

  private static List<LonLat> positions(LinearRing ring) {
    return java.util.Arrays.stream(ring.getCoordinates())
        .map(c -> LonLat.ofDegrees(c.x, c.y))
        .toList();
  }
}
