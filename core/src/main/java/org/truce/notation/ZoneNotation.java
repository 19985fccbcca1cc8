package org.truce.notation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.truce.notation.Node.Mapping;
import org.truce.place.Line;
import org.truce.place.LonLat;
import org.truce.place.Zone;

/** Reads polygons and lines from GeoJSON (RFC 7946). */
public final class ZoneNotation {
  private static final int MOST_VERTICES = 500_000;

  private ZoneNotation() {}

  /** One feature: its properties and its geometry. */
  public record Feature(Mapping properties, Mapping geometry, Node where) {

    /** Returns the zone, with a hard bound on how far its border may be wrong. */
    public Zone zone(long accuracyMm) {
      List<Zone.Rings> polygons = polygons(geometry);
      return where.checked(() -> Zone.of(polygons, accuracyMm));
    }

    /** Returns the line, with a hard bound on how far it may be wrong. */
    Line line(long accuracyMm) {
      if (!geometry.get("type").text().equals("LineString")) {
        throw geometry.error(
            "a line is a LineString, not \"%s\"".formatted(geometry.get("type").text()), List.of());
      }
      List<Node> items = geometry.get("coordinates").items();
      if (items.size() < 2 || items.size() > MOST_VERTICES) {
        throw geometry.error(
            "a line has 2 to %,d positions, this one has %,d"
                .formatted(MOST_VERTICES, items.size()),
            List.of());
      }
      List<LonLat> positions = items.stream().map(ZoneNotation::position).toList();
      return where.checked(() -> Line.of(positions, accuracyMm));
    }
  }

  /**
   * Reads a feature collection.
   *
   * @param identifier name of the property that identifies a feature
   * @return identifier → feature, in the order written
   */
  public static Map<String, Feature> features(Node node, String identifier) {
    Map<String, Feature> features = new LinkedHashMap<>();
    for (Node item : node.mapping().get("features").items()) {
      Mapping feature = item.mapping();
      Mapping properties = feature.get("properties").mapping();
      String id = properties.get(identifier).text();
      Feature read = new Feature(properties, feature.get("geometry").mapping(), item);
      if (features.put(id, read) != null) {
        throw item.error("feature \"%s\" stands twice".formatted(id), List.of());
      }
    }
    return features;
  }

  private static List<Zone.Rings> polygons(Mapping geometry) {
    Node coordinates = geometry.get("coordinates");
    return switch (geometry.get("type").text()) {
      case "Polygon" -> List.of(rings(coordinates));
      case "MultiPolygon" -> coordinates.items().stream().map(ZoneNotation::rings).toList();
      default ->
          throw geometry.error(
              "a zone is a Polygon or MultiPolygon, not \"%s\""
                  .formatted(geometry.get("type").text()),
              List.of());
    };
  }

  private static Zone.Rings rings(Node polygon) {
    List<List<LonLat>> rings = new ArrayList<>();
    polygon.items().forEach(ring -> rings.add(ring(ring)));
    if (rings.isEmpty()) {
      throw polygon.error("a polygon has an outer ring", List.of());
    }
    return new Zone.Rings(rings);
  }

  private static List<LonLat> ring(Node node) {
    List<Node> items = node.items();
    if (items.size() < 4 || items.size() > MOST_VERTICES) {
      throw node.error(
          "a ring has 4 to %,d positions, this one has %,d".formatted(MOST_VERTICES, items.size()),
          List.of());
    }
    List<LonLat> ring = items.stream().map(ZoneNotation::position).toList();
    if (!ring.getFirst().equals(ring.getLast())) {
      throw node.error("a ring ends where it begins", List.of());
    }
    return ring;
  }

  private static LonLat position(Node node) {
    List<Node> values = node.items();
    if (values.size() < 2) {
      throw node.error("a position is [longitude, latitude]", List.of());
    }
    return node.checked(() -> LonLat.ofDegrees(values.get(0).number(), values.get(1).number()));
  }
}
