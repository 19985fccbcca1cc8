package org.truce.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.truce.assessment.Outcome.Completion;
import org.truce.assessment.Outcome.Ground;
import org.truce.assessment.Outcome.Kind;

/**
 * Combines what a clause says in each way in which the text's open values can be meant.
 *
 * <p>Each way was judged whole. All that lead to the same are determined together. Otherwise what
 * is missing is what each way misses and which way is meant: sufficient, and nothing of what a
 * single way misses can be left out.
 */
final class OpenValues {

  /**
   * One way and what the clause says then.
   *
   * @param chosen what is chosen for each open value
   */
  record Way(String chosen, Outcome outcome) {}

  private OpenValues() {}

  static Outcome combined(List<Way> ways) {
    List<Outcome> outcomes = ways.stream().map(Way::outcome).distinct().toList();
    if (ways.size() == 1) {
      return outcomes.getFirst();
    }
    List<Kind> kinds = outcomes.stream().map(Outcome::kind).distinct().toList();
    if (kinds.size() > 1 || kinds.getFirst() == Kind.UNDETERMINED) {
      return undetermined(ways);
    }
    return switch (outcomes.getFirst()) {
      case Outcome.PrimaFacieBreach breach -> breach(outcomes);
      case Outcome.NoBreach none -> noBreach(outcomes);
      case Outcome.NotCovered not -> notCovered(outcomes);
      case Outcome.Undetermined open -> open;
    };
  }

  private static Outcome breach(List<Outcome> outcomes) {
    SortedSet<String> authors = new TreeSet<>();
    boolean claimed = false;
    for (Outcome outcome : outcomes) {
      Outcome.PrimaFacieBreach breach = (Outcome.PrimaFacieBreach) outcome;
      authors.addAll(breach.authors());
      claimed |= breach.exceptionClaimed();
    }
    return new Outcome.PrimaFacieBreach(authors, claimed);
  }

  private static Outcome noBreach(List<Outcome> outcomes) {
    SortedSet<String> exceptions = new TreeSet<>();
    outcomes.forEach(each -> exceptions.addAll(((Outcome.NoBreach) each).exceptions()));
    return new Outcome.NoBreach(exceptions);
  }

  private static Outcome notCovered(List<Outcome> outcomes) {
    SortedSet<Ground> some = new TreeSet<>();
    SortedSet<Ground> all = new TreeSet<>(List.of(Ground.values()));
    for (Outcome outcome : outcomes) {
      SortedSet<Ground> because = ((Outcome.NotCovered) outcome).because();
      some.addAll(because);
      all.retainAll(because);
    }
    return new Outcome.NotCovered(all.isEmpty() ? some : all);
  }

  private static Outcome undetermined(List<Way> ways) {
    SortedSet<Fact> missing = new TreeSet<>(List.of(Fact.OPEN_VALUE));
    List<Completion> completions = new ArrayList<>();
    for (Way way : ways) {
      completions(way).forEach(completions::add);
      if (way.outcome() instanceof Outcome.Undetermined open) {
        missing.addAll(open.missing());
      }
    }
    Completion one = completions.getFirst();
    Completion other =
        completions.stream()
            .filter(each -> each.leadsTo() != one.leadsTo())
            .findFirst()
            .orElseThrow();
    return new Outcome.Undetermined(missing, one, other);
  }

  private static Stream<Completion> completions(Way way) {
    return way.outcome() instanceof Outcome.Undetermined open
        ? Stream.of(open.one(), open.other()).map(each -> with(each, way.chosen()))
        : Stream.of(Completion.of(Map.of(Fact.OPEN_VALUE, way.chosen()), way.outcome().kind()));
  }

  private static Completion with(Completion completion, String chosen) {
    Map<Fact, String> facts = new TreeMap<>(completion.facts());
    facts.put(Fact.OPEN_VALUE, chosen);
    return Completion.of(facts, completion.leadsTo());
  }
}
