package org.truce.tally;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.truce.place.Place;
import org.truce.report.Claim;

/**
 * Two numbers of one organ that cannot both be right: what is counted by the first lies within what
 * is counted by the second, and yet the first is larger, or the same is counted and the numbers
 * exclude each other.
 *
 * @param kind how they contradict
 * @param inner the number of the smaller scope, or the one said first
 * @param outer the number of the larger scope, or the one said later
 */
public record Contradiction(Kind kind, Figure inner, Figure outer) {

  /** How two numbers contradict. */
  public enum Kind {
    /** One window, one area, one word, two numbers. */
    SAME_SCOPE,
    /** A running total is smaller at a later time. */
    FALLS,
    /** Fewer in a window, area or count class than in one inside it. */
    PART_LARGER_THAN_WHOLE
  }

  /** Returns every contradiction among these numbers, in the order of claims. */
  static List<Contradiction> among(List<Figure> figures) {
    Map<String, List<Figure>> groups =
        figures.stream()
            .collect(
                Collectors.groupingBy(
                    figure -> figure.counted().toString(), TreeMap::new, Collectors.toList()));
    List<Contradiction> all = new ArrayList<>();
    for (List<Figure> group : groups.values()) {
      for (int i = 0; i < group.size(); i++) {
        for (int j = i + 1; j < group.size(); j++) {
          add(all, group.get(i), group.get(j));
        }
      }
    }
    return all;
  }

  private static void add(List<Contradiction> all, Figure a, Figure b) {
    boolean aInB = isWithin(a, b);
    boolean bInA = isWithin(b, a);
    if (aInB && bInA) {
      if (!a.count().agreesWith(b.count())) {
        boolean inOrder = saidFirst(a, b);
        all.add(new Contradiction(Kind.SAME_SCOPE, inOrder ? a : b, inOrder ? b : a));
      }
    } else if (aInB && a.count().least() > b.count().most()) {
      all.add(new Contradiction(kind(a, b), a, b));
    } else if (bInA && b.count().least() > a.count().most()) {
      all.add(new Contradiction(kind(b, a), b, a));
    }
  }

  private static boolean saidFirst(Figure a, Figure b) {
    int bySaid =
        a.tally().statement().voice().said().compareTo(b.tally().statement().voice().said());
    return bySaid != 0 ? bySaid < 0 : a.tally().id().compareTo(b.tally().id()) <= 0;
  }

  private static Kind kind(Figure inner, Figure outer) {
    boolean running =
        inner.window().from().equals(outer.window().from())
            && !inner.window().equals(outer.window())
            && place(inner).equals(place(outer));
    return running ? Kind.FALLS : Kind.PART_LARGER_THAN_WHOLE;
  }

  /** Whether all that {@code a} counts is also counted by {@code b}, as far as was said. */
  private static boolean isWithin(Figure a, Figure b) {
    return b.window().contains(a.window())
        && a.tally().scope().except().containsAll(b.tally().scope().except())
        && areaIsWithin(place(a), place(b))
        && classIsWithin(a.tally().scope(), b.tally().scope());
  }

  private static Place place(Figure figure) {
    return figure.tally().statement().where().place();
  }

  /** The whole world holds everything; regions hold those that they name or of which they are. */
  private static boolean areaIsWithin(Place a, Place b) {
    if (a.equals(b) || b instanceof Place.Anywhere) {
      return true;
    }
    return a instanceof Place.InRegions inner
        && b instanceof Place.InRegions outer
        && inner.codes().stream()
            .allMatch(
                code ->
                    outer.codes().stream()
                        .anyMatch(
                            other ->
                                code.equals(other) || code.code().startsWith(other.code() + "-")));
  }

  private static boolean classIsWithin(Claim.Scope a, Claim.Scope b) {
    return a.counted().equals(b.counted())
        || (a.counted().isPresent()
            && b.counted().isPresent()
            && a.counted().get().isWithin(b.counted().get()));
  }
}
