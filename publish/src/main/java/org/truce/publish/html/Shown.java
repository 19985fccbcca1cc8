package org.truce.publish.html;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.truce.assessment.Assessment;
import org.truce.assessment.Assessment.AssessedIncident;
import org.truce.place.LonLat;
import org.truce.place.Place;
import org.truce.place.Region;
import org.truce.place.RegionCode;
import org.truce.report.Claim;

/** Which countries the map must show: those of which an incident speaks, and their neighbours. */
final class Shown {

  private final Assessment assessment;
  private final Backdrop backdrop;
  private final Map<RegionCode, Frame> frames = new TreeMap<>();
  private final Set<LonLat> looked = new HashSet<>();

  Shown(Assessment assessment, Backdrop backdrop) {
    this.assessment = assessment;
    this.backdrop = backdrop;
    for (RegionCode code : backdrop.atlas().codes()) {
      frames.put(code, Frame.of(backdrop.atlas(), code));
    }
  }

  Map<String, Object> map() {
    SortedSet<RegionCode> countries = new TreeSet<>();
    for (AssessedIncident each : assessment.incidents()) {
      for (Claim claim : each.incident().members()) {
        claim.statement().where().place().parts().forEach(part -> add(countries, part));
      }
    }
    Frame frame = Frame.of(backdrop.atlas(), countries);
    frames.forEach(
        (code, each) -> {
          if (!code.equals(code.country()) && frame.overlaps(each)) {
            countries.add(code.country());
          }
        });
    Map<String, Object> map =
        new BaseMap(backdrop.atlas(), backdrop.boundaries(), countries, frame).written();
    Map<String, Object> names = new TreeMap<>();
    backdrop
        .atlas()
        .smallest(countries)
        .forEach(c -> names.put(c.code(), backdrop.names().apply(c)));
    countries.forEach(code -> names.put(code.code(), backdrop.names().apply(code)));
    map.put("names", names);
    return map;
  }

  private void add(SortedSet<RegionCode> countries, Place part) {
    if (part instanceof Place.InRegions regions) {
      regions.codes().forEach(code -> countries.add(code.country()));
    } else if (part instanceof Place.Circle circle && looked.add(circle.centre())) {
      addAround(countries, circle.centre());
    }
  }

  /** The distance to a border costs most, so only regions whose frame holds the place are asked. */
  private void addAround(SortedSet<RegionCode> countries, LonLat centre) {
    Frame point = Frame.of(List.of(centre));
    frames.forEach(
        (code, frame) -> {
          if (!countries.contains(code.country())
              && frame.overlaps(point)
              && backdrop.atlas().find(code).map(region -> isIn(region, centre)).orElse(false)) {
            countries.add(code.country());
          }
        });
  }

  private static boolean isIn(Region region, LonLat centre) {
    return region.zone().signedDistanceMm(centre) > 0;
  }
}
