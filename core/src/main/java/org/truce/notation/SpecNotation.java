package org.truce.notation;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.truce.agreement.Clause.Obligation.Phase;
import org.truce.assessment.Account;
import org.truce.assessment.ExceptionState;
import org.truce.assessment.Facts;
import org.truce.assessment.Fulfilment;
import org.truce.assessment.Scenario;
import org.truce.assessment.Scenario.Expected;
import org.truce.assessment.Scenario.Subject;
import org.truce.assessment.TextFinding;
import org.truce.notation.Node.Mapping;
import org.truce.place.Place;
import org.truce.provenance.Side;
import org.truce.provenance.SourceClass;
import org.truce.report.Claim;
import org.truce.time.TimeSpan;

/** Reads the scenarios that stand beside an agreement. */
public final class SpecNotation {
  private static final List<String> OUTCOMES =
      List.of("prima-facie-breach", "no-breach", "not-covered", "undetermined", "accounts-differ");
  private static final List<String> FULFILMENTS =
      List.of("missed", "kept", "not-yet-due", "undetermined", "accounts-differ");
  private static final List<String> TRIGGERS = List.of("triggered", "dormant", "undetermined");

  private final Agreement agreement;

  /** Prepares to read scenarios of this agreement. */
  public SpecNotation(Agreement agreement) {
    this.agreement = agreement;
  }

  /**
   * Reads scenarios.
   *
   * @throws NotationException when the text is not of the form; the message names file, line and
   *     value
   */
  public List<Scenario> read(Node node) {
    return node.items().stream().map(item -> scenario(item.mapping())).toList();
  }

  private Scenario scenario(Mapping mapping) {
    mapping.only(
        "scenario",
        "incident",
        "account",
        "accounts",
        "earlier",
        "obligation",
        "guarantee",
        "subject",
        "expect");
    Subject subject = subject(mapping);
    return new Scenario(
        mapping.get("scenario").text(),
        "%s:%d".formatted(mapping.where().file(), mapping.where().line()),
        subject,
        expected(mapping.get("expect").mapping(), subject));
  }

  private Subject subject(Mapping mapping) {
    List<String> forms =
        List.of("incident", "accounts", "obligation", "guarantee", "subject").stream()
            .filter(name -> mapping.find(name).isPresent())
            .toList();
    if (forms.size() != 1) {
      throw mapping.error(
          "a scenario has exactly one of \"incident\", \"accounts\", \"obligation\","
              + " \"guarantee\", \"subject\"",
          List.of());
    }
    return switch (forms.getFirst()) {
      case "obligation" -> obligation(mapping.get("obligation").mapping());
      case "guarantee" -> new Subject.OfGuarantees(known(mapping.get("guarantee").mapping()));
      case "subject" -> {
        ConditionNotation.oneOf(mapping.get("subject"), List.of("agreement"));
        yield new Subject.OfAgreement();
      }
      default -> new Subject.OfIncident(accounts(mapping), earlier(mapping));
    };
  }

  private List<List<Account>> earlier(Mapping mapping) {
    List<List<Account>> earlier = new ArrayList<>();
    Side side = mapping.find("account").map(SpecNotation::side).orElse(Side.NEUTRAL);
    for (Node node : mapping.find("earlier").map(Node::items).orElse(List.of())) {
      Mapping incident = node.mapping();
      earlier.add(
          incident.find("accounts").isPresent()
              ? accounts(incident.only("accounts"))
              : account(side, incident).stream().toList());
    }
    return earlier;
  }

