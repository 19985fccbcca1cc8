package org.truce.notation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.truce.agreement.Clause;
import org.truce.agreement.Clause.Against;
import org.truce.agreement.Clause.Prohibition.Act;
import org.truce.agreement.Roster;
import org.truce.conduct.Kinds;
import org.truce.conduct.Taxonomy;
import org.truce.notation.Node.Mapping;

/** Reads clauses: one deontic verb each, of the verbs that are supported. */
final class ClauseNotation {
  private static final List<String> NOT_YET =
      List.of("obliges", "recognises", "notifies", "establishes");

  private final Roster roster;
  private final AreaNotation areas;
  private final Map<String, Kinds> targets;

  ClauseNotation(Roster roster, AreaNotation areas, Map<String, Kinds> targets) {
    this.roster = roster;
    this.areas = areas;
    this.targets = targets;
  }

  Map<String, Clause> read(Mapping agreement) {
    Map<String, Clause> clauses = new LinkedHashMap<>();
    Mapping written = agreement.get("clauses").mapping();
    written.entries().forEach((id, node) -> clauses.put(id, clause(id, node.mapping())));
    written.entries().forEach((id, node) -> checkSubjectTo(clauses, id, node.mapping()));
    return clauses;
  }

  private Clause clause(String id, Mapping mapping) {
    for (String verb : NOT_YET) {
      mapping
          .find(verb)
          .ifPresent(
              node -> {
                throw node.error(
                    "\"%s\" is not yet supported".formatted(verb),
                    List.of("supported verbs: prohibits, permits"));
              });
    }
    Clause.Text text =
        new Clause.Text(id, mapping.get("article").text(), mapping.findText("wording"));
    if (mapping.find("prohibits").isPresent() == mapping.find("permits").isPresent()) {
      throw mapping.error(
          "clause \"%s\" needs exactly one verb".formatted(id),
          List.of("supported verbs: prohibits, permits"));
    }
    return mapping.find("prohibits").isPresent()
        ? prohibition(text, mapping.only("article", "wording", "prohibits", "subject-to"))
        : permission(text, mapping.only("article", "wording", "permits", "burden"));
  }

  private Clause prohibition(Clause.Text text, Mapping mapping) {
    Mapping verb =
        mapping.get("prohibits").mapping().only("conduct", "by", "against", "target", "where");
    Act act =
        new Act(
            TargetNotation.kinds(verb.get("conduct"), Taxonomy.CONDUCT),
            TargetNotation.target(verb.get("target"), targets),
            against(verb.get("against")));
    return new Clause.Prohibition(
        text,
        act,
        parties(verb.get("by")),
        areas.area(verb.get("where")),
        mapping.find("subject-to").map(Node::texts).orElse(List.of()));
  }

  private Clause permission(Clause.Text text, Mapping mapping) {
    Mapping verb = mapping.get("permits").mapping().only("conduct", "by", "purpose");
    return new Clause.Permission(
        text,
        TargetNotation.kinds(verb.get("conduct"), Taxonomy.CONDUCT),
        parties(verb.get("by")),
        verb.get("purpose").text(),
        mapping.find("burden").map(node -> node.oneOf(Clause.Burden.class)));
  }

  private SortedSet<String> parties(Node node) {
    SortedSet<String> codes = new TreeSet<>();
    for (Node item : node.items()) {
      if (!roster.parties().containsKey(item.text())) {
        throw item.error(
            "\"%s\" is not a party".formatted(item.text()),
            Suggestion.hints(item.text(), roster.parties().keySet()));
      }
      codes.add(item.text());
    }
    if (codes.isEmpty()) {
      throw node.error("a clause binds or allows at least one party", List.of());
    }
    return codes;
  }

  private Against against(Node node) {
    Optional<String> word = node.asText();
    if (word.equals(Optional.of("anyone"))) {
      return new Against.Anyone();
    }
    if (word.equals(Optional.of("the-other-parties"))) {
      return new Against.TheOtherParties();
    }
    SortedSet<String> parties = new TreeSet<>();
    SortedSet<String> actors = new TreeSet<>();
    for (Node item : node.items()) {
      if (roster.parties().containsKey(item.text())) {
        parties.add(item.text());
      } else if (roster.others().containsKey(item.text())) {
        actors.add(item.text());
      } else {
        List<String> known = new ArrayList<>(roster.parties().keySet());
        known.addAll(roster.others().keySet());
        known.addAll(List.of("anyone", "the-other-parties"));
        throw item.error(
            "\"%s\" is neither a party nor an actor".formatted(item.text()),
            Suggestion.hints(item.text(), known));
      }
    }
    return new Against.Named(parties, actors);
  }

  private static void checkSubjectTo(Map<String, Clause> clauses, String id, Mapping mapping) {
    for (Node item : mapping.find("subject-to").map(Node::items).orElse(List.of())) {
      List<String> permissions =
          clauses.values().stream()
              .filter(Clause.Permission.class::isInstance)
              .map(Clause::id)
              .toList();
      if (!permissions.contains(item.text())) {
        throw item.error(
            "clause \"%s\" is subject to \"%s\", which is no permission of this agreement"
                .formatted(id, item.text()),
            Suggestion.hints(item.text(), permissions));
      }
    }
  }
}
