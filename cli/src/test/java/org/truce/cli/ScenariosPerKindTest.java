package org.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.truce.agreement.Agreement;
import org.truce.agreement.Clause;
import org.truce.agreement.Clause.Prohibition.Rule;
import org.truce.agreement.Condition;
import org.truce.agreement.Reading;
import org.truce.agreement.TermOfForce;
import org.truce.assessment.Account;
import org.truce.assessment.Scenario;
import org.truce.assessment.Scenario.Expected;
import org.truce.assessment.Scenario.Subject;
import org.truce.gazetteer.Gazetteer;
import org.truce.place.Atlas;
import org.truce.time.TimeSpan;

/**
 * Every kind of clause that is judged has at least three scenarios judged by hand, one of them
 * undetermined: in the examples or, for kinds that none of them has, in the made-up agreement.
 */
class ScenariosPerKindTest {
  private static final Atlas ATLAS = Gazetteer.load().atlas();
  private static final Duration NEAR = Duration.ofDays(1);

  private static final List<String> AGREEMENTS =
      List.of(
          "examples/easter-2025/agreement.yaml",
          "examples/energy-moratorium-2025/agreement.yaml",
          "examples/lebanon-2024/agreement.yaml",
          "examples/minsk-2015/agreement.yaml",
          "examples/paris-2026/agreement.yaml",
          "examples/syria-2016/agreement.yaml",
          "core/src/test/resources/org/truce/notation/clause-kinds.yaml");

  /** The kinds of the table in docs/agreement-language.md that are judged. */
  private enum Kind {
    PARTIES,
    ENTRY_INTO_FORCE,
    DEADLINES,
    DURATION,
    SUSPENSION_AND_RELEASE,
    GEOGRAPHY,
    SET_BACK,
    PROHIBITION,
    OBLIGATION,
    PERMISSION,
    NOTIFICATION,
    GUARANTEE
  }

  @Test
  void everyJudgedKindHasThreeScenariosAndOneThatIsUndetermined() {
    Map<Kind, Integer> all = new EnumMap<>(Kind.class);
    Map<Kind, Integer> open = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      all.put(kind, 0);
      open.put(kind, 0);
    }
    for (String path : AGREEMENTS) {
      AgreementFile file = new AgreementFile(Path.of(Ran.ROOT.toString(), path));
      Agreement agreement = file.read(ATLAS);
      for (Scenario scenario : file.scenarios(agreement)) {
        for (Expected expected : scenario.expected()) {
          for (Kind kind : kinds(scenario.subject(), expected, agreement)) {
            all.merge(kind, 1, Integer::sum);
            open.merge(kind, expected.outcome().equals("undetermined") ? 1 : 0, Integer::sum);
          }
        }
      }
    }
    assertThat(all).as("scenarios of each kind").allSatisfy((kind, n) -> atLeast(kind, n, 3));
    assertThat(open).as("undetermined of each kind").allSatisfy((kind, n) -> atLeast(kind, n, 1));
  }

  private static void atLeast(Kind kind, int found, int least) {
    assertThat(found).as("%s", kind).isGreaterThanOrEqualTo(least);
  }

  private static Set<Kind> kinds(Subject subject, Expected expected, Agreement agreement) {
    return switch (subject) {
      case Subject.OfIncident incident -> ofIncident(incident, expected, agreement);
      case Subject.OfObligation obligation -> EnumSet.of(Kind.OBLIGATION, Kind.DEADLINES);
      case Subject.OfGuarantees guarantees -> EnumSet.of(Kind.GUARANTEE);
      case Subject.OfAgreement text -> EnumSet.noneOf(Kind.class);
    };
  }

  private static Set<Kind> ofIncident(
      Subject.OfIncident incident, Expected expected, Agreement agreement) {
    Reading reading = agreement.findReading(expected.reading()).orElseThrow();
    Clause.Prohibition clause = agreement.prohibition(expected.clause());
    EnumSet<Kind> kinds = EnumSet.of(ofRule(clause.rule()));
    if (Stream.of("author", "against", "standing").anyMatch(expected.named()::contains)) {
      kinds.add(Kind.PARTIES);
    }
    boolean placed = Stream.of("place", "boundary").anyMatch(expected.named()::contains);
    if (placed && !(clause.rule() instanceof Rule.Distance)) {
      kinds.add(Kind.GEOGRAPHY);
    }
    for (Account account : incident.accounts()) {
      kinds.addAll(ofExceptions(account, agreement));
      account.versions().forEach(facts -> kinds.addAll(ofTime(facts.when(), reading.inForce())));
    }
    return kinds;
  }

  private static Kind ofRule(Rule rule) {
    return switch (rule) {
      case Rule.Plain plain -> Kind.PROHIBITION;
      case Rule.Weapons weapons -> Kind.PROHIBITION;
      case Rule.Prevention prevention -> Kind.OBLIGATION;
      case Rule.Distance distance -> Kind.SET_BACK;
      case Rule.Notice notice -> Kind.NOTIFICATION;
    };
  }

  private static Set<Kind> ofExceptions(Account account, Agreement agreement) {
    EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (String name : account.exceptions().keySet()) {
      if (agreement.clauses().get(name.split("/", 2)[0]) instanceof Clause.Permission permission) {
        kinds.add(Kind.PERMISSION);
        if (permission.condition().map(Condition::terms).orElse(List.of()).stream()
            .anyMatch(term -> term.kind().equals("breach-of"))) {
          kinds.add(Kind.SUSPENSION_AND_RELEASE);
        }
      }
    }
    return kinds;
  }

  /** A time that lies within a day of a bound shows how the bound is taken. */
  private static Set<Kind> ofTime(TimeSpan when, TermOfForce term) {
    EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
    if (term.isPending() || near(when, term.start())) {
      kinds.add(Kind.ENTRY_INTO_FORCE);
    }
    if (term.end().filter(end -> near(when, end)).isPresent()) {
      kinds.add(Kind.DURATION);
    }
    if (term.suspended().stream().anyMatch(when::overlaps)) {
      kinds.add(Kind.SUSPENSION_AND_RELEASE);
    }
    return kinds;
  }

  private static boolean near(TimeSpan when, TermOfForce.Bound bound) {
    Instant from = bound.earliest().minus(NEAR);
    Instant to = bound.latest().plus(NEAR);
    return when.isBounded() && when.from().isBefore(to) && when.to().isAfter(from);
  }
}
