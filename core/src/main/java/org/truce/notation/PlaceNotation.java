package org.truce.notation;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.truce.notation.Node.Mapping;
import org.truce.place.LonLat;
import org.truce.place.Place;
import org.truce.place.RegionCode;
import org.truce.provenance.SourceClass;
import org.truce.report.AssumedBounds;
import org.truce.report.Statement.Where;

/** Reads places as docs/report-format.md gives them. */
final class PlaceNotation {
  private PlaceNotation() {}

  /**
   * Reads a place.
   *
   * @param source class of the source, which decides the bound that is assumed when none is stated
   */
  static Where where(Node node, SourceClass source) {
    Mapping mapping = node.mapping().only("lat", "lon", "within-m", "names", "region", "name");
    Place place = Place.anywhere();
    if (mapping.find("lat").isPresent() || mapping.find("lon").isPresent()) {
      place = circle(mapping, source);
    }
    Optional<Node> region = mapping.find("region");
    if (region.isPresent()) {
      place = place.and(new Place.InRegions(regions(region.get())));
    }
    if (place.parts().isEmpty()) {
      throw mapping.error(
          "a place needs lat and lon, or region", List.of("leave place out if nothing is known"));
    }
    return new Where(place, mapping.findText("name"));
  }

  /** Reads region codes. */
  static SortedSet<RegionCode> regions(Node node) {
    SortedSet<RegionCode> codes = new TreeSet<>();
    node.items().forEach(item -> codes.add(item.checked(() -> new RegionCode(item.text()))));
    if (codes.isEmpty()) {
      throw node.error("name at least one region", List.of());
    }
    return codes;
  }

  private static Place circle(Mapping mapping, SourceClass source) {
    Node lat = mapping.get("lat");
    Node lon = mapping.get("lon");
    LonLat centre = lat.checked(() -> LonLat.ofDegrees(lon.number(), lat.number()));
    Optional<Node> within = mapping.find("within-m");
    if (within.isPresent()) {
      Node metres = within.get();
      return metres.checked(
          () ->
              new Place.Circle(
                  centre, Math.multiplyExact(metres.wholeNumber(), 1_000L), Place.Bound.STATED));
    }
    AssumedBounds assumed =
        mapping
            .find("names")
            .orElseThrow(
                () ->
                    mapping.error(
                        "a position needs a bound",
                        List.of(
                            "add within-m (metres), or names: facility, settlement or district")))
            .oneOf(AssumedBounds.class);
    return new Place.Circle(centre, assumed.metres(source) * 1_000L, Place.Bound.ASSUMED);
  }
}
