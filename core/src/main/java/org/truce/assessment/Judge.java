package org.truce.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.truce.agreement.Agreement;
import org.truce.agreement.Clause;
import org.truce.agreement.Clause.Prohibition.Rule;
import org.truce.agreement.Reading;
import org.truce.agreement.TermOfForce;
import org.truce.assessment.Outcome.Ground;
import org.truce.conduct.Kinds;
import org.truce.conduct.Taxonomy;
import org.truce.conduct.Weapon;
import org.truce.time.TimeSpan;

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
  /** Under this name reports show or refute that a party did what it could. */
  static final String DILIGENCE = "diligence";

  private final Clause.Prohibition clause;
  private final TermOfForce inForce;
  private final List<Clause.Permission> exceptions;
  private final Agreement agreement;
  private final Map<Kinds, Aspect<ConductAspect.Meaning>> conduct = new HashMap<>();
  private final Map<Kinds, Aspect<Boolean>> target = new HashMap<>();
  private final Map<Set<Weapon>, Aspect<SortedSet<String>>> weapons = new HashMap<>();
  private final Map<Encounters, Aspect<ActorsAspect.Meaning>> actors = new HashMap<>();

  Judge(Agreement agreement, Reading reading, Clause.Prohibition clause) {
    this.agreement = agreement;
    this.clause = clause;
    this.exceptions = new ArrayList<>(agreement.exceptions(clause, reading));
    diligence(clause).ifPresent(exceptions::add);
    this.inForce = term(clause, reading.inForce());
  }

  /** Who must only do what it can has kept the clause if it did: this is open until shown. */
  private static Optional<Clause.Permission> diligence(Clause.Prohibition clause) {
    return clause.rule() instanceof Rule.Prevention prevention && prevention.diligence()
        ? Optional.of(
            new Clause.Permission(
                new Clause.Text(
                    clause.id() + "/" + DILIGENCE, clause.text().article(), Optional.empty()),
                Taxonomy.CONDUCT.anything(),
                clause.by(),
                DILIGENCE,
                Optional.empty()))
        : Optional.empty();
  }

  /** Weapons may stand near the line until withdrawal must be complete. */
  private static TermOfForce term(Clause.Prohibition clause, TermOfForce inForce) {
    if (!(clause.rule() instanceof Rule.Distance distance)) {
      return inForce;
    }
    return distance
        .setBack()
        .complete()
        .due(inForce)
        .map(inForce::from)
        .orElseGet(() -> TermOfForce.pending("withdrawal is not yet due", inForce.start().zone()));
  }

  /** Returns from when until when the clause applies. */
  TermOfForce inForce() {
    return inForce;
  }

  /** Returns every side of the clause under these facts. */
  Aspects aspects(Facts facts, Map<String, ExceptionState> states, Map<String, TimeSpan> notices) {
    Aspect<ActorsAspect.Meaning> who =
        actors.computeIfAbsent(
            facts.encounters(), each -> ActorsAspect.of(each, clause, agreement.roster()));
    return new Aspects(
        ForceAspect.of(facts.when(), inForce),
        PlaceAspect.of(clause.where().reach(facts.where())),
        conduct.computeIfAbsent(
            facts.conduct(), kinds -> ConductAspect.ofConduct(kinds, clause, exceptions)),
        target.computeIfAbsent(facts.target(), kinds -> ConductAspect.ofTarget(kinds, clause)),
        who,
        new Aspects.RuleAspects(
            ExceptionAspect.of(exceptions, states),
            weapon(facts),
            distances(facts, who),
            clause.rule() instanceof Rule.Notice notice
                ? NoticeAspect.of(
                    facts.when(), Optional.ofNullable(notices.get(clause.id())), notice.leadTime())
                : Aspect.certain(false),
            outsideStorage(facts)));
  }

  private Aspect<SortedSet<String>> weapon(Facts facts) {
    return switch (clause.rule()) {
      case Rule.Weapons named ->
          weapons.computeIfAbsent(facts.weapons(), said -> WeaponAspect.of(said, named.classes()));
      case Rule.Distance distance ->
          weapons.computeIfAbsent(
              facts.weapons(), said -> WeaponAspect.of(said, distance.setBack().classes()));
      case Rule.Plain plain -> Aspect.certain(new TreeSet<>());
      case Rule.Prevention prevention -> Aspect.certain(new TreeSet<>());
      case Rule.Notice notice -> Aspect.certain(new TreeSet<>());
    };
  }

  private Aspect<Boolean> outsideStorage(Facts facts) {
    return clause.rule() instanceof Rule.Distance distance
            && distance.setBack().storage().isPresent()
        ? PlaceAspect.of(distance.setBack().storage().get().not().reach(facts.where()))
        : Aspect.certain(false);
  }

  private Aspect<SortedMap<String, Integer>> distances(
      Facts facts, Aspect<ActorsAspect.Meaning> who) {
    if (!(clause.rule() instanceof Rule.Distance distance)) {
      return Aspect.certain(new TreeMap<>());
    }
    SortedSet<String> parties = new TreeSet<>();
    who.outputs().forEach(meaning -> meaning.party().ifPresent(parties::add));
    return DistanceAspect.of(facts.where(), distance.setBack(), parties);
  }

  /**
   * Returns what the clause says.
   *
   * @param versions what the account says happened; several when it contradicts itself
   * @param states how far each exception has come under the account
   * @param notices clause id → when notice was given, of which the account speaks
   */
  Outcome judge(
      List<Facts> versions, Map<String, ExceptionState> states, Map<String, TimeSpan> notices) {
    List<CompletionClass> classes = new ArrayList<>();
    for (Facts version : versions) {
      Aspects aspects = aspects(version, states, notices);
      for (Aspects.Outputs outputs : aspects.outputs()) {
        classes.add(new CompletionClass(aspects, outputs, Verdict.of(outputs, clause, exceptions)));
      }
    }
    long kinds = classes.stream().map(each -> each.verdict().kind()).distinct().count();
    return kinds == 1 ? determined(classes, states) : undetermined(classes);
  }

  /**
   * Returns what of the clause bears on an account: what each of its sides means where that is
   * certain, and otherwise the term of the clause that would decide it. Two ways in which a text
   * can be meant are one when the same bears.
   */
  List<Object> bearing(Account account) {
    List<Object> all = new ArrayList<>();
    for (Facts facts : account.versions()) {
      Aspects aspects = aspects(facts, account.exceptions(), account.notices());
      Aspects.RuleAspects rule = aspects.rule();
      all.add(certainOr(aspects.inForce(), inForce));
      all.add(certainOr(aspects.inArea(), clause.where()));
      all.add(certainOr(withPossible(aspects.conduct(), rule.exceptions()), clause.act()));
      all.add(certainOr(aspects.target(), clause.act()));
      all.add(certainOr(aspects.actors(), List.of(clause.act(), clause.by(), clause.rule())));
      all.add(certainOr(rule.exceptions(), exceptions));
      all.add(certainOr(rule.noticed(), clause.rule()));
      all.add(certainOr(rule.outsideStorage(), clause.rule()));
      if (clause.rule() instanceof Rule.Distance distance) {
        all.add(distance.setBack().tables());
        all.add(distance.setBack().classes());
      } else {
        all.add(certainOr(rule.weapon(), clause.rule()));
      }
    }
    return all;
  }

  /** An exception that holds in no completion permits nothing, so naming it does not bear. */
  private static Aspect<ConductAspect.Meaning> withPossible(
      Aspect<ConductAspect.Meaning> conduct, Aspect<SortedSet<String>> exceptions) {
    SortedSet<String> possible = new TreeSet<>();
    exceptions.outputs().forEach(possible::addAll);
    return new Aspect<>(
        conduct.alternatives().stream()
            .map(
                each -> {
                  SortedSet<String> permittedBy = new TreeSet<>(each.output().permittedBy());
                  permittedBy.retainAll(possible);
                  return new Aspect.Alternative<>(
                      new ConductAspect.Meaning(each.output().prohibited(), permittedBy),
                      each.values(),
                      each.standings());
                })
            .toList());
  }

  private static Object certainOr(Aspect<?> aspect, Object term) {
    return aspect.outputs().size() == 1 ? aspect.outputs().iterator().next() : term;
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
