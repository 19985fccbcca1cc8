package org.truce.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.truce.store.Table.Column;

/**
 * What one row says, apart from when it was known.
 *
 * @param table the table it belongs to
 * @param cells a {@link Long} or a {@link String} for each column, in order
 */
public record Row(Table table, List<Object> cells) {
  public Row {
    cells = List.copyOf(cells);
    if (cells.size() != table.columns().size()) {
      throw new IllegalArgumentException(
          "%s has %d columns, were %d".formatted(table, table.columns().size(), cells.size()));
    }
    for (int i = 0; i < cells.size(); i++) {
      Column column = table.columns().get(i);
      if (column.number() != (cells.get(i) instanceof Long)) {
        throw new IllegalArgumentException(
            "%s.%s cannot hold %s".formatted(table, column.name(), cells.get(i)));
      }
    }
  }

  /** Returns a row of these cells; whole numbers of any size and truth values become numbers. */
  public static Row of(Table table, Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cell(cells[i]);
    }
    return new Row(table, List.of(cells));
  }

  private static Object cell(Object value) {
    return switch (value) {
      case Integer number -> number.longValue();
      case Long number -> number;
      case Boolean flag -> flag ? 1L : 0L;
      default -> String.valueOf(value);
    };
  }

  /** Returns the cells by which the row is found. */
  public List<Object> key() {
    return cells.subList(0, table.keys());
  }

  /** Returns the number in a column. */
  public long number(String column) {
    return (Long) cells.get(table.at(column));
  }

  /** Returns the text in a column. */
  public String text(String column) {
    return (String) cells.get(table.at(column));
  }

  /** Returns the bytes of table and cells that digests are made of: the same on every machine. */
  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      text(out, table.sql());
      for (Object cell : cells) {
        if (cell instanceof Long number) {
          out.writeLong(number);
        } else {
          text(out, (String) cell);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }
}
