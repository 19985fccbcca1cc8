package org.truce.assessment;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.truce.agreement.Clause;
import org.truce.agreement.Clause.Prohibition.Rule;
import org.truce.agreement.SetBack;
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
  static Verdict of(
      Aspects.Outputs outputs, Clause.Prohibition clause, List<Clause.Permission> exceptions) {
    SortedSet<Ground> failing = failing(outputs);
    failByRule(outputs, clause, failing);
    if (!failing.isEmpty()) {
      return new NotCovered(failing);
    }
    String party = outputs.actors().party().orElseThrow();
    SortedSet<String> excusing = new TreeSet<>();
    if (outputs.rule().noticed()) {
      excusing.add(clause.id());
    }
    for (Clause.Permission exception : exceptions) {
      if (outputs.rule().exceptions().contains(exception.id())
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

  private static void failByRule(
      Aspects.Outputs outputs, Clause.Prohibition clause, SortedSet<Ground> failing) {
    SortedSet<String> fitting = outputs.rule().weapon();
    switch (clause.rule()) {
      case Rule.Plain plain -> {}
      case Rule.Prevention prevention -> {}
      case Rule.Notice notice -> {}
      case Rule.Weapons weapons -> addUnless(!fitting.isEmpty(), Ground.WEAPON, failing);
      case Rule.Distance distance -> {
        Optional<SetBack.Table> table =
            outputs.actors().party().map(party -> distance.setBack().tables().get(party));
        if (table.isEmpty()) {
          failing.add(Ground.AUTHOR);
          return;
        }
        Optional<Long> demanded =
            fitting.stream()
                .flatMap(name -> Stream.ofNullable(table.get().distanceMm().get(name)))
                .max(Comparator.naturalOrder());
        addUnless(demanded.isPresent(), Ground.WEAPON, failing);
        demanded.ifPresent(
            least ->
                addUnless(
                    outputs.rule().outsideStorage() || isTooNear(outputs, table.get(), least),
                    Ground.PLACE,
                    failing));
      }
    }
  }

  private static boolean isTooNear(Aspects.Outputs outputs, SetBack.Table table, long demanded) {
    SortedSet<Long> steps = new TreeSet<>(table.distanceMm().values());
    int kept = outputs.rule().distances().getOrDefault(outputs.actors().party().orElseThrow(), 0);
    return kept < steps.headSet(demanded + 1).size();
  }

  private static void addUnless(boolean met, Ground ground, Collection<Ground> failing) {
    if (!met) {
      failing.add(ground);
    }
  }
}
