package org.truce.sources.rows;

import java.util.Map;
import java.util.Optional;
import org.truce.report.Input;

/**
 * One row of a table.
 *
 * @param input where it begins
 * @param cells by column, in the order of the columns
 */
public record Row(Input input, Map<String, String> cells) {

  /** Returns the cell of a column that the table has. */
  public String get(String column) {
    return find(column)
        .orElseThrow(() -> new IllegalStateException("the table has no column " + column));
  }

  /** Returns the cell of a column, if the row has it. */
  public Optional<String> find(String column) {
    return Optional.ofNullable(cells.get(column));
  }
}
