package org.truce.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.truce.agreement.Clause;
import org.truce.agreement.Clause.Against;
import org.truce.agreement.Clause.Obligation;
import org.truce.agreement.Clause.Prohibition;
import org.truce.agreement.Clause.Prohibition.Act;
import org.truce.agreement.Clause.Prohibition.Rule;
import org.truce.agreement.Deadline;
import org.truce.agreement.SetBack;
import org.truce.agreement.WeaponClass;
import org.truce.conduct.Taxonomy;
import org.truce.notation.Node.Mapping;
import org.truce.place.Area;

/** Reads obligations, and what of them an incident can show to be a breach. */
final class ObligationNotation {
  private static final List<String> DUTIES =
      List.of(
          "withdraw",
          "prevent",
          "publish",
          "notify",
          "dismantle",
          "deploy",
          "disengage",
          "discipline",
          "mark",
          "release",
          "perform");

  private final ClauseNotation.Named named;
  private final ClauseNotation clauses;

  ObligationNotation(ClauseNotation.Named named, ClauseNotation clauses) {
    this.named = named;
    this.clauses = clauses;
  }

  Obligation read(Clause.Text text, Mapping mapping) {
    List<String> names = new ArrayList<>(DUTIES);
    names.addAll(List.of("by", "starts", "completes", "standard"));
    Mapping verb = mapping.get("obliges").mapping().only(names);
    List<String> duties = DUTIES.stream().filter(each -> verb.find(each).isPresent()).toList();
    if (duties.size() != 1) {
      throw verb.error(
          "an obligation has exactly one duty", List.of("duties: " + String.join(", ", DUTIES)));
    }
    String duty = duties.getFirst();
    SortedSet<String> by = clauses.parties(verb.get("by"));
    Optional<Deadline> completes = verb.find("completes").map(named.deadlines()::deadline);
    return new Obligation(
        text,
        by,
        new Obligation.Duty(duty, OpenValueNotation.brief(verb.get(duty))),
        verb.find("starts").map(named.deadlines()::deadline),
        completes,
        watched(text, mapping, verb, by));
  }

  private Optional<Prohibition> watched(
      Clause.Text text, Mapping mapping, Mapping verb, SortedSet<String> by) {
    if (verb.find("prevent").isPresent()) {
      refuse(mapping, "set-back", "stands with withdraw");
      return Optional.of(prevention(text, mapping, verb, by));
    }
    refuse(verb, "standard", "stands with prevent");
    if (verb.find("withdraw").isEmpty()) {
      refuse(mapping, "set-back", "stands with withdraw");
      refuse(mapping, "subject-to", "stands with withdraw and set-back, or prevent");
      if (verb.find("starts").isEmpty() && verb.find("completes").isEmpty()) {
        return Optional.empty();
      }
      return Optional.empty();
    }
    List<WeaponClass> classes = WeaponNotation.named(verb.get("withdraw"), named.weapons());
    return mapping
        .find("set-back")
        .map(table -> setBack(text, mapping, new Withdrawal(by, classes, verb), table.mapping()));
  }

  private static void refuse(Mapping mapping, String name, String where) {
    mapping
        .find(name)
        .ifPresent(
            node -> {
              throw node.error("\"%s\" %s".formatted(name, where), List.of());
            });
  }

  private Prohibition prevention(
      Clause.Text text, Mapping mapping, Mapping verb, SortedSet<String> by) {
    Mapping act = verb.get("prevent").mapping().only("conduct", "by", "against", "target", "where");
    if (by.size() != 1) {
      throw verb.get("by")
          .error("whoever must prevent is one party: write a clause for each", List.of());
    }
    String standard =
        ConditionNotation.oneOf(
            verb.find("standard")
                .orElseThrow(
                    () ->
                        verb.get("prevent")
                            .error(
                                "\"prevent\" needs its standard: nothing is implicit",
                                List.of(
                                    "add standard: result, due-diligence, or { either: [result,"
                                        + " due-diligence] }"))),
            List.of("result", "due-diligence"));
    return new Prohibition(
        text,
        new Act(
            TargetNotation.kinds(act.get("conduct"), Taxonomy.CONDUCT),
            clauses.target(act.get("target")),
            clauses.against(act.get("against"))),
        by,
        clauses.area(act.get("where")),
        subjectTo(mapping),
        new Rule.Prevention(clauses.charges(act.get("by")), standard.equals("due-diligence")));
  }

