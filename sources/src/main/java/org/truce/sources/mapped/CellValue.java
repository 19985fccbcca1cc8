package org.truce.sources.mapped;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.truce.notation.Node;
import org.truce.notation.Node.Mapping;
import org.truce.notation.Node.Scalar;
import org.truce.place.RegionCode;
import org.truce.sources.rows.Row;

/**
 * A value taken from a column.
 *
 * @param column the column
 * @param absent cells that say nothing, besides blank ones
 * @param values what cells become; empty: they stay as they are
 * @param fallback what a cell that is not among the values, or cannot be read, becomes
 * @param split between several values in one cell, if there can be several
 * @param form what the cell is
 */
record CellValue(
    String column,
    List<String> absent,
    Map<String, Node> values,
    Fallback fallback,
    Optional<String> split,
    Form form) {

  /** What a cell is. */
  enum Form {
    TEXT,
    WHOLE,
    NUMBER,
    DECIMAL_COMMA,
    EPOCH_SECONDS,
    REGION,
    REFERENCE
  }

  /**
   * What to do with a cell that is not known: reject the row, leave the value out, or take another.
   */
  record Fallback(boolean leaveOut, Optional<Node> otherwise) {}

  static CellValue read(Mapping mapping) {
    mapping.only("column", "absent", "values", "otherwise", "unknown", "split", "as");
    Map<String, Node> values = new LinkedHashMap<>();
    mapping.find("values").ifPresent(node -> values.putAll(node.mapping().entries()));
    boolean leaveOut =
        mapping
            .find("unknown")
            .map(
                node ->
                    switch (node.text()) {
                      case "leave-out" -> true;
                      case "reject" -> false;
                      default ->
                          throw node.error(
                              "\"%s\" is neither leave-out nor reject".formatted(node.text()),
                              List.of());
                    })
            .orElse(false);
    return new CellValue(
        mapping.get("column").text(),
        mapping.find("absent").map(Node::texts).orElse(List.of()),
        values,
        new Fallback(leaveOut, mapping.find("otherwise")),
        mapping.findText("split"),
        mapping.find("as").map(node -> node.oneOf(Form.class)).orElse(Form.TEXT));
  }

  /** Returns the value of a row, or nothing when the cell says nothing. */
  Optional<Node> of(Row row, Node.Where where, Function<String, Optional<RegionCode>> regions) {
    String cell = row.find(column).map(String::strip).orElse("");
    if (cell.isEmpty() || absent.contains(cell)) {
      return Optional.empty();
    }
    if (split.isEmpty()) {
      return one(cell, where, regions);
    }
    List<Node> items = new ArrayList<>();
    for (String part : cell.split(Pattern.quote(split.get()), -1)) {
      if (!part.isBlank()) {
        one(part.strip(), where, regions).ifPresent(items::add);
      }
    }
    return items.isEmpty() ? Optional.empty() : Optional.of(new Node.Sequence(where, items));
  }

  private Optional<Node> one(
      String cell, Node.Where where, Function<String, Optional<RegionCode>> regions) {
    if (!values.isEmpty()) {
      Node value = values.get(cell);
      return value == null ? fallen(cell, "is not among the values of the mapping") : shown(value);
    }
    try {
      Optional<String> text =
          switch (form) {
            case TEXT -> Optional.of(cell);
            case WHOLE -> Optional.of(whole(cell));
            case NUMBER -> Optional.of(number(cell));
            case DECIMAL_COMMA -> Optional.of(number(cell.replace(',', '.')));
            case EPOCH_SECONDS ->
                Optional.of(Instant.ofEpochSecond(Long.parseLong(whole(cell))).toString());
            case REGION -> regions.apply(cell).map(RegionCode::code);
            case REFERENCE -> Optional.of(cell.replace('/', '_'));
          };
      return text.isPresent()
          ? text.map(each -> new Scalar(where, each, true))
          : fallen(cell, "names no region that is known here");
    } catch (ArithmeticException | IllegalArgumentException | DateTimeException e) {
      return fallen(cell, "is not of the form that the mapping says");
    }
  }

  /** Reads {@code 31} and {@code 31.0} alike. */
  private static String whole(String cell) {
    return Long.toString(new BigDecimal(shortNumber(cell)).longValueExact());
  }

  private static String number(String cell) {
    return new BigDecimal(shortNumber(cell)).toPlainString();
  }

  /** Keeps exponents such as 1e999999999 from becoming numbers of that many digits. */
  private static String shortNumber(String cell) {
    if (cell.length() > 30 || cell.matches(".*[eE][+-]?[0-9]{3,}.*")) {
      throw new IllegalArgumentException("too long");
    }
    return cell;
  }

  private Optional<Node> fallen(String cell, String reason) {
    if (fallback.otherwise().isPresent()) {
      return fallback.otherwise();
    }
    if (fallback.leaveOut()) {
      return Optional.empty();
    }
    throw new BadCell(column, cell, reason);
  }

  private static Optional<Node> shown(Node value) {
    return value instanceof Scalar scalar && !scalar.quoted() && scalar.text().equals("null")
        ? Optional.empty()
        : Optional.of(value);
  }
}
