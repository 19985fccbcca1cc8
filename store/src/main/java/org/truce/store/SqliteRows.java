package org.truce.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.truce.store.Table.Column;

/** Cells into statements, and rows out of what they find. */
final class SqliteRows {
  private SqliteRows() {}

  /** Binds each value, a Long or a String, in order from the first place. */
  static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
    bind(statement, 1, values);
  }

  /** Binds each value in order from a place, and returns the next place. */
  static int bind(PreparedStatement statement, int first, List<Object> values) throws SQLException {
    int at = first;
    for (Object value : values) {
      if (value instanceof Long number) {
        statement.setLong(at++, number);
      } else {
        statement.setString(at++, (String) value);
      }
    }
    return at;
  }

  /** Reads a row whose columns are selected first, in order. */
  static Row row(Table table, ResultSet rows) throws SQLException {
    List<Object> cells = new ArrayList<>(table.columns().size());
    for (Column column : table.columns()) {
      int at = cells.size() + 1;
      cells.add(column.number() ? (Object) rows.getLong(at) : rows.getString(at));
    }
    return new Row(table, cells);
  }

  /** Reads a row that {@code known_from} and {@code known_to} follow. */
  static Version version(Table table, ResultSet rows) throws SQLException {
    int columns = table.columns().size();
    return new Version(row(table, rows), rows.getLong(columns + 1), rows.getLong(columns + 2));
  }
}
