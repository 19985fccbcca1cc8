package org.truce.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.truce.agreement.Clause;
import org.truce.agreement.Clause.Burden;
import org.truce.agreement.Condition;
import org.truce.assessment.Aspect.Alternative;

/**
 * Which exceptions hold.
 *
 * <p>One that is claimed and neither shown nor refuted is decided by the burden that the text
 * writes; where the text has none it stays open.
 */
final class ExceptionAspect {
  private ExceptionAspect() {}

  /** Returns the sets of exceptions that may hold, by id. */
  static Aspect<SortedSet<String>> of(
      List<Clause.Permission> exceptions, Map<String, ExceptionState> states) {
    List<SortedMap<String, Boolean>> ways = new ArrayList<>(List.of(new TreeMap<>()));
    List<String> open = new ArrayList<>();
    for (Clause.Permission exception : exceptions) {
      List<Boolean> holds = holds(exception, states);
      if (holds.size() > 1) {
        open.add(exception.id());
      }
      ways = extended(ways, exception.id(), holds);
    }
    return new Aspect<>(ways.stream().map(way -> alternative(way, open)).toList());
  }

  private static List<Boolean> holds(
      Clause.Permission exception, Map<String, ExceptionState> states) {
    ExceptionState state = state(exception.id(), states);
    if (state == ExceptionState.NOT_CLAIMED || state == ExceptionState.REFUTED) {
      return List.of(false);
    }
    if (exception.condition().isPresent()) {
      return met(exception, exception.condition().get(), state, states);
    }
    return state == ExceptionState.SHOWN
        ? List.of(true)
        : exception
            .burden()
            .map(burden -> List.of(burden == Burden.THE_ACCUSER))
            .orElse(List.of(true, false));
  }

  /** Whether a party did what it could is always asked, claimed or not. */
  private static ExceptionState state(String id, Map<String, ExceptionState> states) {
    boolean asked = id.endsWith("/" + Judge.DILIGENCE);
    return states.getOrDefault(id, asked ? ExceptionState.CLAIMED : ExceptionState.NOT_CLAIMED);
  }

  /** What of a condition is neither shown nor refuted is decided by the burden, or open. */
  private static List<Boolean> met(
      Clause.Permission exception,
      Condition condition,
      ExceptionState whole,
      Map<String, ExceptionState> states) {
    Map<String, Boolean> known = new TreeMap<>();
    for (Condition.Term term : condition.terms()) {
      switch (states.getOrDefault(
          exception.id() + "/" + term.kind(),
          whole == ExceptionState.SHOWN ? ExceptionState.SHOWN : ExceptionState.NOT_CLAIMED)) {
        case SHOWN -> known.put(term.kind(), true);
        case REFUTED -> known.put(term.kind(), false);
        case CLAIMED, NOT_CLAIMED ->
            exception
                .burden()
                .ifPresent(burden -> known.put(term.kind(), burden == Burden.THE_ACCUSER));
      }
    }
    return condition.decided(known).map(List::of).orElse(List.of(true, false));
  }

  private static List<SortedMap<String, Boolean>> extended(
      List<SortedMap<String, Boolean>> ways, String exception, List<Boolean> holds) {
    List<SortedMap<String, Boolean>> extended = new ArrayList<>();
    for (SortedMap<String, Boolean> way : ways) {
      for (boolean value : holds) {
        SortedMap<String, Boolean> more = new TreeMap<>(way);
        more.put(exception, value);
        extended.add(more);
      }
    }
    return extended;
  }

  private static Alternative<SortedSet<String>> alternative(
      SortedMap<String, Boolean> way, List<String> open) {
    SortedSet<String> holding = new TreeSet<>();
    way.forEach(
        (exception, holds) -> {
          if (holds) {
            holding.add(exception);
          }
        });
    List<String> words =
        open.stream().map(id -> id + (holding.contains(id) ? " is shown" : " is refuted")).toList();
    Map<Fact, String> values =
        words.isEmpty() ? Map.of() : Map.of(Fact.EXCEPTION, String.join(", ", words));
    return new Alternative<>(holding, values, Map.of());
  }
}
