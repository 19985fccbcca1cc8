package org.truce.publish.daily;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.truce.assessment.Account;
import org.truce.assessment.Assessment;
import org.truce.assessment.Assessment.AssessedIncident;
import org.truce.assessment.Outcome.Kind;
import org.truce.conduct.Taxonomy;
import org.truce.place.Atlas;
import org.truce.place.Place;
import org.truce.place.RegionCode;
import org.truce.report.Claim;
import org.truce.report.Happening;
import org.truce.time.TimeSpan;

/** The incidents of one day and the day before, by region and outcome. */
final class DayIncidents {
  /** Known to no single region. */
  private static final String SEVERAL = "";

  private final List<AssessedIncident> incidents;
  private final Atlas atlas;
  private final TimeSpan day;
  private final TimeSpan before;
  private final Map<String, String> regions = new LinkedHashMap<>();

  DayIncidents(Assessment assessment, Atlas atlas, Day day) {
    this.incidents =
        assessment.incidents().stream().filter(each -> !each.accounts().isEmpty()).toList();
    this.atlas = atlas;
    this.day = day.span();
    this.before = day.before().span();
  }

  /** Returns the incidents that can have happened in the day. */
  List<AssessedIncident> all() {
    return incidents.stream().filter(each -> each.incident().about().overlaps(day)).toList();
  }

  Figure count(Predicate<AssessedIncident> condition) {
    return Figure.of(incidents, day, condition);
  }

  Figure countBefore(Predicate<AssessedIncident> condition) {
    return Figure.of(incidents, before, condition);
  }

  Figure count(String reading, Kind kind) {
    return count(each -> each.worst(reading) == kind);
  }

  /**
   * Returns region code → incidents of the day and of the day before, the most first; the empty
   * code stands for those known to no single region. Every incident is in one row.
   */
  Map<String, List<Figure>> byRegion() {
    SortedSet<String> codes = new TreeSet<>();
    all().forEach(each -> codes.add(region(each)));
    Map<String, List<Figure>> rows = new LinkedHashMap<>();
    codes.stream()
        .sorted(
            java.util.Comparator.comparingInt(
                (String code) -> -count(each -> region(each).equals(code)).incidents().size()))
        .forEach(
            code ->
                rows.put(
                    code,
                    List.of(
                        count(each -> region(each).equals(code)),
                        countBefore(each -> region(each).equals(code)))));
    return rows;
  }

  /** Returns the one region in which every member puts the incident, or the empty text. */
  String region(AssessedIncident each) {
    return regions.computeIfAbsent(each.incident().key(), key -> findRegion(each));
  }

  private String findRegion(AssessedIncident each) {
    SortedSet<String> found = new TreeSet<>();
    for (Claim claim : each.incident().members()) {
      for (Place part : claim.statement().where().place().parts()) {
        if (part instanceof Place.InRegions named) {
          named.codes().forEach(code -> found.add(code.code()));
        } else if (part instanceof Place.Circle circle) {
          regionOf(circle).ifPresent(found::add);
        }
      }
    }
    boolean one = found.size() == 1 && found.first().length() > 2;
    return one ? found.first() : SEVERAL;
  }

  /** A circle counts where its centre lies. */
  private Optional<String> regionOf(Place.Circle circle) {
    return atlas.codes().stream()
        .filter(
            code ->
                atlas
                    .find(code)
                    .map(region -> region.zone().signedDistanceMm(circle.centre()) > 0)
                    .orElse(false))
        .map(RegionCode::code)
        .findFirst();
  }

  /** Returns the incidents of the day at a target that some member says is none of the military. */
  List<AssessedIncident> atCivilianObjects() {
    return all().stream()
        .filter(
            each ->
                each.incident().members().stream()
                    .flatMap(claim -> Account.happening(claim).flatMap(Happening::target).stream())
                    .anyMatch(DayIncidents::isCivilian))
        .toList();
  }

  private static boolean isCivilian(String target) {
    var military = Taxonomy.TARGETS.mostSpecific("military").codes();
    return Taxonomy.TARGETS.mostSpecific(target).codes().stream().noneMatch(military::contains);
  }

  /** Returns the claims of a kind that speak of the day, by id. */
  static <T extends Claim> List<T> claims(Assessment assessment, Class<T> kind, TimeSpan day) {
    Map<String, T> found = new TreeMap<>();
    for (Claim claim : assessment.claims()) {
      if (kind.isInstance(claim) && claim.statement().about().overlaps(day)) {
        found.put(claim.id().toString(), kind.cast(claim));
      }
    }
    return List.copyOf(found.values());
  }
}
