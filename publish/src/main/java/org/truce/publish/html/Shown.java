package org.truce.publish.html;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.truce.assessment.Assessment;
import org.truce.assessment.Assessment.AssessedIncident;
import org.truce.place.LonLat;
import org.truce.place.Place;
import org.truce.place.Region;
import org.truce.place.RegionCode;
import org.truce.place.Zone;
import org.truce.report.Claim;

/** Which countries the map must show: those of which an incident speaks, and their neighbours. */
final class Shown {

  private final Assessment assessment;
  private final Backdrop backdrop;

  Shown(Assessment assessment, Backdrop backdrop) {
    this.assessment = assessment;
    this.backdrop = backdrop;
  }

  Map<String, Object> map() {
    SortedSet<RegionCode> countries = new TreeSet<>();
    for (AssessedIncident each : assessment.incidents()) {
      for (Claim claim : each.incident().members()) {
        claim.statement().where().place().parts().forEach(part -> add(countries, part));
      }
    }
    Frame frame = Frame.of(backdrop.atlas(), countries);
    for (RegionCode code : backdrop.atlas().codes()) {
      if (!code.equals(code.country()) && frame.overlaps(Frame.of(backdrop.atlas(), code))) {
        countries.add(code.country());
      }
    }
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
    } else if (part instanceof Place.Circle circle) {
      backdrop.atlas().codes().stream()
          .filter(code -> !countries.contains(code.country()))
          .filter(code -> backdrop.atlas().find(code).map(r -> isIn(r, circle)).orElse(false))
          .forEach(code -> countries.add(code.country()));
    }
  }

  private static boolean isIn(Region region, Place.Circle circle) {
    LonLat centre = circle.centre();
    Zone zone = region.zone();
    return zone.signedDistanceMm(centre) > 0;
  }
}
