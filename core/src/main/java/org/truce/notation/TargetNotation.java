package org.truce.notation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.truce.conduct.Kinds;
import org.truce.conduct.Taxonomy;
import org.truce.notation.Node.Mapping;

/** Reads what a clause protects: codes of the taxonomy, or sets that the agreement names. */
final class TargetNotation {
  private TargetNotation() {}

  /** Reads the agreement's named sets. */
  static Map<String, Kinds> named(Mapping agreement) {
    Map<String, Kinds> sets = new LinkedHashMap<>();
    agreement
        .find("targets")
        .ifPresent(
            node ->
                node.mapping()
                    .entries()
                    .forEach((name, codes) -> sets.put(name, kinds(codes, Taxonomy.TARGETS))));
    return sets;
  }

  static Kinds target(Node node, Map<String, Kinds> named) {
    if (node.asText().equals(java.util.Optional.of("any"))) {
      return Taxonomy.TARGETS.anything();
    }
    List<Kinds> sets = new ArrayList<>();
    for (Node item : node.items()) {
      Kinds set = named.get(item.text());
      sets.add(set != null ? set : kinds(item, Taxonomy.TARGETS));
    }
    return Kinds.union(sets);
  }

  static Kinds kinds(Node node, Taxonomy taxonomy) {
    List<Kinds> sets = new ArrayList<>();
    node.items()
        .forEach(item -> sets.add(taxonomy.mostSpecific(HappeningNotation.code(item, taxonomy))));
    if (sets.isEmpty()) {
      throw node.error("name at least one code", List.of());
    }
    return Kinds.union(sets);
  }
}
