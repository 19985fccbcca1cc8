package org.truce.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.truce.agreement.Agreement;
import org.truce.agreement.Clause;
import org.truce.agreement.Condition;
import org.truce.agreement.Reading;
import org.truce.provenance.Side;
import org.truce.report.Claim;
import org.truce.time.TimeSpan;

/**
 * A case judged by hand, which shows what an agreement means and tests that it is judged so.
 *
 * @param title what it is about
 * @param where file and line
 * @param subject what is judged
 * @param expected what a person says the clauses say
 */
public record Scenario(String title, String where, Subject subject, List<Expected> expected) {
  public Scenario {
    expected = List.copyOf(expected);
  }

  /** What is judged. */
  public sealed interface Subject {

    /**
     * An incident.
     *
     * @param accounts what each side says
     * @param earlier what each side says of other incidents
     */
    record OfIncident(List<Account> accounts, List<List<Account>> earlier) implements Subject {
      public OfIncident {
        accounts = List.copyOf(accounts);
        earlier = List.copyOf(earlier);
      }
    }

    /**
     * An obligation at an instant.
     *
     * @param question which
     * @param done side → when it can have been done according to it
     * @param asOf the instant, UTC
     */
    record OfObligation(Fulfilment.Question question, SortedMap<Side, TimeSpan> done, Instant asOf)
        implements Subject {
      public OfObligation {
        done = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(done));
      }
    }

    /**
     * The guarantees, when some of what they depend on is known.
     *
     * @param known kind of condition → whether it is so
     */
    record OfGuarantees(Map<String, Boolean> known) implements Subject {
      public OfGuarantees {
        known = Map.copyOf(known);
      }
    }

    /** The agreement itself. */
    record OfAgreement() implements Subject {}
  }

  /**
   * What a person says a clause says.
   *
   * @param reading id of the reading; empty where none is asked
   * @param clause id of the clause or guarantee
   * @param outcome code of the outcome
   * @param named grounds, missing facts or what the text lacks; empty: not stated
   */
  public record Expected(String reading, String clause, String outcome, SortedSet<String> named) {
    public Expected {
      named = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(named));
    }
  }

  /** What the program says: an outcome with grounds or missing facts. */
  private record Judged(String outcome, SortedSet<String> named) {}

  /** Returns every difference between the person and the program, ready to print. */
  public List<String> differences(Agreement agreement, Assessor assessor) {
    List<String> differences = new ArrayList<>();
    for (Expected each : expected) {
      Optional<Reading> reading = agreement.findReading(each.reading());
      if (reading.isPresent() && !reading.get().clauses().contains(each.clause())) {
        differences.add(
            "%s: reading %s has no clause %s".formatted(where, each.reading(), each.clause()));
        continue;
      }
      Judged judged = judged(each, reading, agreement, assessor);
      if (!judged.outcome().equals(each.outcome())
          || (!each.named().isEmpty() && !judged.named().equals(each.named()))) {
        differences.add(
            "%s: %s: %s%s: by hand %s %s, judged %s %s"
                .formatted(
                    where,
                    title,
                    each.clause(),
                    reading.map(found -> " of " + found.id()).orElse(""),
                    each.outcome(),
                    each.named(),
                    judged.outcome(),
                    judged.named()));
      }
    }
    return differences;
  }

  private Judged judged(
      Expected expected, Optional<Reading> reading, Agreement agreement, Assessor assessor) {
    return switch (subject) {
      case Subject.OfIncident incident -> {
        Clause.Prohibition clause = agreement.prohibition(expected.clause());
        assessor.alsoHappened(incident.earlier());
        Finding finding = assessor.finding(1, reading.orElseThrow(), clause, incident.accounts());
        yield new Judged(Claim.code(finding.headline()), named(finding));
      }
      case Subject.OfObligation obligation -> {
        Fulfilment found =
            Fulfilment.common(
                obligation.done().values().stream()
                    .map(
                        done ->
                            Fulfilment.of(
                                agreement,
                                reading.orElseThrow(),
                                obligation.question(),
                                done,
                                obligation.asOf()))
                    .toList());
        yield new Judged(Claim.code(found.kind()), found.missing());
      }
      case Subject.OfGuarantees known ->
          judged(
              Objects.requireNonNull(agreement.around().guarantees().get(expected.clause()))
                  .trigger(),
              known.known());
      case Subject.OfAgreement text -> {
        SortedSet<String> codes = new TreeSet<>();
        TextFinding.of(agreement).forEach(each -> codes.add(each.kind().code()));
        yield new Judged(expected.outcome(), codes);
      }
    };
  }

  private static Judged judged(Condition trigger, Map<String, Boolean> known) {
    Optional<Boolean> met = trigger.decided(known);
    SortedSet<String> open = new TreeSet<>();
    if (met.isEmpty()) {
      trigger.terms().stream()
          .map(Condition.Term::kind)
          .filter(kind -> !known.containsKey(kind))
          .forEach(open::add);
    }
    return new Judged(met.map(yes -> yes ? "triggered" : "dormant").orElse("undetermined"), open);
  }

  private static SortedSet<String> named(Finding finding) {
    SortedSet<String> named = new TreeSet<>();
    for (Outcome outcome : finding.accounts().values()) {
      if (outcome instanceof Outcome.NotCovered not) {
        not.because().forEach(ground -> named.add(Claim.code(ground)));
      } else if (outcome instanceof Outcome.Undetermined open) {
        open.missing().forEach(fact -> named.add(fact.code()));
      }
    }
    return named;
  }
}
