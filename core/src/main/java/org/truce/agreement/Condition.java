package org.truce.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** When an exception may be relied on, or a guarantee is triggered. Closed: no free expression. */
public sealed interface Condition {

  /**
   * One thing that must be so.
   *
   * @param kind such as {@code response-to} or {@code breach-of}
   * @param value what of it, as written
   * @param establishedBy who must establish it, where the text says
   */
  record Term(String kind, String value, Optional<String> establishedBy) implements Condition {}

  /** All of these. */
  record All(List<Condition> of) implements Condition {
    public All {
      of = List.copyOf(of);
    }
  }

  /** At least one of these. */
  record Any(List<Condition> of) implements Condition {
    public Any {
      of = List.copyOf(of);
    }
  }

  /** The contrary of this. */
  record Not(Condition of) implements Condition {}

  /** Returns the terms that the condition consists of, in the order written. */
  default List<Term> terms() {
    return switch (this) {
      case Term term -> List.of(term);
      case All all -> all.of().stream().flatMap(each -> each.terms().stream()).toList();
      case Any any -> any.of().stream().flatMap(each -> each.terms().stream()).toList();
      case Not not -> not.of().terms();
    };
  }

  /** Returns whether it is met when each kind of term is true or false as given. */
  default boolean isMet(Map<String, Boolean> terms) {
    return switch (this) {
      case Term term -> terms.getOrDefault(term.kind(), false);
      case All all -> all.of().stream().allMatch(each -> each.isMet(terms));
      case Any any -> any.of().stream().anyMatch(each -> each.isMet(terms));
      case Not not -> !not.of().isMet(terms);
    };
  }

  /**
   * Returns whether it is met however the open terms turn out; empty when that depends on them.
   *
   * @param known kind of term → whether it is so; a kind that is left out is open
   */
  default Optional<Boolean> decided(Map<String, Boolean> known) {
    List<String> open =
        terms().stream()
            .map(Term::kind)
            .distinct()
            .filter(kind -> !known.containsKey(kind))
            .toList();
    List<Boolean> results = new ArrayList<>();
    for (int way = 0; way < 1 << open.size(); way++) {
      SortedMap<String, Boolean> all = new TreeMap<>(known);
      for (int i = 0; i < open.size(); i++) {
        all.put(open.get(i), (way >> i & 1) == 1);
      }
      results.add(isMet(all));
    }
    return results.stream().distinct().count() == 1
        ? Optional.of(results.getFirst())
        : Optional.empty();
  }
}