  private Subject obligation(Mapping mapping) {
    mapping.only("clause", "party", "phase", "as-of", "done", "not-before", "accounts");
    Node clause = mapping.get("clause");
    if (!(agreement.clauses().get(clause.text()) instanceof Clause.Obligation obligation)) {
      throw clause.error(
          "\"%s\" is no obligation of this agreement".formatted(clause.text()),
          Suggestion.hints(clause.text(), agreement.clauses().keySet()));
    }
    Node party = mapping.get("party");
    if (!obligation.by().contains(party.text())) {
      throw party.error(
          "\"%s\" does not bind %s".formatted(clause.text(), party.text()),
          Suggestion.hints(party.text(), obligation.by()));
    }
    Phase phase = phase(mapping, obligation);
    SortedMap<Side, TimeSpan> done = new TreeMap<>();
    Optional<Node> accounts = mapping.find("accounts");
    if (accounts.isPresent()) {
      accounts
          .get()
          .mapping()
          .entries()
          .forEach(
              (side, node) ->
                  done.put(
                      node.checked(() -> new Side(side)),
                      done(node.mapping().only("done", "not-before"))));
    }
    if (done.isEmpty()) {
      done.put(Side.NEUTRAL, done(mapping));
    }
    return new Subject.OfObligation(
        new Fulfilment.Question(obligation.id(), phase),
        done,
        TimeNotation.instant(mapping.get("as-of")));
  }

  /** Where both the beginning and the end have a deadline the scenario says which it asks for. */
  private static Phase phase(Mapping mapping, Clause.Obligation obligation) {
    Optional<Phase> written = mapping.find("phase").map(node -> node.oneOf(Phase.class));
    if (written.isEmpty()
        && obligation.starts().isPresent()
        && obligation.completes().isPresent()) {
      throw mapping.error("\"phase\" is missing", List.of("add phase: starts or completes"));
    }
    Phase phase = written.orElse(obligation.starts().isPresent() ? Phase.STARTS : Phase.COMPLETES);
    if (obligation.deadline(phase).isEmpty()) {
      throw mapping.error(
          "\"%s\" has no deadline for that: it is not judged at an instant"
              .formatted(obligation.id()),
          List.of());
    }
    return phase;
  }

  /** When it can have been done; of what nothing is said it can be at any time, or never. */
  private static TimeSpan done(Mapping mapping) {
    TimeSpan done = mapping.find("done").map(TimeNotation::span).orElse(TimeSpan.ANY);
    return mapping
        .find("not-before")
        .map(
            node ->
                node.checked(() -> new TimeSpan(TimeNotation.instant(node), TimeSpan.END))
                    .intersection(done)
                    .orElseThrow(
                        () ->
                            node.error(
                                "\"done\" and \"not-before\" exclude each other", List.of())))
        .orElse(done);
  }

  private Map<String, Boolean> known(Mapping mapping) {
    mapping.only("shows", "refutes");
    Map<String, Boolean> known = new TreeMap<>();
    for (String name : List.of("shows", "refutes")) {
      for (Node node : mapping.find(name).map(Node::items).orElse(List.of())) {
        ConditionNotation.oneOf(node, ConditionNotation.OF_GUARANTEES);
        if (known.put(node.text(), name.equals("shows")) != null) {
          throw node.error("\"%s\" is shown and refuted".formatted(node.text()), List.of());
        }
      }
    }
    return known;
  }

  private List<Account> accounts(Mapping mapping) {
    List<Account> accounts = new ArrayList<>();
    if (mapping.find("incident").isPresent()) {
      Side side = mapping.find("account").map(SpecNotation::side).orElse(Side.NEUTRAL);
      account(side, mapping.get("incident").mapping()).ifPresent(accounts::add);
    } else {
      for (Map.Entry<String, Node> entry : mapping.get("accounts").mapping().entries().entrySet()) {
        Side side = entry.getValue().checked(() -> new Side(entry.getKey()));
        account(side, entry.getValue().mapping()).ifPresent(accounts::add);
      }
    }
    if (accounts.isEmpty()) {
      throw mapping.error("nobody gives an account of what happened", List.of());
    }
    return accounts;
  }

  private static Side side(Node node) {
    return node.checked(() -> new Side(node.text()));
  }

