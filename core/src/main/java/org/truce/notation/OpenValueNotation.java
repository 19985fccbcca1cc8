package org.truce.notation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.truce.notation.Node.Mapping;
import org.truce.notation.Node.Scalar;
import org.truce.notation.Node.Sequence;

/**
 * Finds values that a text leaves open, {@code { either: [a, b] }}, and writes a choice in their
 * place.
 */
final class OpenValueNotation {
  private static final String EITHER = "either";

  /** At most so many open values may bear on one reading. */
  static final int MOST = 6;

  private static final int MOST_WAYS = 128;

  private OpenValueNotation() {}

  /** Returns path → alternatives of every open value below a node, in the order written. */
  static Map<String, Sequence> find(String path, Node node) {
    Map<String, Sequence> found = new LinkedHashMap<>();
    collect(path, node, found);
    return found;
  }

  private static void collect(String path, Node node, Map<String, Sequence> found) {
    switch (node) {
      case Scalar scalar -> {}
      case Sequence sequence -> {
        for (int i = 0; i < sequence.items().size(); i++) {
          collect(path + "." + (i + 1), sequence.items().get(i), found);
        }
      }
      case Mapping mapping when isOpen(mapping) -> found.put(path, alternatives(mapping));
      case Mapping mapping ->
          mapping.entries().forEach((name, value) -> collect(join(path, name), value, found));
    }
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static boolean isOpen(Mapping mapping) {
    return mapping.entries().containsKey(EITHER);
  }

  private static Sequence alternatives(Mapping mapping) {
    Node either = mapping.only(EITHER).get(EITHER);
    if (!(either instanceof Sequence sequence) || sequence.items().size() < 2) {
      throw either.error("an open value has at least two alternatives", List.of());
    }
    if (sequence.items().stream().anyMatch(item -> !find("", item).isEmpty())) {
      throw either.error("open values do not nest: write the alternatives out", List.of());
    }
    long different = sequence.items().stream().map(OpenValueNotation::brief).distinct().count();
    if (different < sequence.items().size()) {
      throw either.error("an alternative stands twice", List.of());
    }
    return sequence;
  }

  /** Returns the node with an alternative in the place of every open value; else the first. */
  static Node chosen(String path, Node node, Map<String, Integer> choices) {
    return switch (node) {
      case Scalar scalar -> scalar;
      case Sequence sequence -> {
        List<Node> items = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
          items.add(chosen(path + "." + (i + 1), sequence.items().get(i), choices));
        }
        yield new Sequence(sequence.where(), items);
      }
      case Mapping mapping when isOpen(mapping) ->
          alternatives(mapping).items().get(choices.getOrDefault(path, 0));
      case Mapping mapping -> {
        Map<String, Node> entries = new LinkedHashMap<>();
        mapping
            .entries()
            .forEach((name, value) -> entries.put(name, chosen(join(path, name), value, choices)));
        yield new Mapping(mapping.where(), entries);
      }
    };
  }

  /** Returns every combination of alternatives: path → index of the alternative. */
  static List<SortedMap<String, Integer>> ways(Map<String, Sequence> open, Node reading) {
    if (open.size() > MOST) {
      throw reading.error(
          "%d values are open for this reading, at most %d can be: %s"
              .formatted(open.size(), MOST, String.join(", ", open.keySet())),
          List.of("write a reading for each side instead"));
    }
    List<SortedMap<String, Integer>> ways = new ArrayList<>(List.of(new TreeMap<>()));
    for (Map.Entry<String, Sequence> value : open.entrySet()) {
      List<SortedMap<String, Integer>> more = new ArrayList<>();
      for (SortedMap<String, Integer> way : ways) {
        for (int i = 0; i < value.getValue().items().size(); i++) {
          SortedMap<String, Integer> extended = new TreeMap<>(way);
          extended.put(value.getKey(), i);
          more.add(extended);
        }
      }
      ways = more;
      if (ways.size() > MOST_WAYS) {
        throw reading.error(
            "the open values of this reading combine in more than %d ways".formatted(MOST_WAYS),
            List.of());
      }
    }
    return ways;
  }

  /** Returns a value in one line, for people. */
  static String brief(Node node) {
    return switch (node) {
      case Scalar scalar -> scalar.text();
      case Sequence sequence ->
          sequence.items().stream()
              .map(OpenValueNotation::brief)
              .collect(Collectors.joining(", ", "[", "]"));
      case Mapping mapping ->
          mapping.entries().entrySet().stream()
              .map(each -> each.getKey() + ": " + brief(each.getValue()))
              .collect(Collectors.joining(", ", "{ ", " }"));
    };
  }
}
