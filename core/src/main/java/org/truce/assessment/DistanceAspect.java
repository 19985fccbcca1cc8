package org.truce.assessment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.truce.agreement.SetBack;
import org.truce.assessment.Aspect.Alternative;
import org.truce.place.Line;
import org.truce.place.Place;

/**
 * How many of a table's distances a position keeps, party by party.
 *
 * <p>Both the position and the line are open within their bounds. The positions and courses of the
 * line at which something changes are tried; those that nothing tells apart count as one.
 */
final class DistanceAspect {
  private DistanceAspect() {}

  /**
   * Hard bounds of a signed distance from a drawn line in millimetres: positive on the party's own
   * side.
   */
  record Interval(long least, long most) {}

  /** Returns, party by party, how many of its distances are kept. */
  static Aspect<SortedMap<String, Integer>> of(
      Place where, SetBack setBack, Collection<String> parties) {
    List<Alternative<SortedMap<String, Integer>>> ways =
        List.of(new Alternative<>(new TreeMap<>(), Map.of(), Map.of()));
    for (String party : parties) {
      SetBack.Table table = setBack.tables().get(party);
      if (table != null) {
        ways = extended(ways, party, bands(where, table));
      }
    }
    return new Aspect<>(ways);
  }

  private static List<Alternative<SortedMap<String, Integer>>> extended(
      List<Alternative<SortedMap<String, Integer>>> ways, String party, List<Band> bands) {
    List<Alternative<SortedMap<String, Integer>>> extended = new ArrayList<>();
    for (Alternative<SortedMap<String, Integer>> way : ways) {
      for (Band band : bands) {
        SortedMap<String, Integer> output = new TreeMap<>(way.output());
        output.put(party, band.kept());
        Map<Fact, String> values = new HashMap<>(way.values());
        band.place().ifPresent(words -> values.merge(Fact.PLACE, words, (a, b) -> a + "; " + b));
        band.line().ifPresent(words -> values.merge(Fact.BOUNDARY, words, (a, b) -> a + "; " + b));
        extended.add(new Alternative<>(output, values, Map.of()));
      }
    }
    return extended;
  }

  private record Band(int kept, Optional<String> place, Optional<String> line) {}

  private static List<Band> bands(Place where, SetBack.Table table) {
    SortedSet<Long> steps = new TreeSet<>(table.distanceMm().values());
    List<Interval> intervals = intervals(where, table);
    if (intervals.isEmpty()) {
      return anywhere(steps);
    }
    long accuracy = table.line().accuracyMm();
    SortedSet<Long> positions = new TreeSet<>();
    intervals.forEach(interval -> positions.addAll(positions(interval, steps, accuracy)));
    SortedSet<Long> courses = courses(positions, steps, accuracy);
    Map<List<Integer>, Long> rows = new LinkedHashMap<>();
    positions.forEach(
        position ->
            rows.putIfAbsent(
                courses.stream().map(course -> kept(position + course, steps)).toList(), position));
    Map<List<Integer>, Long> columns = new LinkedHashMap<>();
    courses.forEach(
        course ->
            columns.putIfAbsent(
                rows.values().stream().map(position -> kept(position + course, steps)).toList(),
                course));
    List<Band> bands = new ArrayList<>();
    for (long position : rows.values()) {
      for (long course : columns.values()) {
        bands.add(
            new Band(
                kept(position + course, steps),
                rows.size() == 1 ? Optional.empty() : Optional.of(distance(position)),
                columns.size() == 1 ? Optional.empty() : Optional.of(course(course))));
      }
    }
    return bands;
  }

  private static int kept(long distance, SortedSet<Long> steps) {
    return steps.headSet(distance + 1).size();
  }

  /** Where no position is known, one will be known one day. */
  private static List<Band> anywhere(SortedSet<Long> steps) {
    List<Band> bands = new ArrayList<>();
    bands.add(new Band(0, Optional.of("nearer than any distance of the table"), Optional.empty()));
    for (long step : steps) {
      bands.add(
          new Band(kept(step, steps), Optional.of(distance(step) + " or more"), Optional.empty()));
    }
    return bands;
  }

  /** Returns the intervals in which the signed distance lies; none when no position is known. */
  static List<Interval> intervals(Place where, SetBack.Table table) {
    Optional<Interval> common = Optional.empty();
    boolean sideOpen = false;
    for (Place part : where.parts()) {
      if (part instanceof Place.Circle circle) {
        Line.Side side = table.line().side(circle.centre());
        sideOpen |= side == Line.Side.BEYOND_AN_END;
        boolean own = (side == Line.Side.LEFT) == table.leftIsOwn();
        long distance = table.line().distanceMm(circle.centre());
        long signed = own || side == Line.Side.BEYOND_AN_END ? distance : -distance;
        Interval one = new Interval(signed - circle.radiusMm(), signed + circle.radiusMm());
        common = Optional.of(common.map(so -> intersection(so, one)).orElse(one));
      }
    }
    if (common.isEmpty()) {
      return List.of();
    }
    Interval found = common.get();
    return sideOpen ? List.of(found, new Interval(-found.most(), -found.least())) : List.of(found);
  }

  /** Bounds that exclude each other leave both open. */
  private static Interval intersection(Interval a, Interval b) {
    long least = Math.max(a.least(), b.least());
    long most = Math.min(a.most(), b.most());
    return least <= most
        ? new Interval(least, most)
        : new Interval(Math.min(a.least(), b.least()), Math.max(a.most(), b.most()));
  }

  private static SortedSet<Long> positions(
      Interval interval, SortedSet<Long> steps, long accuracy) {
    SortedSet<Long> positions = new TreeSet<>();
    positions.add(interval.least());
    positions.add(interval.most());
    for (long step : steps) {
      positions.addAll(
          List.of(
              step - accuracy - 1,
              step - accuracy,
              step - accuracy / 2,
              step - 1,
              step,
              step + accuracy / 2,
              step + accuracy));
    }
    positions.removeIf(at -> at < interval.least() || at > interval.most());
    return positions;
  }

  private static SortedSet<Long> courses(
      Collection<Long> positions, SortedSet<Long> steps, long accuracy) {
    SortedSet<Long> courses = new TreeSet<>(List.of(-accuracy, 0L, accuracy));
    for (long position : positions) {
      for (long step : steps) {
        courses.add(step - position);
        courses.add(step - position - 1);
      }
    }
    courses.removeIf(course -> Math.abs(course) > accuracy);
    return courses;
  }

  /** To the millimetre: positions on either side of a distance must not read alike. */
  private static String distance(long millimetres) {
    return "%,.3f m %s the line"
        .formatted(Math.abs(millimetres) / 1_000.0, millimetres < 0 ? "across" : "from");
  }

  private static String course(long millimetres) {
    return "the line runs %,.3f m %s than drawn"
        .formatted(Math.abs(millimetres) / 1_000.0, millimetres < 0 ? "nearer" : "further away");
  }
}