  /** Reads an account; a side that only denies has none. */
  private Optional<Account> account(Side side, Mapping mapping) {
    List<String> names = new ArrayList<>(HappeningNotation.NAMES);
    names.addAll(
        List.of("at", "within", "place", "invokes", "shows", "refutes", "denies", "noticed"));
    mapping.only(names);
    mapping.find("denies").ifPresent(node -> node.oneOf(Claim.Facet.class));
    if (mapping.entries().keySet().equals(Set.of("denies"))) {
      return Optional.empty();
    }
    Facts facts =
        Facts.of(
            time(mapping),
            mapping
                .find("place")
                .map(node -> PlaceNotation.where(node, SourceClass.MISSION).place())
                .orElse(Place.anywhere()),
            HappeningNotation.happening(mapping),
            agreement.roster());
    return Optional.of(
        new Account(side, List.of(facts), List.of(), exceptions(mapping), notices(mapping)));
  }

  private SortedMap<String, TimeSpan> notices(Mapping mapping) {
    SortedMap<String, TimeSpan> notices = new TreeMap<>();
    mapping
        .find("noticed")
        .ifPresent(
            node ->
                node.mapping()
                    .entries()
                    .forEach(
                        (id, time) -> {
                          if (!(agreement.clauses().get(id) instanceof Clause.Prohibition clause)
                              || !(clause.rule() instanceof Clause.Prohibition.Rule.Notice)) {
                            throw time.error(
                                "\"%s\" asks for no notice".formatted(id),
                                Suggestion.hints(id, agreement.clauses().keySet()));
                          }
                          notices.put(id, TimeNotation.span(time));
                        }));
    return notices;
  }

  private static TimeSpan time(Mapping mapping) {
    Optional<Node> at = mapping.find("at");
    if (at.isEmpty()) {
      return TimeSpan.ANY;
    }
    TimeSpan span = TimeNotation.span(at.get());
    return mapping.find("within").map(within -> TimeNotation.widened(span, within)).orElse(span);
  }

  private SortedMap<String, ExceptionState> exceptions(Mapping mapping) {
    SortedMap<String, ExceptionState> states = new TreeMap<>();
    put(states, mapping.find("invokes"), ExceptionState.CLAIMED);
    put(states, mapping.find("shows"), ExceptionState.SHOWN);
    put(states, mapping.find("refutes"), ExceptionState.REFUTED);
    return states;
  }

  private void put(
      SortedMap<String, ExceptionState> states, Optional<Node> ids, ExceptionState state) {
    for (Node id : ids.map(Node::items).orElse(List.of())) {
      if (!exceptionIds().contains(id.text())) {
        throw id.error(
            "\"%s\" is no exception of this agreement, nor a condition of one".formatted(id.text()),
            Suggestion.hints(id.text(), exceptionIds()));
      }
      states.put(id.text(), state);
    }
  }

  /** Exceptions, their conditions, and the diligence of who must prevent. */
  private List<String> exceptionIds() {
    List<String> ids = new ArrayList<>();
    for (Clause clause : agreement.clauses().values()) {
      if (clause instanceof Clause.Permission permission) {
        ids.add(permission.id());
        permission
            .condition()
            .ifPresent(
                condition ->
                    condition
                        .terms()
                        .forEach(term -> ids.add(permission.id() + "/" + term.kind())));
      }
      if (agreement
          .findProhibition(clause.id())
          .filter(found -> found.rule() instanceof Clause.Prohibition.Rule.Prevention)
          .isPresent()) {
        ids.add(clause.id() + "/diligence");
      }
    }
    return ids;
  }

  private List<Expected> expected(Mapping mapping, Subject subject) {
    return switch (subject) {
      case Subject.OfIncident incident -> ofReadings(mapping, subject);
      case Subject.OfObligation obligation -> ofReadings(mapping, subject);
      case Subject.OfGuarantees guarantees -> ofGuarantees(mapping.only("guarantees"));
      case Subject.OfAgreement text -> ofAgreement(mapping.only("agreement").get("agreement"));
    };
  }

