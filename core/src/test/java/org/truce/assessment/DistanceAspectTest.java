package org.truce.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.truce.agreement.Deadline;
import org.truce.agreement.SetBack;
import org.truce.assessment.DistanceAspect.Interval;
import org.truce.place.Line;
import org.truce.place.LonLat;
import org.truce.place.Place;
import org.truce.place.RegionCode;

/**
 * Distances from a line along 30 E that runs north, so that the west lies to its left. On the
 * equator a degree of longitude is 111,319.491 m (WGS 84).
 */
class DistanceAspectTest {
  private static final long KM = 1_000_000L;

  private static SetBack.Table table(boolean leftIsOwn, long accuracyMm, long... km) {
    TreeMap<String, Long> distances = new TreeMap<>();
    for (long each : km) {
      distances.put("class-" + each, each * KM);
    }
    return new SetBack.Table(
        Line.of(List.of(LonLat.ofDegrees(30, -1), LonLat.ofDegrees(30, 1)), accuracyMm),
        leftIsOwn,
        distances);
  }

  private static Place circle(double lon, long radiusMm) {
    return new Place.Circle(LonLat.ofDegrees(lon, 0), radiusMm, Place.Bound.STATED);
  }

  /** Returns the longitude that lies so many millimetres east of the line, to a centimetre. */
  private static double east(long millimetres) {
    return 30 + millimetres / 111_319_491.0;
  }

  private static Interval interval(Place where, SetBack.Table table) {
    List<Interval> intervals = DistanceAspect.intervals(where, table);
    assertThat(intervals).hasSize(1);
    return intervals.getFirst();
  }

  private static void near(long actual, long expected) {
    assertThat(actual).isBetween(expected - 10, expected + 10);
  }

  @Test
  void aDistanceIsPositiveOnTheOwnSideAndNegativeAcrossTheLine() {
    Place west = circle(east(-20 * KM), 500_000);
    Interval own = interval(west, table(true, 0, 15));
    near(own.least(), 19_500_000);
    near(own.most(), 20_500_000);
    Interval across = interval(west, table(false, 0, 15));
    near(across.least(), -20_500_000);
    near(across.most(), -19_500_000);
  }

  @Test
  void onTheOtherSideTheOwnSideIsTheRightOne() {
    Place east = circle(east(20 * KM), 500_000);
    near(interval(east, table(false, 0, 15)).least(), 19_500_000);
    near(interval(east, table(true, 0, 15)).least(), -20_500_000);
  }

  @Test
  void twoPositionsThatAgreeAreIntersected() {
    Place both = circle(east(20 * KM), 500_000).and(circle(east(20 * KM + 600_000), 300_000));
    Interval found = interval(both, table(false, 0, 15));
    near(found.least(), 20_300_000);
    near(found.most(), 20_500_000);
  }

  @Test
  void twoPositionsThatExcludeEachOtherLeaveBothOpen() {
    Place both = circle(east(20 * KM), 500_000).and(circle(east(30 * KM), 500_000));
    Interval found = interval(both, table(false, 0, 15));
    near(found.least(), 19_500_000);
    near(found.most(), 30_500_000);
    Place touching = circle(east(20 * KM), 500_000).and(circle(east(20 * KM), 500_000));
    near(interval(touching, table(false, 0, 15)).most(), 20_500_000);
  }

  @Test
  void beyondAnEndOfTheLineTheSideIsOpen() {
    Place beyond = new Place.Circle(LonLat.ofDegrees(30.1, 1.5), 1_000, Place.Bound.STATED);
    List<Interval> intervals = DistanceAspect.intervals(beyond, table(false, 0, 15));
    assertThat(intervals).hasSize(2);
    assertThat(intervals.getFirst().least()).isPositive();
    assertThat(intervals.get(1))
        .isEqualTo(new Interval(-intervals.getFirst().most(), -intervals.getFirst().least()));
  }

  @Test
  void aRegionIsNoPosition() {
    assertThat(
            DistanceAspect.intervals(
                new Place.InRegions(new TreeSet<>(List.of(new RegionCode("UA-14")))),
                table(false, 0, 15)))
        .isEmpty();
  }

  private static Aspect<SortedMap<String, Integer>> aspect(Place where, SetBack.Table table) {
    TreeMap<String, SetBack.Table> tables = new TreeMap<>();
    tables.put("AAA", table);
    Deadline now = new Deadline(Optional.empty(), new Deadline.Length.CalendarDays(0), "at once");
    return DistanceAspect.of(
        where, new SetBack(List.of(), tables, now, Optional.empty()), List.of("AAA", "BBB"));
  }

