package org.truce.notation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.truce.agreement.Agreement.Authenticity;
import org.truce.agreement.Agreement.Citation;
import org.truce.agreement.Roster;
import org.truce.agreement.Surroundings;
import org.truce.agreement.Surroundings.Body;
import org.truce.agreement.Surroundings.Drawn;
import org.truce.agreement.Surroundings.Guarantee;
import org.truce.agreement.Surroundings.Lineage;
import org.truce.agreement.Surroundings.Related;
import org.truce.agreement.Surroundings.Tier;
import org.truce.notation.Node.Mapping;

/** Reads what stands around the clauses: it is checked and printed. */
final class SurroundingsNotation {
  private static final List<String> ANCHORS =
      List.of("event", "first-report", "verified", "determined");

  private final Map<String, Citation> sources;
  private final Roster roster;

  SurroundingsNotation(Map<String, Citation> sources, Roster roster) {
    this.sources = sources;
    this.roster = roster;
  }

  Surroundings read(Mapping agreement, Map<String, Drawn> drawn) {
    Map<String, Body> bodies = new LinkedHashMap<>();
    each(agreement, "bodies", (id, mapping) -> bodies.put(id, body(mapping)));
    Map<String, Guarantee> guarantees = new LinkedHashMap<>();
    each(agreement, "guarantees", (id, mapping) -> guarantees.put(id, guarantee(mapping)));
    Map<String, Related> related = new LinkedHashMap<>();
    each(agreement, "related", (id, mapping) -> related.put(id, related(mapping)));
    return new Surroundings(
        bodies,
        agreement.find("ladder").map(node -> ladder(node.mapping())).orElse(List.of()),
        guarantees,
        related,
        agreement.find("lineage").map(node -> lineage(node.mapping())),
        drawn);
  }

  private static void each(
      Mapping agreement, String section, java.util.function.BiConsumer<String, Mapping> read) {
    agreement
        .find(section)
        .ifPresent(
            node ->
                node.mapping().entries().forEach((id, each) -> read.accept(id, each.mapping())));
  }

  private void source(Mapping mapping) {
    mapping.find("source").ifPresent(source -> AgreementNotation.source(source, sources));
  }

  private Body body(Mapping mapping) {
    mapping.only(
        "name", "members", "chair", "quorum", "decides", "levels", "powers", "final", "source");
    source(mapping);
    Map<String, String> rules = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach(
            (name, node) -> {
              if (!name.equals("name") && !name.equals("source")) {
                rules.put(name, OpenValueNotation.brief(node));
              }
            });
    return new Body(mapping.get("name").text(), rules);
  }

  private List<Tier> ladder(Mapping mapping) {
    mapping.only("source", "tiers");
    source(mapping);
    List<Tier> tiers = new ArrayList<>();
    for (Node node : mapping.get("tiers").items()) {
      Mapping tier =
          node.mapping().only("tier", "within", "counted-from", "when", "decider", "records");
      long number = tier.get("tier").wholeNumber();
      if (number != tiers.size() + 1) {
        throw tier.get("tier")
            .error("tiers are numbered from 1 without gaps, found " + number, List.of());
      }
      Node within = tier.get("within");
      if (!within.text().equals("not-stated")) {
        TimeNotation.duration(within);
      }
      tiers.add(
          new Tier(
              (int) number,
              within.text(),
              countedFrom(tier.get("counted-from"), tiers.size()),
              tier.get("when").text(),
              tier.get("decider").text(),
              tier.find("records").map(Node::texts).orElse(List.of())));
    }
    return tiers;
  }

  /** A tier is counted from what happened or from an earlier tier, so there is no circle. */
  private static List<String> countedFrom(Node node, int earlier) {
    List<Node> items =
        node instanceof Mapping mapping
            ? mapping.only("either").get("either").items()
            : List.of(node);
    List<String> known = new ArrayList<>(ANCHORS);
    for (int i = 1; i <= earlier; i++) {
      known.add("tier-" + i);
    }
    return items.stream().map(item -> ConditionNotation.oneOf(item, known)).toList();
  }

  private Guarantee guarantee(Mapping mapping) {
    mapping.only("guarantor", "wording", "trigger", "voided-by", "legal-state", "source");
    source(mapping);
    return new Guarantee(
        mapping.get("guarantor").text(),
        mapping.findText("wording"),
        new ConditionNotation(ConditionNotation.OF_GUARANTEES).read(mapping.get("trigger")),
        mapping.find("voided-by").map(Node::texts).orElse(List.of()),
        mapping.get("legal-state").text());
  }

  private Related related(Mapping mapping) {
    mapping.only("title", "authenticity", "binds", "note", "source");
    source(mapping);
    for (Node party : mapping.find("binds").map(Node::items).orElse(List.of())) {
      if (!roster.parties().containsKey(party.text())) {
        throw party.error(
            "\"%s\" is not a party".formatted(party.text()),
            Suggestion.hints(party.text(), roster.parties().keySet()));
      }
    }
    return new Related(
        mapping.get("title").text(),
        mapping.get("authenticity").oneOf(Authenticity.class),
        mapping.find("binds").map(Node::texts).orElse(List.of()));
  }

  private Lineage lineage(Mapping mapping) {
    mapping.only("version", "status", "date", "follows", "source");
    source(mapping);
    return new Lineage(
        mapping.get("version").text(),
        mapping.get("status").oneOf(Surroundings.Status.class),
        mapping.get("date").text(),
        Optional.of(mapping).flatMap(each -> each.findText("follows")));
  }
}
