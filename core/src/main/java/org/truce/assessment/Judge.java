package org.truce.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.truce.agreement.Agreement;
import org.truce.agreement.Clause;
import org.truce.agreement.Reading;
import org.truce.assessment.Outcome.Ground;
import org.truce.conduct.Kinds;

/**
 * Judges one prohibition of one reading against what one account says.
 *
 * <p>The open facts are grouped into classes of completions that the clause cannot tell apart. If
 * all classes lead to the same outcome it is determined. Otherwise, for every two classes that lead
 * to different outcomes, at least one fact in which they differ must become known; a smallest set
 * of facts that has one of each such difference is what is missing.
 *
 * <p>It remembers what kinds and actors mean for the clause; not for use by several threads.
 */
final class Judge {
  private final Clause.Prohibition clause;
  private final Reading reading;
  private final List<Clause.Permission> exceptions;
  private final Agreement agreement;
  private final Map<Kinds, Aspect<ConductAspect.Meaning>> conduct = new HashMap<>();
  private final Map<Kinds, Aspect<Boolean>> target = new HashMap<>();
  private final Map<Encounters, Aspect<ActorsAspect.Meaning>> actors = new HashMap<>();

  Judge(Agreement agreement, Reading reading, Clause.Prohibition clause) {
    this.agreement = agreement;
    this.reading = reading;
    this.clause = clause;
    this.exceptions = agreement.exceptions(clause, reading);
  }

  /** Returns every side of the clause under these facts. */
  Aspects aspects(Facts facts, Map<String, ExceptionState> states) {
    return new Aspects(
        ForceAspect.of(facts.when(), reading.inForce()),
        PlaceAspect.of(clause.where().reach(facts.where())),
        conduct.computeIfAbsent(
            facts.conduct(), kinds -> ConductAspect.ofConduct(kinds, clause, exceptions)),
        target.computeIfAbsent(facts.target(), kinds -> ConductAspect.ofTarget(kinds, clause)),
        actors.computeIfAbsent(
            facts.encounters(), who -> ActorsAspect.of(who, clause, agreement.roster())),
        ExceptionAspect.of(exceptions, states));
  }

  /**
   * Returns what the clause says.
   *
   * @param versions what the account says happened; several when it contradicts itself
   * @param states how far each exception has come under the account
   */
  Outcome judge(List<Facts> versions, Map<String, ExceptionState> states) {
    List<CompletionClass> classes = new ArrayList<>();
    for (Facts version : versions) {
      Aspects aspects = aspects(version, states);
      for (Aspects.Outputs outputs : aspects.outputs()) {
        classes.add(new CompletionClass(aspects, outputs, Verdict.of(outputs, exceptions)));
      }
    }
    long kinds = classes.stream().map(each -> each.verdict().kind()).distinct().count();
    return kinds == 1 ? determined(classes, states) : undetermined(classes);
  }

  /** A class of completions that the clause cannot tell apart. */
  private record CompletionClass(Aspects aspects, Aspects.Outputs outputs, Verdict verdict) {}

  private Outcome determined(List<CompletionClass> classes, Map<String, ExceptionState> states) {
    return switch (classes.getFirst().verdict()) {
      case Verdict.Breach breach ->
          new Outcome.PrimaFacieBreach(
              collect(classes, Verdict.Breach.class, each -> List.of(each.party())),
              exceptions.stream()
                  .anyMatch(
                      exception ->
                          states.getOrDefault(exception.id(), ExceptionState.NOT_CLAIMED)
                              == ExceptionState.CLAIMED));
      case Verdict.Excused excused ->
          new Outcome.NoBreach(
              collect(classes, Verdict.Excused.class, Verdict.Excused::exceptions));
      case Verdict.NotCovered not -> notCovered(classes);
    };
  }

  private static Outcome notCovered(List<CompletionClass> classes) {
    SortedSet<Ground> always = new TreeSet<>(List.of(Ground.values()));
    for (CompletionClass each : classes) {
      always.retainAll(((Verdict.NotCovered) each.verdict()).because());
    }
    return new Outcome.NotCovered(
        always.isEmpty()
            ? collect(classes, Verdict.NotCovered.class, Verdict.NotCovered::because)
            : always);
  }

  private static <V extends Verdict, T extends Comparable<T>> SortedSet<T> collect(
      List<CompletionClass> classes,
      Class<V> type,
      java.util.function.Function<V, ? extends Iterable<T>> of) {
    SortedSet<T> all = new TreeSet<>();
    for (CompletionClass each : classes) {
      of.apply(type.cast(each.verdict())).forEach(all::add);
    }
    return all;
  }

  private static Outcome undetermined(List<CompletionClass> classes) {
    MissingFacts missing = new MissingFacts();
    for (int i = 0; i < classes.size(); i++) {
      for (int j = i + 1; j < classes.size(); j++) {
        CompletionClass one = classes.get(i);
        CompletionClass other = classes.get(j);
        if (one.verdict().kind() != other.verdict().kind()) {
          missing.mustTellApart(
              one.aspects().differences(one.outputs(), other.aspects(), other.outputs()),
              one.verdict().kind(),
              other.verdict().kind());
        }
      }
    }
    return missing.outcome();
  }
}
