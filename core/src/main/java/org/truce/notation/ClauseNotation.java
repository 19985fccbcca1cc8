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
import org.truce.agreement.Clause.Prohibition.Rule;
import org.truce.agreement.Condition;
import org.truce.agreement.Roster;
import org.truce.agreement.WeaponClass;
import org.truce.conduct.Kinds;
import org.truce.conduct.Taxonomy;
import org.truce.notation.Node.Mapping;
import org.truce.place.Area;

/** Reads clauses: one deontic verb each. */
final class ClauseNotation {
  private static final List<String> VERBS =
      List.of("prohibits", "obliges", "permits", "notifies", "recognises", "establishes");
  private static final List<String> ALWAYS = List.of("article", "wording", "force", "kind");
  private static final List<String> KINDS =
      List.of(
          "parties",
          "entry-into-force",
          "deadlines",
          "duration",
          "suspension",
          "geography",
          "set-back",
          "prohibition",
          "obligation",
          "permission",
          "notification",
          "humanitarian",
          "persons",
          "access",
          "bodies",
          "ladder",
          "interpretation",
          "publicity",
          "guarantee",
          "amendment");

  /**
   * What clauses refer to.
   *
   * @param roster parties and other actors
   * @param areas reads where a clause applies
   * @param targets the agreement's named sets
   * @param weapons the agreement's classes
   * @param lines the agreement's lines
   * @param deadlines reads by when something must be done
   */
  record Named(
      Roster roster,
      AreaNotation areas,
      Map<String, Kinds> targets,
      Map<String, WeaponClass> weapons,
      Map<String, ZoneFiles.Sided> lines,
      DeadlineNotation deadlines) {}

  private final Named named;

  ClauseNotation(Named named) {
    this.named = named;
  }

  Clause clause(String id, Mapping mapping) {
    List<String> verbs = VERBS.stream().filter(verb -> mapping.find(verb).isPresent()).toList();
    if (verbs.size() != 1) {
      throw mapping.error(
          "clause \"%s\" needs exactly one verb".formatted(id),
          List.of("supported verbs: " + String.join(", ", VERBS)));
    }
    Clause.Text text =
        new Clause.Text(
            id,
            mapping.get("article").text(),
            mapping.findText("wording"),
            mapping.find("kind").map(ClauseNotation::kind),
            mapping.find("force").map(node -> node.oneOf(Clause.Force.class)));
    return switch (verbs.getFirst()) {
      case "prohibits" -> prohibition(text, only(mapping, "prohibits", "subject-to"));
      case "permits" -> permission(text, only(mapping, "permits", "burden", "only-if", "when"));
      case "obliges" -> obligation(text, only(mapping, "obliges", "set-back", "subject-to"));
      case "notifies" -> notification(text, only(mapping, "notifies", "subject-to"));
      default ->
          new Clause.Statement(
              text, verbs.getFirst(), only(mapping, verbs.getFirst()).get(verbs.getFirst()).text());
    };
  }

  private static Mapping only(Mapping mapping, String... names) {
    List<String> all = new ArrayList<>(ALWAYS);
    all.addAll(List.of(names));
    return mapping.only(all);
  }

  /** Reads a kind of clause, by its number or its name. */
  private static String kind(Node node) {
    Optional<String> numbered =
        node.text().matches("\\d{1,2}")
            ? KINDS.stream().skip(Math.max(0, Integer.parseInt(node.text()) - 1L)).findFirst()
            : Optional.empty();
    return numbered.orElseGet(() -> ConditionNotation.oneOf(node, KINDS));
  }

  private Clause prohibition(Clause.Text text, Mapping mapping) {
    Mapping verb =
        mapping
            .get("prohibits")
            .mapping()
            .only("conduct", "by", "against", "target", "where", "weapon");
    return new Clause.Prohibition(
        text,
        act(verb),
        parties(verb.get("by")),
        named.areas().area(verb.get("where")),
        subjectTo(mapping),
        verb.find("weapon")
            .<Rule>map(node -> new Rule.Weapons(WeaponNotation.named(node, named.weapons())))
            .orElse(new Rule.Plain()));
  }

  private Act act(Mapping verb) {
    return new Act(
        TargetNotation.kinds(verb.get("conduct"), Taxonomy.CONDUCT),
        TargetNotation.target(verb.get("target"), named.targets()),
        against(verb.get("against")));
  }

  private static List<String> subjectTo(Mapping mapping) {
    return mapping.find("subject-to").map(Node::texts).orElse(List.of());
  }

  private Clause permission(Clause.Text text, Mapping mapping) {
    Mapping verb = mapping.get("permits").mapping().only("conduct", "by", "to", "purpose");
    if (mapping.find("only-if").isPresent() && mapping.find("when").isPresent()) {
      throw mapping.error("write only-if or when, not both", List.of("combine them with all: […]"));
    }
    if (verb.find("by").isPresent() == verb.find("to").isPresent()) {
      throw verb.error("write either by: [parties] or to: any-party", List.of());
    }
    Optional<Condition> condition =
        mapping
            .find("only-if")
            .or(() -> mapping.find("when"))
            .map(new ConditionNotation(ConditionNotation.OF_EXCEPTIONS)::read);
    return new Clause.Permission(
        text,
        TargetNotation.kinds(verb.get("conduct"), Taxonomy.CONDUCT),
        verb.find("by").map(this::parties).orElseGet(() -> everyParty(verb.get("to"))),
        verb.get("purpose").text(),
        mapping.find("burden").map(node -> node.oneOf(Clause.Burden.class)),
        condition);
  }

