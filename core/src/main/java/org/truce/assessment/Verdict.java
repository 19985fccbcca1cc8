package org.truce.assessment;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.truce.agreement.Clause;
import org.truce.assessment.Outcome.Ground;
import org.truce.assessment.Outcome.Kind;

/** What a clause says of one class of completions. */
sealed interface Verdict {

  record Breach(String party) implements Verdict {}

  record Excused(SortedSet<String> exceptions) implements Verdict {}

  record NotCovered(SortedSet<Ground> because) implements Verdict {}

  default Kind kind() {
    return switch (this) {
      case Breach breach -> Kind.PRIMA_FACIE_BREACH;
      case Excused excused -> Kind.NO_BREACH;
      case NotCovered not -> Kind.NOT_COVERED;
    };
  }

  /** Returns what the clause says when the facts turn out like this. */
  static Verdict of(Aspects.Outputs outputs, List<Clause.Permission> exceptions) {
    SortedSet<Ground> failing = failing(outputs);
    if (!failing.isEmpty()) {
      return new NotCovered(failing);
    }
    String party = outputs.actors().party().orElseThrow();
    SortedSet<String> excusing = new TreeSet<>();
    for (Clause.Permission exception : exceptions) {
      if (outputs.exceptions().contains(exception.id())
          && outputs.conduct().permittedBy().contains(exception.id())
          && exception.by().contains(party)) {
        excusing.add(exception.id());
      }
    }
    return excusing.isEmpty() ? new Breach(party) : new Excused(excusing);
  }

  private static SortedSet<Ground> failing(Aspects.Outputs outputs) {
    SortedSet<Ground> failing = new TreeSet<>();
    addUnless(outputs.inForce(), Ground.TIME, failing);
    addUnless(outputs.inArea(), Ground.PLACE, failing);
    addUnless(outputs.conduct().prohibited(), Ground.CONDUCT, failing);
    addUnless(outputs.target(), Ground.TARGET, failing);
    addUnless(outputs.actors().authorBound(), Ground.AUTHOR, failing);
    addUnless(outputs.actors().againstProtected(), Ground.AGAINST, failing);
    return failing;
  }

  private static void addUnless(boolean met, Ground ground, Collection<Ground> failing) {
    if (!met) {
      failing.add(ground);
    }
  }
}
