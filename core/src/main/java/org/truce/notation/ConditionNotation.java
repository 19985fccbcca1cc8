package org.truce.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.truce.agreement.Condition;
import org.truce.notation.Node.Mapping;

/** Reads conditions of exceptions and guarantees. */
final class ConditionNotation {
  /** Conditions of an exception. */
  static final List<String> OF_EXCEPTIONS =
      List.of("response-to", "ordered-by", "after", "breach-of");

  /** Conditions of a guarantee. */
  static final List<String> OF_GUARANTEES =
      List.of("in-force", "begun", "ratified", "attack", "request");

  private static final List<String> ESTABLISHED_BY =
      List.of("the-other-party", "a-body", "a-third-party");
  private static final int DEEPEST = 8;

  private final List<String> kinds;

  ConditionNotation(List<String> kinds) {
    this.kinds = kinds;
  }

  Condition read(Node node) {
    Condition condition = read(node, 0);
    Set<String> seen = new TreeSet<>();
    for (Condition.Term term : condition.terms()) {
      if (!seen.add(term.kind())) {
        throw node.error(
            "\"%s\" stands twice in one condition: it could not be told which is shown"
                .formatted(term.kind()),
            List.of());
      }
    }
    return condition;
  }

  private Condition read(Node node, int depth) {
    if (depth > DEEPEST) {
      throw node.error("a condition nests at most %d deep".formatted(DEEPEST), List.of());
    }
    Mapping mapping = node.mapping();
    List<String> verbs =
        mapping.entries().keySet().stream()
            .filter(name -> !name.equals("established-by") && !name.equals("by"))
            .toList();
    List<String> known = new ArrayList<>(List.of("all", "any", "not"));
    known.addAll(kinds);
    if (verbs.size() != 1 || !known.contains(verbs.getFirst())) {
      throw node.error(
          "a condition is exactly one of " + String.join(", ", known),
          verbs.size() == 1 ? Suggestion.hints(verbs.getFirst(), known) : List.of());
    }
    String verb = verbs.getFirst();
    Node value = mapping.get(verb);
    return switch (verb) {
      case "all" -> new Condition.All(several(mapping.only(verb), value, depth));
      case "any" -> new Condition.Any(several(mapping.only(verb), value, depth));
      case "not" -> new Condition.Not(read(mapping.only(verb).get(verb), depth + 1));
      default -> term(mapping, verb);
    };
  }

  private List<Condition> several(Mapping mapping, Node value, int depth) {
    List<Condition> all = value.items().stream().map(each -> read(each, depth + 1)).toList();
    if (all.isEmpty()) {
      throw mapping.error("name at least one condition", List.of());
    }
    return all;
  }

  private static Condition.Term term(Mapping mapping, String kind) {
    boolean breach = kind.equals("breach-of");
    mapping.only(breach ? List.of(kind, "established-by") : List.of(kind));
    Optional<String> establishedBy =
        breach
            ? Optional.of(oneOf(mapping.get("established-by"), ESTABLISHED_BY))
            : Optional.empty();
    return new Condition.Term(kind, mapping.get(kind).text(), establishedBy);
  }

  /** Reads one of these words. */
  static String oneOf(Node node, List<String> words) {
    if (!words.contains(node.text())) {
      throw node.error(
          "\"%s\" is not known here".formatted(Suggestion.shortened(node.text())),
          Suggestion.hints(node.text(), words));
    }
    return node.text();
  }

  /** Checks that every clause of which a breach is asked can be breached by an incident. */
  static void checkReferences(Node node, Condition condition, Map<String, Boolean> breachable) {
    for (Condition.Term term : condition.terms()) {
      if (term.kind().equals("breach-of") && !breachable.getOrDefault(term.value(), false)) {
        throw node.error(
            "\"%s\" is no clause that an incident can breach".formatted(term.value()),
            Suggestion.hints(
                term.value(),
                breachable.entrySet().stream()
                    .filter(Map.Entry::getValue)
                    .map(Map.Entry::getKey)
                    .toList()));
      }
    }
  }
}