  private SortedSet<String> everyParty(Node to) {
    ConditionNotation.oneOf(to, List.of("any-party", "the-other-party"));
    return new TreeSet<>(named.roster().parties().keySet());
  }

  private Clause obligation(Clause.Text text, Mapping mapping) {
    return new ObligationNotation(named, this).read(text, mapping);
  }

  private Clause notification(Clause.Text text, Mapping mapping) {
    Mapping verb = mapping.get("notifies").mapping().only("by", "of", "where", "to", "lead-time");
    return new Clause.Prohibition(
        text,
        new Act(
            TargetNotation.kinds(verb.get("of"), Taxonomy.CONDUCT),
            Taxonomy.TARGETS.anything(),
            new Against.Anyone()),
        parties(verb.get("by")),
        named.areas().area(verb.get("where")),
        subjectTo(mapping),
        new Rule.Notice(TimeNotation.duration(verb.get("lead-time")), verb.get("to").text()));
  }

  SortedSet<String> parties(Node node) {
    SortedSet<String> codes = new TreeSet<>();
    for (Node item : node.items()) {
      if (!named.roster().parties().containsKey(item.text())) {
        throw item.error(
            "\"%s\" is not a party".formatted(item.text()),
            Suggestion.hints(item.text(), named.roster().parties().keySet()));
      }
      codes.add(item.text());
    }
    if (codes.isEmpty()) {
      throw node.error("a clause binds or allows at least one party", List.of());
    }
    return codes;
  }

  Against against(Node node) {
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
      if (named.roster().parties().containsKey(item.text())) {
        parties.add(item.text());
      } else if (named.roster().others().containsKey(item.text())) {
        actors.add(item.text());
      } else {
        List<String> known = known();
        known.addAll(List.of("anyone", "the-other-parties"));
        throw item.error(
            "\"%s\" is neither a party nor an actor".formatted(item.text()),
            Suggestion.hints(item.text(), known));
      }
    }
    return new Against.Named(parties, actors);
  }

  /** Reads whom a party must prevent: parties, actors, or names under which they are listed. */
  SortedSet<String> charges(Node node) {
    SortedSet<String> charges = new TreeSet<>();
    for (Node item : node.items()) {
      if (!known().contains(item.text())) {
        throw item.error(
            "\"%s\" is neither a party nor an actor".formatted(item.text()),
            Suggestion.hints(item.text(), known()));
      }
      charges.add(item.text());
    }
    return charges;
  }

  private List<String> known() {
    List<String> known = new ArrayList<>(named.roster().parties().keySet());
    known.addAll(named.roster().others().keySet());
    return known;
  }

  Kinds target(Node node) {
    return TargetNotation.target(node, named.targets());
  }

  Area area(Node node) {
    return named.areas().area(node);
  }

  /** Checks what clauses say of each other. */
  static void checkReferences(Map<String, Clause> clauses, Mapping written) {
    Map<String, Boolean> breachable = new LinkedHashMap<>();
    clauses.forEach(
        (id, clause) ->
            breachable.put(
                id,
                clause instanceof Clause.Prohibition
                    || (clause instanceof Clause.Obligation duty && duty.watched().isPresent())));
    written
        .entries()
        .forEach(
            (id, node) -> {
              Mapping mapping = node.mapping();
              checkSubjectTo(clauses, id, mapping);
              if (clauses.get(id) instanceof Clause.Permission permission) {
                permission
                    .condition()
                    .ifPresent(
                        condition ->
                            ConditionNotation.checkReferences(
                                mapping.find("only-if").orElseGet(() -> mapping.get("when")),
                                condition,
                                breachable));
              }
            });
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
      checkReachable(clauses, id, (Clause.Permission) clauses.get(item.text()), item);
    }
  }

  /** An exception that can never apply is a mistake in the file, not a term of the agreement. */
  private static void checkReachable(
      Map<String, Clause> clauses,
      String id,
      Clause.@org.jspecify.annotations.Nullable Permission exception,
      Node item) {
    Clause.Prohibition prohibition =
        switch (java.util.Objects.requireNonNull(clauses.get(id))) {
          case Clause.Prohibition direct -> direct;
          case Clause.Obligation duty -> duty.watched().orElse(null);
          case Clause.Permission p -> null;
          case Clause.Statement s -> null;
        };
    if (prohibition == null || exception == null) {
      return;
    }
    if (!exception.conduct().meets(prohibition.act().conduct())) {
      throw item.error(
          "exception \"%s\" can never apply: it permits no conduct that \"%s\" forbids"
              .formatted(exception.id(), id),
          List.of());
    }
    if (exception.by().stream().noneMatch(prohibition.by()::contains)) {
      throw item.error(
          "exception \"%s\" can never apply: it permits no party that \"%s\" binds"
              .formatted(exception.id(), id),
          List.of());
    }
    if (exception.condition().flatMap(c -> c.decided(Map.of())).equals(Optional.of(false))) {
      throw item.error(
          "exception \"%s\" can never apply: its condition contradicts itself"
              .formatted(exception.id()),
          List.of());
    }
  }
}
