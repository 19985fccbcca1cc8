package org.truce.sources.mapped;

import java.util.List;
import org.truce.notation.Node;
import org.truce.notation.Node.Mapping;
import org.truce.sources.rows.Row;

/**
 * A condition on one cell.
 *
 * @param column the column
 * @param values the values it speaks of
 * @param isIn whether the cell must be one of them, or none of them
 */
record RowFilter(String column, List<String> values, boolean isIn) {

  static RowFilter read(Node node) {
    Mapping mapping = node.mapping().only("column", "in", "not-in");
    boolean in = mapping.find("in").isPresent();
    return new RowFilter(
        mapping.get("column").text(), mapping.get(in ? "in" : "not-in").texts(), in);
  }

  boolean holds(Row row) {
    return values.contains(row.find(column).orElse("").strip()) == isIn;
  }
}
