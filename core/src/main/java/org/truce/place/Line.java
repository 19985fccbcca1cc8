package org.truce.place;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.valid.IsSimpleOp;

/**
 * A line drawn on a map, with two sides and a hard bound on how far it may be wrong.
 *
 * <p>Its sides are those of somebody who walks along it in the order of its positions. Immutable.
 *
 * <p><em>Limits.</em> Beside an end of the line, where the nearest position is the end itself,
 * there is no side. The bounding of distances assumes that a circle's signed distances lie within
 * its radius of the centre's, which holds beside the line.
 */
public final class Line {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final List<LonLat> positions;
  private final long accuracyMm;
  private final BorderIndex index;

  private Line(List<LonLat> positions, long accuracyMm, LineString drawn) {
    this.positions = List.copyOf(positions);
    this.accuracyMm = accuracyMm;
    this.index = new BorderIndex(drawn);
  }

  /**
   * Returns the line through these positions.
   *
   * @param positions at least two; neighbours differ
   * @param accuracyMm hard bound on how far the true line may lie from the drawn one
   * @throws IllegalArgumentException when it crosses itself or has no length
   */
  public static Line of(List<LonLat> positions, long accuracyMm) {
    if (accuracyMm < 0) {
      throw new IllegalArgumentException("an accuracy is not negative, was " + accuracyMm);
    }
    if (positions.size() < 2) {
      throw new IllegalArgumentException("a line has at least two positions");
    }
    for (int i = 1; i < positions.size(); i++) {
      if (positions.get(i).equals(positions.get(i - 1))) {
        throw new IllegalArgumentException("the line stands still at " + positions.get(i));
      }
    }
    LineString drawn =
        FACTORY.createLineString(
            positions.stream()
                .map(p -> new Coordinate(p.lon(), p.lat()))
                .toArray(Coordinate[]::new));
    IsSimpleOp simple = new IsSimpleOp(drawn);
    if (!simple.isSimple() || drawn.isClosed()) {
      throw new IllegalArgumentException(
          "the line crosses or touches itself near %s E %s N"
              .formatted(
                  simple.isSimple() ? positions.getFirst().lon() : simple.getNonSimpleLocation().x,
                  simple.isSimple()
                      ? positions.getFirst().lat()
                      : simple.getNonSimpleLocation().y));
    }
    return new Line(positions, accuracyMm, drawn);
  }

  /** Returns how far the true line may lie from the drawn one, in millimetres. */
  public long accuracyMm() {
    return accuracyMm;
  }

  /** Returns the distance to the drawn line in millimetres; never negative. */
  public long distanceMm(LonLat position) {
    return index.distanceMm(position);
  }

  /** On which side of a line a position lies. */
  public enum Side {
    LEFT,
    RIGHT,
    /** Beside an end: neither. */
    BEYOND_AN_END
  }

  /** Returns on which side a position lies; on the line itself it is the left one. */
  public Side side(LonLat position) {
    int nearest = 0;
    double least = Double.MAX_VALUE;
    for (int i = 0; i + 1 < positions.size(); i++) {
      double distance = squareDistance(i, position);
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    double along = along(nearest, position);
    if (along < 0) {
      return nearest == 0 ? Side.BEYOND_AN_END : atCorner(nearest, position);
    }
    if (along > 1) {
      return nearest + 2 == positions.size() ? Side.BEYOND_AN_END : atCorner(nearest + 1, position);
    }
    return leftOf(nearest, position) ? Side.LEFT : Side.RIGHT;
  }

  /** Outside of a corner the position lies on the side to which the line does not turn. */
  private Side atCorner(int corner, LonLat position) {
    boolean turnsLeft = leftOf(corner - 1, positions.get(corner + 1));
    boolean before = leftOf(corner - 1, position);
    boolean after = leftOf(corner, position);
    return (turnsLeft ? before && after : before || after) ? Side.LEFT : Side.RIGHT;
  }

  private boolean leftOf(int edge, LonLat position) {
    double[] e = vector(edge, positions.get(edge + 1), position.lat());
    double[] p = vector(edge, position, position.lat());
    return e[0] * p[1] - e[1] * p[0] >= 0;
  }

  private double along(int edge, LonLat position) {
    double[] e = vector(edge, positions.get(edge + 1), position.lat());
    double[] p = vector(edge, position, position.lat());
    return (e[0] * p[0] + e[1] * p[1]) / (e[0] * e[0] + e[1] * e[1]);
  }

  private double squareDistance(int edge, LonLat position) {
    double at = Math.max(0, Math.min(1, along(edge, position)));
    double[] e = vector(edge, positions.get(edge + 1), position.lat());
    double[] p = vector(edge, position, position.lat());
    double x = p[0] - at * e[0];
    double y = p[1] - at * e[1];
    return x * x + y * y;
  }

  /** From the beginning of an edge to a position, with degrees of longitude scaled. */
  private double[] vector(int edge, LonLat to, double lat) {
    LonLat from = positions.get(edge);
    double scale = StrictMath.cos(StrictMath.toRadians(lat));
    return new double[] {(to.lon() - from.lon()) * scale, to.lat() - from.lat()};
  }
}
