package org.truce.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.truce.store.OpenRows.Open;

/** Writes the rows of one table: opens and closes them, each with the entry that did it. */
final class SqliteTable implements AutoCloseable {
  private final Table table;
  private final OpenRows recent;
  private final PreparedStatement insert;
  private final PreparedStatement close;
  private final PreparedStatement newest;
  private final PreparedStatement read;
  private final @Nullable PreparedStatement box;
  private final boolean numbered;
  private long lastRow;

  /** Greatest number with which a key begins: of a greater one there is no row yet. */
  private long greatest;

  /**
   * A table as it is in the file.
   *
   * @param recent rows that need not be looked up there
   */
  SqliteTable(Connection connection, Table table, OpenRows recent) throws SQLException {
    this.table = table;
    this.recent = recent;
    String name = table.sql();
    this.insert =
        connection.prepareStatement(
            "INSERT INTO %s (rowid, %s, known_from, known_to) VALUES (%s?, ?, ?)"
                .formatted(
                    name,
                    SqliteSchema.names(table.columns()),
                    "?, ".repeat(table.columns().size())));
    this.close =
        connection.prepareStatement("UPDATE %s SET known_to = ? WHERE rowid = ?".formatted(name));
    this.newest =
        connection.prepareStatement(
            "SELECT rowid, known_to FROM %s WHERE %s ORDER BY known_from DESC LIMIT 1"
                .formatted(name, SqliteSchema.keyed(table)));
    this.read =
        connection.prepareStatement(
            "SELECT %s, known_from, known_to FROM %s WHERE rowid = ?"
                .formatted(SqliteSchema.names(table.columns()), name));
    this.box =
        SqliteSchema.hasBox(table)
            ? connection.prepareStatement(
                "INSERT INTO %s_box VALUES (?, ?, ?, ?, ?, ?, ?)".formatted(name))
            : null;
    this.numbered = table.columns().getFirst().number();
    this.lastRow = Math.max(0, greatest(connection, "rowid"));
    this.greatest =
        numbered
            ? greatest(connection, SqliteSchema.quoted(table.columns().getFirst().name()))
            : Long.MAX_VALUE;
  }

  private long greatest(Connection connection, String column) throws SQLException {
    String sql = "SELECT coalesce(max(%s), -1) FROM %s".formatted(column, table.sql());
    try (PreparedStatement asked = connection.prepareStatement(sql);
        ResultSet found = asked.executeQuery()) {
      return found.next() ? found.getLong(1) : -1;
    }
  }

  /**
   * Lets a key have this row from an entry on; nothing changes when it has it already.
   *
   * @param touched takes in what was closed and opened
   */
  void put(long index, Row row, List<Version> touched) throws SQLException {
    Optional<Open> open = open(row.key());
    if (open.map(old -> old.version().row().equals(row)).orElse(false)) {
      return;
    }
    close(index, open, touched);
    insert(index, row);
    touched.add(new Version(row, index, Version.OPEN));
  }

  /** Lets a key have no row from an entry on. */
  void gone(long index, List<Object> key, List<Version> touched) throws SQLException {
    close(index, open(key), touched);
  }

  private Optional<Open> open(List<Object> key) throws SQLException {
    if (numbered && (Long) key.getFirst() > greatest) {
      return Optional.empty();
    }
    Optional<Open> written = recent.find(table, key);
    return written.isPresent() ? written : openInFile(key);
  }

  private Optional<Open> openInFile(List<Object> key) throws SQLException {
    SqliteRows.bind(newest, key);
    long rowid;
    try (ResultSet rows = newest.executeQuery()) {
      if (!rows.next() || rows.getLong(2) != Version.OPEN) {
        return Optional.empty();
      }
      rowid = rows.getLong(1);
    }
    read.setLong(1, rowid);
    try (ResultSet rows = read.executeQuery()) {
      return rows.next()
          ? Optional.of(new Open(rowid, SqliteRows.version(table, rows)))
          : Optional.empty();
    }
  }

  private void close(long index, Optional<Open> open, List<Version> touched) throws SQLException {
    if (open.isEmpty()) {
      return;
    }
    Version old = open.get().version();
    if (old.from() == index) {
      throw new IllegalArgumentException(
          "entry %d changes one row of %s twice".formatted(index, table));
    }
    close.setLong(1, index);
    close.setLong(2, open.get().rowid());
    close.executeUpdate();
    recent.remove(old.row());
    touched.add(new Version(old.row(), old.from(), index));
  }

  private void insert(long index, Row row) throws SQLException {
    long rowid = ++lastRow;
    insert.setLong(1, rowid);
    int at = SqliteRows.bind(insert, 2, row.cells());
    insert.setLong(at, index);
    insert.setLong(at + 1, Version.OPEN);
    insert.executeUpdate();
    if (numbered) {
      greatest = Math.max(greatest, (Long) row.cells().getFirst());
    }
    recent.put(new Open(rowid, new Version(row, index, Version.OPEN)));
    if (box != null && row.number("south") <= row.number("north")) {
      insertBox(box, rowid, row);
    }
  }

  private static void insertBox(PreparedStatement box, long rowid, Row row) throws SQLException {
    SqliteRows.bind(
        box,
        List.of(
            rowid,
            row.number("south"),
            row.number("north"),
            row.number("west"),
            row.number("east"),
            Question.hour(row.number("about_from")),
            Question.hour(row.number("about_to"))));
    box.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    insert.close();
    close.close();
    newest.close();
    read.close();
    if (box != null) {
      box.close();
    }
  }
}
