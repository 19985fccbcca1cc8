package org.truce.notation;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.truce.agreement.Agreement.Citation;
import org.truce.agreement.Roster;
import org.truce.agreement.Roster.Other;
import org.truce.agreement.Roster.Party;
import org.truce.agreement.Standing;
import org.truce.notation.Node.Mapping;
import org.truce.provenance.Side;

/** Reads whom an agreement binds, excludes or leaves out. */
final class RosterNotation {
  private static final List<String> STANDINGS = List.of("excluded", "not-bound", "not-stated");

  private final Map<String, Citation> sources;
  private final Map<String, Node> names = new LinkedHashMap<>();

  RosterNotation(Map<String, Citation> sources) {
    this.sources = sources;
  }

  Roster read(Mapping agreement) {
    Map<String, Party> parties = new LinkedHashMap<>();
    agreement
        .get("parties")
        .mapping()
        .entries()
        .forEach((code, node) -> parties.put(code, party(code, node)));
    if (parties.isEmpty()) {
      throw agreement.get("parties").error("an agreement binds at least one party", List.of());
    }
    Map<String, Other> others = new LinkedHashMap<>();
    Optional<Mapping> actors = agreement.find("actors").map(Node::mapping);
    actors.ifPresent(
        listed -> listed.entries().forEach((id, node) -> others.put(id, other(id, node))));
    actors.ifPresent(listed -> checkUmbrellas(listed, parties.keySet(), others));
    return new Roster(parties, others);
  }

  private Party party(String code, Node node) {
    Mapping mapping = node.mapping().only("name", "answers-for", "names");
    node.checked(() -> new Side(code));
    List<String> answersFor = texts(mapping, "answers-for");
    List<String> called = texts(mapping, "names");
    register(code, node);
    answersFor.forEach(name -> register(name, mapping.get("answers-for")));
    called.forEach(name -> register(name, mapping.get("names")));
    return new Party(mapping.get("name").text(), answersFor, called);
  }

  private Other other(String id, Node node) {
    Mapping mapping = node.mapping().only("standing", "umbrella-of", "names", "because", "source");
    mapping.find("source").ifPresent(source -> AgreementNotation.source(source, sources));
    List<String> members = texts(mapping, "umbrella-of");
    if (mapping.find("standing").isPresent() == !members.isEmpty()) {
      throw node.error(
          "actor \"%s\" needs either a standing or umbrella-of".formatted(id), List.of());
    }
    List<String> called = texts(mapping, "names");
    register(id, node);
    called.forEach(name -> register(name, mapping.get("names")));
    return new Other(
        mapping.find("standing").map(RosterNotation::standing),
        members,
        called,
        mapping.findText("because"));
  }

  private static Standing standing(Node node) {
    return switch (node.text()) {
      case "excluded" -> new Standing.Excluded();
      case "not-bound" -> new Standing.NotBound();
      case "not-stated" -> new Standing.NotStated();
      default ->
          throw node.error(
              "\"%s\" is not a standing".formatted(node.text()),
              Suggestion.hints(node.text(), STANDINGS));
    };
  }

  /** One name means one actor; a second use would make findings depend on the order of the file. */
  private void register(String name, Node node) {
    if (names.put(name, node) != null) {
      throw node.error("the name \"%s\" stands for two actors".formatted(name), List.of());
    }
  }

  private void checkUmbrellas(Mapping actors, Set<String> parties, Map<String, Other> others) {
    Set<String> known = new LinkedHashSet<>(parties);
    known.addAll(names.keySet());
    others.forEach(
        (id, other) -> {
          for (String member : other.umbrellaOf()) {
            Node node = actors.get(id);
            if (!known.contains(member)) {
              throw node.error(
                  "umbrella \"%s\" names \"%s\", which is not defined".formatted(id, member),
                  Suggestion.hints(member, known));
            }
            if (others.containsKey(member) && !others.get(member).umbrellaOf().isEmpty()) {
              throw node.error(
                  "umbrella \"%s\" names \"%s\", which is an umbrella itself: name its members"
                      .formatted(id, member),
                  List.of());
            }
          }
        });
  }

  private static List<String> texts(Mapping mapping, String name) {
    return mapping.find(name).map(Node::texts).orElse(List.of());
  }
}
