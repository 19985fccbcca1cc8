package org.truce.sources.mapped;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.truce.notation.Node;
import org.truce.notation.Node.Mapping;
import org.truce.notation.Node.Scalar;
import org.truce.notation.Node.Sequence;
import org.truce.place.RegionCode;
import org.truce.sources.rows.Row;

/**
 * A part of a report with places to fill from a row. A value that says nothing leaves its name out;
 * what has no values left is left out itself.
 */
sealed interface Template {

  /** What fills a template. */
  record Filling(Row row, Node.Where where, Function<String, Optional<RegionCode>> regions) {}

  /** Returns the part filled, or nothing when the row says nothing of it. */
  Optional<Node> fill(Filling filling);

  /** Reads a part of a mapping file. */
  static Template of(Node node) {
    return switch (node) {
      case Scalar scalar -> new Fixed(scalar);
      case Sequence sequence -> new Items(sequence.items().stream().map(Template::of).toList());
      case Mapping mapping -> ofMapping(mapping);
    };
  }

  private static Template ofMapping(Mapping mapping) {
    Map<String, Node> entries = mapping.entries();
    if (entries.containsKey("column")) {
      return new Cell(CellValue.read(mapping));
    }
    if (entries.containsKey("local")) {
      return new Local(LocalDays.of(mapping.only("local").get("local").mapping()));
    }
    if (entries.containsKey("words")) {
      return new Words(mapping.only("words").get("words").text());
    }
    Map<String, Template> parts = new LinkedHashMap<>();
    List<RowFilter> when = new ArrayList<>();
    entries.forEach(
        (name, value) -> {
          if (name.equals("when")) {
            value.items().forEach(item -> when.add(RowFilter.read(item)));
          } else {
            parts.put(name, of(value));
          }
        });
    return new Names(parts, when);
  }

  /** A value that is the same in every row. */
  record Fixed(Node value) implements Template {
    @Override
    public Optional<Node> fill(Filling filling) {
      return Optional.of(value);
    }
  }

  /** A value from a column. */
  record Cell(CellValue value) implements Template {
    @Override
    public Optional<Node> fill(Filling filling) {
      return value.of(filling.row(), filling.where(), filling.regions());
    }
  }

  /** A local date or time as an interval. */
  record Local(LocalDays days) implements Template {
    @Override
    public Optional<Node> fill(Filling filling) {
      return days.of(filling);
    }
  }

  /** Words with columns in braces: {@code {admin1}, {location}}. */
  record Words(String words) implements Template {
    private static final Pattern COLUMN = Pattern.compile("\\{([^{}]{1,100})\\}");

    @Override
    public Optional<Node> fill(Filling filling) {
      String text =
          COLUMN
              .matcher(words)
              .replaceAll(
                  (MatchResult found) ->
                      java.util.regex.Matcher.quoteReplacement(
                          filling.row().find(found.group(1)).orElse("").strip()));
      return text.isBlank()
          ? Optional.empty()
          : Optional.of(new Scalar(filling.where(), text.strip(), true));
    }
  }

  /** A list; items that say nothing are left out. */
  record Items(List<Template> items) implements Template {
    @Override
    public Optional<Node> fill(Filling filling) {
      List<Node> filled = new ArrayList<>();
      items.forEach(item -> item.fill(filling).ifPresent(filled::add));
      return filled.isEmpty()
          ? Optional.empty()
          : Optional.of(new Sequence(filling.where(), filled));
    }
  }

  /** Names with values; left out whole where its conditions do not hold. */
  record Names(Map<String, Template> parts, List<RowFilter> when) implements Template {
    @Override
    public Optional<Node> fill(Filling filling) {
      if (!when.stream().allMatch(condition -> condition.holds(filling.row()))) {
        return Optional.empty();
      }
      Map<String, Node> filled = new LinkedHashMap<>();
      parts.forEach((name, part) -> part.fill(filling).ifPresent(value -> filled.put(name, value)));
      return filled.isEmpty()
          ? Optional.empty()
          : Optional.of(new Mapping(filling.where(), filled));
    }
  }

  /** Returns every column that the template names. */
  default List<String> columns() {
    return switch (this) {
      case Fixed fixed -> List.of();
      case Cell cell -> List.of(cell.value().column());
      case Local local -> local.days().columns();
      case Words words ->
          Words.COLUMN.matcher(words.words()).results().map(found -> found.group(1)).toList();
      case Items items -> items.items().stream().flatMap(item -> item.columns().stream()).toList();
      case Names names -> {
        List<String> columns =
            new ArrayList<>(names.when().stream().map(RowFilter::column).toList());
        names.parts().values().forEach(part -> columns.addAll(part.columns()));
        yield columns;
      }
    };
  }
}
