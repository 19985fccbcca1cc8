package org.truce.notation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.truce.notation.Node.Mapping;
import org.truce.place.Area;
import org.truce.place.Atlas;
import org.truce.place.BoundaryVersion;
import org.truce.place.RegionCode;
import org.truce.place.Zone;

/** Reads where a clause applies. */
final class AreaNotation {
  private static final List<String> NAMES =
      List.of("territory-of", "boundary", "region", "zone", "all", "any", "not");

  private final Atlas atlas;
  private final Map<String, Zone> zones;
  private final Map<String, Area> read = new HashMap<>();

  AreaNotation(Atlas atlas, Map<String, Zone> zones) {
    this.atlas = atlas;
    this.zones = zones;
  }

  /** Returns the area of a text written anywhere in the file, the same for the same words. */
  Area area(Node node) {
    Area known = read.get(OpenValueNotation.brief(node));
    if (known == null) {
      known = readArea(node);
      read.put(OpenValueNotation.brief(node), known);
    }
    return known;
  }

  /** Returns the area without end. */
  Area everywhere() {
    return area(new Node.Scalar(new Node.Where("", 0, ""), "anywhere", false));
  }

  private Area readArea(Node node) {
    if (node.asText().equals(Optional.of("anywhere"))) {
      return Area.everywhere(atlas);
    }
    Mapping mapping = node.mapping().only(NAMES);
    long terms = mapping.entries().keySet().stream().filter(n -> !n.equals("boundary")).count();
    if (terms != 1) {
      throw mapping.error(
          "an area is exactly one of anywhere, " + String.join(", ", NAMES), List.of());
    }
    return mapping
        .find("territory-of")
        .map(states -> territory(states, mapping))
        .or(() -> mapping.find("region").map(this::regions))
        .or(() -> mapping.find("zone").map(this::zone))
        .or(() -> mapping.find("not").map(not -> area(not).not()))
        .or(
            () ->
                mapping
                    .find("all")
                    .map(
                        all ->
                            all.items().stream().map(this::area).reduce(Area::and).orElseThrow()))
        .or(
            () ->
                mapping
                    .find("any")
                    .map(
                        any -> any.items().stream().map(this::area).reduce(Area::or).orElseThrow()))
        .orElseThrow();
  }

  private Area territory(Node states, Mapping mapping) {
    Mapping boundary = mapping.get("boundary").mapping().only("version", "asserted-by");
    Node version = boundary.get("version");
    boundary.get("asserted-by");
    BoundaryVersion found =
        atlas
            .findBoundary(version.text())
            .orElseThrow(
                () ->
                    version.error(
                        "boundary version \"%s\" is not in the gazetteer".formatted(version.text()),
                        Suggestion.hints(version.text(), atlas.boundaryVersions())));
    Set<String> known = new TreeSet<>(found.states().keySet());
    found.disputed().values().forEach(known::addAll);
    for (Node state : states.items()) {
      if (!known.contains(state.text())) {
        throw state.error(
            "\"%s\" has no territory in boundary version %s"
                .formatted(state.text(), version.text()),
            Suggestion.hints(state.text(), known));
      }
    }
    return Area.ofTerritory(atlas, states.texts(), found);
  }

  private Area regions(Node node) {
    for (RegionCode code : PlaceNotation.regions(node)) {
      if (atlas.smallest(code).isEmpty()) {
        throw node.error(
            "region \"%s\" is not in the gazetteer".formatted(code),
            Suggestion.hints(code.code(), atlas.codes().stream().map(RegionCode::code).toList()));
      }
    }
    return Area.ofRegions(atlas, PlaceNotation.regions(node));
  }

  /** Returns the area of a zone. */
  Area zone(Node node) {
    Zone zone = zones.get(node.text());
    if (zone == null) {
      throw node.error(
          "zone \"%s\" is not defined".formatted(node.text()),
          Suggestion.hints(node.text(), zones.keySet()));
    }
    return Area.ofZone(atlas, zone);
  }
}