  private List<Expected> ofReadings(Mapping mapping, Subject subject) {
    List<Expected> expected = new ArrayList<>();
    mapping
        .entries()
        .forEach(
            (reading, clauses) -> {
              if (agreement.findReading(reading).isEmpty()) {
                throw clauses.error(
                    "reading \"%s\" is not defined".formatted(reading),
                    Suggestion.hints(
                        reading, agreement.readings().stream().map(r -> r.id()).toList()));
              }
              expected.addAll(expected(reading, clauses.mapping(), subject));
            });
    return expected;
  }

  private List<Expected> ofGuarantees(Mapping mapping) {
    List<Expected> expected = new ArrayList<>();
    Map<String, Node> entries = mapping.get("guarantees").mapping().entries();
    entries.forEach(
        (id, node) -> {
          if (!agreement.around().guarantees().containsKey(id)) {
            throw node.error(
                "guarantee \"%s\" is not defined".formatted(id),
                Suggestion.hints(id, agreement.around().guarantees().keySet()));
          }
          boolean longForm = node instanceof Mapping;
          Node outcome = longForm ? node.mapping().only("outcome", "missing").get("outcome") : node;
          SortedSet<String> missing = new TreeSet<>();
          if (longForm) {
            node.mapping().find("missing").ifPresent(each -> missing.addAll(each.texts()));
          }
          expected.add(new Expected("", id, ConditionNotation.oneOf(outcome, TRIGGERS), missing));
        });
    return expected;
  }

  private static List<Expected> ofAgreement(Node node) {
    List<String> codes =
        Arrays.stream(TextFinding.Kind.values()).map(TextFinding.Kind::code).toList();
    SortedSet<String> named = new TreeSet<>();
    node.items().forEach(item -> named.add(ConditionNotation.oneOf(item, codes)));
    return List.of(new Expected("", "agreement", "lacks", named));
  }

  /** In the short form the grounds of a single clause stand beside its outcome. */
  private List<Expected> expected(String reading, Mapping mapping, Subject subject) {
    List<Expected> expected = new ArrayList<>();
    List<String> clauses =
        mapping.entries().keySet().stream()
            .filter(name -> !name.equals("because") && !name.equals("missing"))
            .toList();
    for (String clause : clauses) {
      Node node = mapping.get(clause);
      checkJudged(clause, node, subject);
      boolean longForm = node instanceof Mapping;
      if (!longForm && clauses.size() > 1 && clauses.size() < mapping.entries().size()) {
        throw mapping.error("because and missing stand beside a single clause only", List.of());
      }
      Mapping grounds = longForm ? node.mapping().only("outcome", "because", "missing") : mapping;
      Node outcome = longForm ? grounds.get("outcome") : node;
      ConditionNotation.oneOf(
          outcome, subject instanceof Subject.OfObligation ? FULFILMENTS : OUTCOMES);
      expected.add(expected(reading, clause, outcome, grounds));
    }
    return expected;
  }

  private void checkJudged(String clause, Node node, Subject subject) {
    boolean known = agreement.clauses().containsKey(clause);
    if (subject instanceof Subject.OfObligation obligation) {
      if (!obligation.question().clause().equals(clause)) {
        throw node.error(
            "the scenario asks for \"%s\", not \"%s\""
                .formatted(obligation.question().clause(), clause),
            List.of());
      }
    } else if (!known || agreement.findProhibition(clause).isEmpty()) {
      throw node.error(
          "\"%s\" is no clause that an incident can breach".formatted(clause),
          Suggestion.hints(clause, agreement.clauses().keySet()));
    }
  }

  private static Expected expected(String reading, String clause, Node outcome, Mapping grounds) {
    SortedSet<String> named = new TreeSet<>();
    grounds.find("because").ifPresent(node -> named.addAll(node.texts()));
    grounds.find("missing").ifPresent(node -> named.addAll(node.texts()));
    return new Expected(reading, clause, outcome.text(), named);
  }
}
