package org.truce.notation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import org.truce.agreement.WeaponClass;
import org.truce.agreement.WeaponClass.Bounds;
import org.truce.notation.Node.Mapping;

/** Reads classes of weapons. */
final class WeaponNotation {
  private WeaponNotation() {}

  static Map<String, WeaponClass> classes(Mapping agreement) {
    Map<String, WeaponClass> classes = new LinkedHashMap<>();
    agreement
        .find("weapons")
        .ifPresent(
            node ->
                node.mapping()
                    .entries()
                    .forEach((id, each) -> classes.put(id, read(id, each.mapping()))));
    return classes;
  }

  private static WeaponClass read(String id, Mapping mapping) {
    mapping.only("family", "calibre-mm", "system", "range-km", "guided");
    if (mapping.entries().isEmpty()) {
      throw mapping.error("weapon class \"%s\" names nothing".formatted(id), List.of());
    }
    SortedSet<String> families = new TreeSet<>();
    mapping
        .find("family")
        .ifPresent(
            node ->
                node.items()
                    .forEach(
                        item -> families.add(ConditionNotation.oneOf(item, WeaponClass.FAMILIES))));
    SortedSet<String> systems = new TreeSet<>();
    mapping.find("system").ifPresent(node -> systems.addAll(node.texts()));
    return new WeaponClass(
        id,
        families,
        mapping.find("calibre-mm").map(WeaponNotation::bounds).orElse(Bounds.NONE),
        systems,
        mapping.find("range-km").map(WeaponNotation::bounds).orElse(Bounds.NONE),
        mapping.find("guided").map(Node::flag));
  }

  private static Bounds bounds(Node node) {
    Mapping mapping = node.mapping().only("at-least", "below");
    if (mapping.entries().isEmpty()) {
      throw node.error("write at-least, below or both", List.of());
    }
    return node.checked(
        () -> new Bounds(number(mapping.find("at-least")), number(mapping.find("below"))));
  }

  private static OptionalInt number(Optional<Node> node) {
    if (node.isEmpty()) {
      return OptionalInt.empty();
    }
    long number = node.get().wholeNumber();
    if (number < 0 || number > 100_000) {
      throw node.get().error("a size lies between 0 and 100,000, was " + number, List.of());
    }
    return OptionalInt.of((int) number);
  }

  /** Reads the names of classes. */
  static List<WeaponClass> named(Node node, Map<String, WeaponClass> classes) {
    List<WeaponClass> named = new ArrayList<>();
    for (Node item : node.items()) {
      WeaponClass found = classes.get(item.text());
      if (found == null) {
        throw item.error(
            "weapon class \"%s\" is not defined".formatted(item.text()),
            Suggestion.hints(item.text(), classes.keySet()));
      }
      named.add(found);
    }
    if (named.isEmpty()) {
      throw node.error("name at least one weapon class", List.of());
    }
    return named;
  }
}
