package org.truce.notation;

import java.util.ArrayList;
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
import org.truce.assessment.Account;
import org.truce.assessment.ExceptionState;
import org.truce.assessment.Facts;
import org.truce.assessment.Scenario;
import org.truce.assessment.Scenario.Expected;
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
    mapping.only("scenario", "incident", "account", "accounts", "expect");
    return new Scenario(
        mapping.get("scenario").text(),
        "%s:%d".formatted(mapping.where().file(), mapping.where().line()),
        accounts(mapping),
        expected(mapping.get("expect").mapping()));
  }

  private List<Account> accounts(Mapping mapping) {
    if (mapping.find("incident").isPresent() == mapping.find("accounts").isPresent()) {
      throw mapping.error("a scenario has either an incident or accounts", List.of());
    }
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
    return accounts;
  }

  private static Side side(Node node) {
    return node.checked(() -> new Side(node.text()));
  }

  /** Reads an account; a side that only denies has none. */
  private Optional<Account> account(Side side, Mapping mapping) {
    List<String> names = new ArrayList<>(HappeningNotation.NAMES);
    names.addAll(List.of("at", "within", "place", "invokes", "shows", "refutes", "denies"));
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
    return Optional.of(new Account(side, List.of(facts), List.of(), exceptions(mapping)));
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
      if (!(agreement.clauses().get(id.text()) instanceof Clause.Permission)) {
        throw id.error(
            "\"%s\" is no exception of this agreement".formatted(id.text()),
            Suggestion.hints(id.text(), agreement.clauses().keySet()));
      }
      states.put(id.text(), state);
    }
  }

  private List<Expected> expected(Mapping mapping) {
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
              expected.addAll(expected(reading, clauses.mapping()));
            });
    return expected;
  }

  /** In the short form the grounds of a single clause stand beside its outcome. */
  private List<Expected> expected(String reading, Mapping mapping) {
    List<Expected> expected = new ArrayList<>();
    List<String> clauses =
        mapping.entries().keySet().stream()
            .filter(name -> !name.equals("because") && !name.equals("missing"))
            .toList();
    for (String clause : clauses) {
      Node node = mapping.get(clause);
      if (!(agreement.clauses().get(clause) instanceof Clause.Prohibition)) {
        throw node.error(
            "\"%s\" is no prohibition of this agreement".formatted(clause),
            Suggestion.hints(clause, agreement.clauses().keySet()));
      }
      boolean longForm = node instanceof Mapping;
      if (!longForm && clauses.size() > 1 && clauses.size() < mapping.entries().size()) {
        throw mapping.error("because and missing stand beside a single clause only", List.of());
      }
      Mapping grounds = longForm ? node.mapping().only("outcome", "because", "missing") : mapping;
      expected.add(expected(reading, clause, longForm ? grounds.get("outcome") : node, grounds));
    }
    return expected;
  }

  private static Expected expected(String reading, String clause, Node outcome, Mapping grounds) {
    if (!OUTCOMES.contains(outcome.text())) {
      throw outcome.error(
          "\"%s\" is not an outcome".formatted(outcome.text()),
          Suggestion.hints(outcome.text(), OUTCOMES));
    }
    SortedSet<String> named = new TreeSet<>();
    grounds.find("because").ifPresent(node -> named.addAll(node.texts()));
    grounds.find("missing").ifPresent(node -> named.addAll(node.texts()));
    return new Expected(reading, clause, outcome.text(), named);
  }
}