  private static List<String> subjectTo(Mapping mapping) {
    return mapping.find("subject-to").map(Node::texts).orElse(List.of());
  }

  /** Who must withdraw what. */
  private record Withdrawal(SortedSet<String> by, List<WeaponClass> classes, Mapping verb) {}

  private Prohibition setBack(
      Clause.Text text, Mapping mapping, Withdrawal withdrawal, Mapping table) {
    table.only("measured", "from", "km", "storage");
    Deadline complete = named.deadlines().deadline(withdrawal.verb().get("completes"));
    boolean between =
        ConditionNotation.oneOf(table.get("measured"), List.of("between-sides", "per-side"))
            .equals("between-sides");
    SortedMap<String, SetBack.Table> tables = new TreeMap<>();
    for (String party : withdrawal.by()) {
      tables.put(party, table(party, table, withdrawal, between));
    }
    Optional<Area> storage =
        table
            .find("storage")
            .map(
                node ->
                    node.items().stream()
                        .map(named.areas()::zone)
                        .reduce(Area::or)
                        .orElseThrow(() -> node.error("name at least one zone", List.of())));
    return new Prohibition(
        text,
        new Act(
            Taxonomy.CONDUCT.mostSpecific("weapon-presence"),
            Taxonomy.TARGETS.anything(),
            new Against.Anyone()),
        withdrawal.by(),
        named.areas().everywhere(),
        subjectTo(mapping),
        new Rule.Distance(new SetBack(withdrawal.classes(), tables, complete, storage)));
  }

  private SetBack.Table table(String party, Mapping table, Withdrawal withdrawal, boolean between) {
    Node from = ofParty(table.get("from"), party);
    ZoneFiles.Sided sided = named.lines().get(from.text());
    if (sided == null) {
      throw from.error(
          "this clause measures from line \"%s\", which is not defined".formatted(from.text()),
          Suggestion.hints(from.text(), named.lines().keySet()));
    }
    if (!sided.left().contains(party) && !sided.right().contains(party)) {
      throw from.error(
          "line \"%s\" does not say on which side %s stands".formatted(from.text(), party),
          List.of("add it to left or right of the line"));
    }
    return new SetBack.Table(
        sided.line(),
        sided.left().contains(party),
        distances(ofParty(table.get("km"), party), withdrawal, between));
  }

  /** One value for all, or one for each party. */
  private Node ofParty(Node node, String party) {
    boolean each =
        node instanceof Mapping mapping
            && mapping.entries().keySet().stream().anyMatch(named.roster().parties()::containsKey);
    return each ? ((Mapping) node).get(party) : node;
  }

  private SortedMap<String, Long> distances(Node node, Withdrawal withdrawal, boolean between) {
    Map<String, Node> written = node.mapping().entries();
    List<String> classes = withdrawal.classes().stream().map(WeaponClass::id).toList();
    node.mapping().only(classes);
    SortedMap<String, Long> distances = new TreeMap<>();
    for (String each : classes) {
      Node kilometres = written.get(each);
      if (kilometres == null) {
        throw node.error("\"%s\" has no distance".formatted(each), List.of("add " + each + ": …"));
      }
      double km = kilometres.number();
      if (km <= 0 || km > 2_000) {
        throw kilometres.error(
            "a distance lies between 0 and 2,000 km, was " + kilometres.text(), List.of());
      }
      long millimetres = Math.round(km * 1_000_000);
      distances.put(each, between ? millimetres / 2 : millimetres);
    }
    return distances;
  }
}
