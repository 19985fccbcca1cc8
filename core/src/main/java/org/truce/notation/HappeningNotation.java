package org.truce.notation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import org.truce.conduct.Actor;
import org.truce.conduct.Parties;
import org.truce.conduct.Taxonomy;
import org.truce.conduct.Weapon;
import org.truce.notation.Node.Mapping;
import org.truce.report.Happening;

/** Reads what is said to have been done. */
final class HappeningNotation {

  /** The names that belong to a happening. */
  static final List<String> NAMES =
      List.of("conduct", "by", "against", "clash", "target", "weapon", "not-by", "effects");

  private HappeningNotation() {}

  static Happening happening(Mapping mapping) {
    return new Happening(
        mapping.find("conduct").map(node -> code(node, Taxonomy.CONDUCT)).orElse("conduct"),
        mapping.find("target").map(node -> code(node, Taxonomy.TARGETS)),
        parties(mapping),
        actors(mapping.find("not-by")),
        mapping.find("weapon").map(HappeningNotation::weapon).orElse(Weapon.UNKNOWN),
        mapping.findText("effects"));
  }

  /** Reads a code of a taxonomy. */
  static String code(Node node, Taxonomy taxonomy) {
    String code = node.text();
    if (taxonomy.find(code).isEmpty()) {
      throw node.error(
          "\"%s\" is not a code of the taxonomy".formatted(Suggestion.shortened(code)),
          Suggestion.hints(code, taxonomy.codes()));
    }
    return code;
  }

  private static Parties parties(Mapping mapping) {
    Optional<Node> clash = mapping.find("clash");
    if (clash.isEmpty()) {
      return new Parties.Named(actors(mapping.find("by")), actors(mapping.find("against")));
    }
    List<Node> sides = clash.get().items();
    if (sides.size() != 2
        || mapping.find("by").isPresent()
        || mapping.find("against").isPresent()) {
      throw clash
          .get()
          .error("\"clash\" names two sides and stands without \"by\" and \"against\"", List.of());
    }
    return clash
        .get()
        .checked(
            () ->
                new Parties.Clash(
                    actors(Optional.of(sides.get(0))), actors(Optional.of(sides.get(1)))));
  }

  /** Reads actors; none when the value is absent. */
  static SortedSet<Actor> actors(Optional<Node> node) {
    SortedSet<Actor> actors = new TreeSet<>();
    node.ifPresent(
        list ->
            list.items().forEach(item -> actors.add(item.checked(() -> new Actor(item.text())))));
    return actors;
  }

  private static Weapon weapon(Node node) {
    Mapping mapping = node.mapping().only("family", "calibre-mm", "system", "range-km", "guided");
    return new Weapon(
        mapping.findText("family"),
        mapping.find("calibre-mm").map(HappeningNotation::calibre).orElse(Weapon.Calibre.ANY),
        mapping.findText("system"),
        mapping
            .find("range-km")
            .map(range -> OptionalInt.of((int) range.wholeNumber()))
            .orElse(OptionalInt.empty()),
        mapping.find("guided").map(Node::flag));
  }

  private static Weapon.Calibre calibre(Node node) {
    List<Node> bounds = node.items();
    if (bounds.size() > 2) {
      throw node.error("a calibre is one number or [least, most]", List.of());
    }
    return node.checked(
        () ->
            new Weapon.Calibre(
                (int) bounds.getFirst().wholeNumber(), (int) bounds.getLast().wholeNumber()));
  }
}
