package org.truce.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.truce.assessment.Aspect.Difference;
import org.truce.assessment.Outcome.Completion;
import org.truce.assessment.Outcome.Kind;

/**
 * Gathers what must be told apart and finds a smallest set of facts that does.
 *
 * <p>Every two classes of completions with different outcomes differ in some facts. A set of facts
 * decides, whatever the facts turn out to be, exactly if it has at least one of each such
 * difference; since it is smallest, leaving one out leaves some difference untold.
 */
final class MissingFacts {
  private final SortedSet<Integer> differences = new TreeSet<>();
  private List<? extends Difference<?>> example = List.of();
  private int fewestFacts = Integer.MAX_VALUE;
  private Kind exampleOne = Kind.UNDETERMINED;
  private Kind exampleOther = Kind.UNDETERMINED;

  void mustTellApart(List<List<? extends Difference<?>>> aspects, Kind one, Kind other) {
    tellApart(aspects, new ArrayList<>(), 0, one, other);
  }

  private void tellApart(
      List<List<? extends Difference<?>>> aspects,
      List<Difference<?>> chosen,
      int facts,
      Kind one,
      Kind other) {
    if (chosen.size() == aspects.size()) {
      differences.add(facts);
      if (Integer.bitCount(facts) < fewestFacts) {
        fewestFacts = Integer.bitCount(facts);
        example = List.copyOf(chosen);
        exampleOne = one;
        exampleOther = other;
      }
      return;
    }
    for (Difference<?> difference : aspects.get(chosen.size())) {
      chosen.add(difference);
      tellApart(aspects, chosen, facts | difference.facts(), one, other);
      chosen.removeLast();
    }
  }

  Outcome outcome() {
    return new Outcome.Undetermined(
        smallestSet(),
        Completion.of(values(true), exampleOne),
        Completion.of(values(false), exampleOther));
  }

  private SortedSet<Fact> smallestSet() {
    int open = differences.stream().reduce(0, (a, b) -> a | b);
    int best = open;
    for (int set = open; set != 0; set = (set - 1) & open) {
      if (isSmaller(set, best) && tellsAllApart(set)) {
        best = set;
      }
    }
    return facts(best);
  }

  /** Fewer facts first; among equals the one whose facts come first in their order. */
  private static boolean isSmaller(int set, int best) {
    int byCount = Integer.compare(Integer.bitCount(set), Integer.bitCount(best));
    return byCount < 0
        || (byCount == 0
            && Integer.reverse(set) + Integer.MIN_VALUE
                > Integer.reverse(best) + Integer.MIN_VALUE);
  }

  private boolean tellsAllApart(int set) {
    return differences.stream().allMatch(difference -> (difference & set) != 0);
  }

  private static SortedSet<Fact> facts(int bits) {
    SortedSet<Fact> facts = new TreeSet<>();
    for (Fact fact : Fact.values()) {
      if ((bits & fact.bit()) != 0) {
        facts.add(fact);
      }
    }
    return facts;
  }

  private SortedMap<Fact, String> values(boolean one) {
    SortedMap<Fact, String> values = new TreeMap<>();
    for (Difference<?> difference : example) {
      var side = one ? difference.one() : difference.other();
      for (Fact fact : facts(difference.facts())) {
        values.put(
            fact,
            fact == Fact.STANDING
                ? String.valueOf(side.standings())
                : side.values().getOrDefault(fact, ""));
      }
    }
    return values;
  }
}