  /** Returns each way as how many distances are kept, and what must be so for it. */
  private static List<String> ways(Place where, SetBack.Table table) {
    return aspect(where, table).alternatives().stream()
        .map(
            way ->
                way.output()
                    + new TreeMap<>(way.values())
                        .entrySet().stream()
                            .map(each -> "; " + each.getKey().code() + ": " + each.getValue())
                            .collect(Collectors.joining()))
        .toList();
  }

  @Test
  void aPartyWithoutATableKeepsAndOwesNothing() {
    assertThat(ways(circle(east(20 * KM), 0), table(false, 0, 15))).containsExactly("{AAA=1}");
  }

  @Test
  void howManyDistancesAreKeptIsCountedNearestFirst() {
    SetBack.Table three = table(false, 0, 25, 35, 70);
    assertThat(ways(circle(east(20 * KM), 1_000), three)).containsExactly("{AAA=0}");
    assertThat(ways(circle(east(30 * KM), 1_000), three)).containsExactly("{AAA=1}");
    assertThat(ways(circle(east(50 * KM), 1_000), three)).containsExactly("{AAA=2}");
    assertThat(ways(circle(east(90 * KM), 1_000), three)).containsExactly("{AAA=3}");
    assertThat(ways(circle(east(-90 * KM), 1_000), three)).containsExactly("{AAA=0}");
  }

  @Test
  void aDistanceIsKeptFromTheVeryMillimetreOn() {
    assertThat(kept(table(false, 0, 15), 15 * KM - 1)).isEqualTo("{AAA=0}");
    assertThat(kept(table(false, 0, 15), 15 * KM)).isEqualTo("{AAA=1}");
  }

  /** What a line that lies exactly so far away makes of it. */
  private static String kept(SetBack.Table table, long distance) {
    Place at = circle(east(15 * KM), 0);
    long drawn = table.line().distanceMm(LonLat.ofDegrees(east(15 * KM), 0));
    TreeMap<String, Long> moved = new TreeMap<>();
    moved.put("class", 15 * KM - distance + drawn);
    return ways(at, new SetBack.Table(table.line(), false, moved)).getFirst();
  }

  @Test
  void aPositionThatMayLieOnEitherSideOfADistanceNamesBoth() {
    assertThat(ways(circle(east(15 * KM), 1 * KM), table(false, 0, 15)))
        .satisfiesExactly(
            nearer ->
                assertThat(nearer)
                    .matches(
                        "\\{AAA=0}; place: 14,000\\.0\\d\\d m from the line|\\{AAA=0}; place: 13,999\\.9\\d\\d m from the line"),
            further -> assertThat(further).isEqualTo("{AAA=1}; place: 15,000.000 m from the line"));
  }

  @Test
  void aLineThatMayRunElsewhereNamesHowFar() {
    assertThat(ways(circle(east(15 * KM + 100_000), 0), table(false, 200_000, 15)))
        .satisfiesExactly(
            nearer ->
                assertThat(nearer)
                    .isEqualTo("{AAA=0}; boundary: the line runs 200.000 m nearer than drawn"),
            further ->
                assertThat(further)
                    .matches(
                        "\\{AAA=1}; boundary: the line runs (99|100)\\.\\d{3} m nearer than drawn"));
  }

  @Test
  void aPositionAndALineThatAreBothOpenNameBoth() {
    List<String> ways = ways(circle(east(15 * KM), 100_000), table(false, 200_000, 15));
    assertThat(ways).allMatch(way -> way.contains("; place: ") && way.contains("boundary: "));
    assertThat(ways).anyMatch(way -> way.startsWith("{AAA=0}"));
    assertThat(ways).anyMatch(way -> way.startsWith("{AAA=1}"));
    assertThat(ways).anyMatch(way -> way.contains("further away than drawn"));
  }

  @Test
  void withoutAPositionEveryDistanceIsOpen() {
    Place somewhere = new Place.InRegions(new TreeSet<>(List.of(new RegionCode("UA-14"))));
    assertThat(ways(somewhere, table(false, 0, 25, 35)))
        .containsExactly(
            "{AAA=0}; place: nearer than any distance of the table",
            "{AAA=1}; place: 25,000.000 m from the line or more",
            "{AAA=2}; place: 35,000.000 m from the line or more");
  }
}
