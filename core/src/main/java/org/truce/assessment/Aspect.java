package org.truce.assessment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One side of a clause (is it in force then, does it apply there, …) with every way in which the
 * open facts can turn out and what each leads to.
 *
 * @param <T> what the clause needs to know
 * @param alternatives at least one
 */
record Aspect<T>(List<Alternative<T>> alternatives) {

  Aspect {
    if (alternatives.isEmpty()) {
      throw new IllegalArgumentException("an aspect has at least one alternative");
    }
    alternatives = List.copyOf(alternatives);
  }

  /**
   * One way in which facts can turn out.
   *
   * @param output what it means for the clause
   * @param values fact → how it turns out
   * @param standings actor of unstated standing → as what it is taken here
   */
  record Alternative<T>(T output, Map<Fact, String> values, Map<String, String> standings) {
    Alternative {
      values = Map.copyOf(values);
      standings = Map.copyOf(standings);
    }

    static <T> Alternative<T> of(T output, Fact fact, String value) {
      return new Alternative<>(output, Map.of(fact, value), Map.of());
    }

    /** Returns the facts by which the two can be told apart, as bits. */
    int difference(Alternative<T> other) {
      int bits = 0;
      for (Fact fact : Fact.values()) {
        String mine = values.getOrDefault(fact, "");
        if (!mine.equals(other.values.getOrDefault(fact, ""))) {
          bits |= fact.bit();
        }
      }
      boolean standingDiffers =
          standings.entrySet().stream()
              .anyMatch(
                  entry ->
                      !entry
                          .getValue()
                          .equals(other.standings.getOrDefault(entry.getKey(), entry.getValue())));
      return standingDiffers ? bits | Fact.STANDING.bit() : bits;
    }
  }

  static <T> Aspect<T> certain(T output) {
    return new Aspect<>(List.of(new Alternative<>(output, Map.of(), Map.of())));
  }

  /** Returns the different things that the aspect can mean for the clause. */
  Set<T> outputs() {
    Set<T> outputs = new LinkedHashSet<>();
    alternatives.forEach(alternative -> outputs.add(alternative.output()));
    return outputs;
  }

  /** A pair of alternatives and the facts by which they can be told apart, as bits. */
  record Difference<T>(Alternative<T> one, Alternative<T> other, int facts) {}

  /**
   * Returns the pairs that lead to these outputs, one here and one there, keeping only pairs of
   * which no other pair differs in fewer facts.
   */
  List<Difference<T>> differences(T here, Aspect<T> there, T output) {
    List<Difference<T>> fewest = new ArrayList<>();
    for (Alternative<T> one : alternatives) {
      for (Alternative<T> other : there.alternatives) {
        if (one.output().equals(here) && other.output().equals(output)) {
          keep(fewest, new Difference<>(one, other, one.difference(other)));
        }
      }
    }
    return fewest;
  }

  private static <T> void keep(List<Difference<T>> fewest, Difference<T> candidate) {
    for (Difference<T> kept : fewest) {
      if ((kept.facts() & candidate.facts()) == kept.facts()) {
        return;
      }
    }
    fewest.removeIf(kept -> (kept.facts() & candidate.facts()) == candidate.facts());
    fewest.add(candidate);
  }
}
