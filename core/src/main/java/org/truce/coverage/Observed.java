package org.truce.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.truce.place.Area;
import org.truce.place.Atlas;
import org.truce.place.Place;
import org.truce.report.Claim;
import org.truce.report.ClaimId;
import org.truce.report.Count;
import org.truce.time.TimeSpan;

/**
 * Counts what observers noticed, unit by unit.
 *
 * <p>One observer never counts the same twice. Two observers whose times overlap and whose reach
 * meets may have noticed the same: the count then runs from the largest number of one of them to
 * the sum. Where a source says that it speaks of the same, it is the larger number. Directions are
 * not intersected: the range can be wider than needed and never narrower.
 */
public final class Observed {
  private static final Set<String> EXERCISE =
      Set.of("exercise", "live-fire-training", "controlled-detonation", "demolition");

  private final Atlas atlas;

  private Observed(Atlas atlas) {
    this.atlas = atlas;
  }

  /** Counts the observations that can have happened in these hours, sorted by unit. */
  public static List<UnitCount> in(
      Spans hours, Collection<Claim.Observation> observations, Atlas atlas) {
    Map<String, List<Entry>> byUnit = new TreeMap<>();
    observations.stream()
        .filter(seen -> hours.overlaps(seen.statement().about()))
        .sorted(Comparator.comparing(Claim::id))
        .forEach(seen -> entries(seen, hours, byUnit));
    Observed counting = new Observed(atlas);
    List<UnitCount> counts = new ArrayList<>();
    byUnit.forEach((unit, entries) -> counts.add(counting.count(unit, entries)));
    return counts;
  }

  private record Entry(Claim.Observation seen, Count count, Count asExercise) {
    TimeSpan about() {
      return seen.statement().about();
    }
  }

  private static void entries(
      Claim.Observation seen, Spans hours, Map<String, List<Entry>> byUnit) {
    Map<String, Entry> own = new TreeMap<>();
    boolean sure = hours.contains(seen.statement().about());
    for (Claim.Noticed noticed : seen.counts()) {
      Count count = sure ? noticed.count() : orNone(noticed.count());
      boolean exercise =
          noticed.assessed().filter(EXERCISE::contains).isPresent()
              || EXERCISE.contains(seen.assessed().conduct());
      own.merge(
          noticed.what(),
          new Entry(seen, count, exercise ? count : Count.exactly(0)),
          (a, b) -> new Entry(seen, a.count.plus(b.count), a.asExercise.plus(b.asExercise)));
    }
    own.forEach(
        (unit, entry) -> byUnit.computeIfAbsent(unit, each -> new ArrayList<>()).add(entry));
  }

  private static Count orNone(Count count) {
    return new Count(count.said(), 0, count.most());
  }

  private UnitCount count(String unit, List<Entry> entries) {
    List<ClaimId> claims = entries.stream().map(entry -> entry.seen().id()).toList();
    List<Entry> distinct = withoutRepeats(entries);
    Count most = Count.exactly(0);
    Count exercise = Count.exactly(0);
    long least = 0;
    for (List<Entry> meeting : meetings(distinct)) {
      Count sum = meeting.stream().map(Entry::count).reduce(Count.exactly(0), Count::plus);
      most = most.plus(sum);
      least += surely(meeting, Entry::count);
      Count flagged = meeting.stream().map(Entry::asExercise).reduce(Count.exactly(0), Count::plus);
      exercise = exercise.plus(ranged(surely(meeting, Entry::asExercise), flagged));
    }
    return new UnitCount(unit, ranged(least, most), exercise, claims);
  }

  private static Count ranged(long least, Count sum) {
    return new Count(Math.max(least, sum.said()), Math.min(least, sum.least()), sum.most());
  }

  /** Of observations that a source says are the same, the one with the largest number stands. */
  private static List<Entry> withoutRepeats(List<Entry> entries) {
    List<Entry> distinct = new ArrayList<>();
    for (Entry entry : entries) {
      int same = -1;
      for (int i = 0; i < distinct.size() && same < 0; i++) {
        same = areSaidToBeTheSame(distinct.get(i), entry) ? i : -1;
      }
      if (same < 0) {
        distinct.add(entry);
      } else if (entry.count().most() > distinct.get(same).count().most()) {
        distinct.set(same, entry);
      }
    }
    return distinct;
  }

  private static boolean areSaidToBeTheSame(Entry a, Entry b) {
    return a.seen().statement().sameAs().contains(b.seen().id())
        || b.seen().statement().sameAs().contains(a.seen().id());
  }

  /** Observations that may be of the same, directly or through others. */
  private List<List<Entry>> meetings(List<Entry> entries) {
    List<Entry> byTime =
        entries.stream().sorted(Comparator.comparing((Entry entry) -> entry.about())).toList();
    int[] group = new int[byTime.size()];
    for (int i = 0; i < group.length; i++) {
      group[i] = i;
    }
    for (int i = 0; i < group.length; i++) {
      for (int j = i + 1;
          j < group.length && byTime.get(j).about().from().isBefore(byTime.get(i).about().to());
          j++) {
        if (mayBeTheSame(byTime.get(i), byTime.get(j))) {
          join(group, i, j);
        }
      }
    }
    Map<Integer, List<Entry>> meetings = new TreeMap<>();
    for (int i = 0; i < group.length; i++) {
      meetings.computeIfAbsent(root(group, i), each -> new ArrayList<>()).add(byTime.get(i));
    }
    return List.copyOf(meetings.values());
  }

  private static void join(int[] group, int a, int b) {
    group[root(group, b)] = root(group, a);
  }

  private static int root(int[] group, int at) {
    int root = at;
    while (group[root] != root) {
      group[root] = group[group[root]];
      root = group[root];
    }
    return root;
  }

  private boolean mayBeTheSame(Entry a, Entry b) {
    return !observer(a).equals(observer(b))
        && a.about().overlaps(b.about())
        && Area.compatible(
            a.seen().statement().where().place(), b.seen().statement().where().place(), atlas)
        && Area.compatible(reach(a), reach(b), atlas);
  }

  private static String observer(Entry entry) {
    return entry.seen().statement().voice().source().id()
        + "\u0000"
        + entry.seen().observer().position()
        + "\u0000"
        + entry.seen().observer().method();
  }

  /** As far as the observer says to have seen or heard; anywhere when no distance is noted. */
  private static Place reach(Entry entry) {
    Claim.Observer observer = entry.seen().observer();
    return observer.position() instanceof Place.Circle circle && observer.sector().isPresent()
        ? new Place.Circle(
            circle.centre(),
            Math.min(
                20_100_000_000L,
                circle.radiusMm() + observer.sector().get().farthestMetres() * 1_000),
            circle.bound())
        : Place.anywhere();
  }

  /** A number that certainly holds: that of observations no two of which can be of the same. */
  private long surely(List<Entry> meeting, java.util.function.Function<Entry, Count> number) {
    List<Entry> apart = new ArrayList<>();
    List<Entry> largestFirst =
        meeting.stream()
            .sorted(
                Comparator.comparingLong((Entry entry) -> number.apply(entry).least()).reversed())
            .toList();
    long sum = 0;
    for (Entry entry : largestFirst) {
      if (apart.stream().noneMatch(other -> mayBeTheSame(entry, other))) {
        apart.add(entry);
        sum += number.apply(entry).least();
      }
    }
    return sum;
  }
}
