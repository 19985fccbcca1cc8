package org.truce.assessment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.truce.agreement.Clause;
import org.truce.assessment.Aspect.Alternative;
import org.truce.conduct.Kinds;

/** Whether what was done, and what it was done to, is of the kinds that a clause names. */
final class ConductAspect {
  private ConductAspect() {}

  /**
   * What conduct means for a clause.
   *
   * @param prohibited whether the prohibition names it
   * @param permittedBy ids of the exceptions that name it
   */
  record Meaning(boolean prohibited, SortedSet<String> permittedBy) {
    private String words() {
      String named = prohibited ? "conduct that the clause names" : "conduct that it does not name";
      return permittedBy.isEmpty() ? named : named + ", permitted by " + permittedBy;
    }
  }

  static Aspect<Meaning> ofConduct(
      Kinds conduct, Clause.Prohibition clause, List<Clause.Permission> exceptions) {
    Set<Alternative<Meaning>> alternatives = new LinkedHashSet<>();
    for (String kind : conduct.codes()) {
      SortedSet<String> permittedBy = new TreeSet<>();
      exceptions.stream()
          .filter(exception -> exception.conduct().codes().contains(kind))
          .forEach(exception -> permittedBy.add(exception.id()));
      Meaning meaning = new Meaning(clause.act().conduct().codes().contains(kind), permittedBy);
      alternatives.add(Alternative.of(meaning, Fact.CONDUCT, meaning.words()));
    }
    return new Aspect<>(List.copyOf(alternatives));
  }

  static Aspect<Boolean> ofTarget(Kinds target, Clause.Prohibition clause) {
    Set<Alternative<Boolean>> alternatives = new LinkedHashSet<>();
    for (String kind : target.codes()) {
      boolean named = clause.act().target().codes().contains(kind);
      alternatives.add(
          Alternative.of(
              named,
              Fact.TARGET,
              named ? "a target that the clause names" : "a target that it does not name"));
    }
    return new Aspect<>(List.copyOf(alternatives));
  }
}
