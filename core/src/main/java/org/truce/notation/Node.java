package org.truce.notation;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A value in a text, with the place where it stands. */
public sealed interface Node {

  /** Returns where the value begins. */
  Where where();

  /**
   * A place in a text.
   *
   * @param file name of the file as the user gave it
   * @param line from 1
   * @param key the name under which the value stands; empty at the top
   */
  record Where(String file, int line, String key) {
    /** A place that no key leads to. */
    public Where(String file, int line) {
      this(file, line, "");
    }
  }

  /**
   * A single value.
   *
   * @param text as written
   * @param quoted whether it was written as a string in quotes
   */
  record Scalar(Where where, String text, boolean quoted) implements Node {}

  /** Values in order. */
  record Sequence(Where where, List<Node> items) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** Named values in the order written; names are unique. */
  record Mapping(Where where, Map<String, Node> entries) implements Node {
    public Mapping {
      entries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** Returns the value of that name, if present and not null. */
    public Optional<Node> find(String name) {
      return Optional.ofNullable(entries.get(name)).filter(node -> !isNull(node));
    }

    /** Returns the value of that name. */
    public Node get(String name) {
      return find(name)
          .orElseThrow(
              () -> error("\"%s\" is missing".formatted(name), List.of("add " + name + ": …")));
    }

    /** Returns the value of that name as text, if present. */
    public Optional<String> findText(String name) {
      return find(name).map(Node::text);
    }

    /** Refuses every name that is not one of these. */
    public Mapping only(String... names) {
      return only(Arrays.asList(names));
    }

    /** Refuses every name that is not one of these. */
    public Mapping only(Collection<String> names) {
      for (Map.Entry<String, Node> entry : entries.entrySet()) {
        if (!names.contains(entry.getKey())) {
          throw entry
              .getValue()
              .error(
                  "\"%s\" is not supported here".formatted(entry.getKey()),
                  Suggestion.hints(entry.getKey(), names));
        }
      }
      return this;
    }

    private static boolean isNull(Node node) {
      return node instanceof Scalar scalar && !scalar.quoted() && scalar.text().equals("null");
    }
  }

  /** Returns the value as text. */
  default String text() {
    if (this instanceof Scalar scalar) {
      return scalar.text();
    }
    throw error("expected a single value here, found " + shape(), List.of());
  }

  /** Returns the value as text if it is a single one. */
  default Optional<String> asText() {
    return this instanceof Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
  }

  /** Returns the named values. */
  default Mapping mapping() {
    if (this instanceof Mapping mapping) {
      return mapping;
    }
    throw error("expected names with values here, found " + shape(), List.of());
  }

  /** Returns the items; a single value is a sequence of one. */
  default List<Node> items() {
    return this instanceof Sequence sequence ? sequence.items() : List.of(this);
  }

  /** Returns the items as texts; a single value is a sequence of one. */
  default List<String> texts() {
    return items().stream().map(Node::text).toList();
  }

  /** Returns the value as a whole number. */
  default long wholeNumber() {
    return read(Long::parseLong, "is not a whole number");
  }

  /** Returns the value as a number. */
  default double number() {
    double number = read(Double::parseDouble, "is not a number");
    if (!Double.isFinite(number)) {
      throw error("\"%s\" is not a number".formatted(text()), List.of());
    }
    return number;
  }

  /** Returns the value as true or false. */
  default boolean flag() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw error("\"%s\" is neither true nor false".formatted(text()), List.of());
    };
  }

  /** Returns the value as one of the constants, written in lower case with hyphens. */
  default <E extends Enum<E>> E oneOf(Class<E> type) {
    List<String> codes =
        Arrays.stream(type.getEnumConstants()).map(org.truce.report.Claim::code).toList();
    int at = codes.indexOf(text());
    if (at < 0) {
      throw error("\"%s\" is not known here".formatted(text()), Suggestion.hints(text(), codes));
    }
    return type.getEnumConstants()[at];
  }

  /**
   * Returns what the reader makes of the text.
   *
   * @param reader throws {@link RuntimeException} when the text is not of its form
   * @param otherwise what to say then, after the value
   */
  default <T> T read(Function<String, T> reader, String otherwise) {
    String text = text();
    try {
      return reader.apply(text);
    } catch (RuntimeException e) {
      throw error("\"%s\" %s".formatted(Suggestion.shortened(text), otherwise), List.of());
    }
  }

  /** Returns the value that the reader makes, with a domain type's complaint put in its place. */
  default <T> T checked(java.util.function.Supplier<T> reader) {
    try {
      return reader.get();
    } catch (IllegalArgumentException e) {
      throw error(String.valueOf(e.getMessage()), List.of());
    }
  }

  /** Returns the problem, with the place of this value. */
  default NotationException error(String reason, List<String> hints) {
    return new NotationException(where(), reason, hints);
  }

  private String shape() {
    return switch (this) {
      case Scalar scalar -> "\"" + Suggestion.shortened(scalar.text()) + "\"";
      case Sequence sequence -> "a list";
      case Mapping mapping -> "names with values";
    };
  }
}
