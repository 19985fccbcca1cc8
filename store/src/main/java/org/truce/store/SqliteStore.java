package org.truce.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The projection in one SQLite file, written ahead; for one thread. */
public final class SqliteStore implements Store {
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private final OpenRows recent = new OpenRows();
  private final Map<Table, SqliteTable> written = new EnumMap<>(Table.class);
  private Progress progress;

  private SqliteStore(Connection connection) throws SQLException {
    this.connection = connection;
    this.progress = storedProgress();
  }

  /**
   * Opens a projection to write to it; makes the file when there is none.
   *
   * @return nothing when the file has another form and must be made again from the ledger
   */
  public static Optional<SqliteStore> open(Path file) {
    return store(SqliteFile.toWrite(file));
  }

  /**
   * Opens a projection to read from it, also while another process writes.
   *
   * @return nothing when there is no file, or it has another form
   */
  public static Optional<SqliteStore> openToRead(Path file) {
    return store(SqliteFile.toRead(file));
  }

  private static Optional<SqliteStore> store(Optional<Connection> connection) {
    return connection.map(
        opened -> {
          try {
            return new SqliteStore(opened);
          } catch (SQLException e) {
            throw SqliteFile.failure("cannot read how far the projection has come", e);
          }
        });
  }

  /** Removes the files of a projection. */
  public static void delete(Path file) {
    SqliteFile.delete(file);
  }

  private Progress storedProgress() throws SQLException {
    try (ResultSet found =
        statement("SELECT entry, chain FROM entry ORDER BY entry DESC LIMIT 1").executeQuery()) {
      return found.next() ? new Progress(found.getLong(1) + 1, found.getString(2)) : Progress.NONE;
    }
  }

  @Override
  public Progress progress() {
    return progress;
  }

  @Override
  public void apply(Recorded recorded, List<Change> changes) {
    long index = recorded.index();
    if (index != progress.entries()) {
      throw new IllegalArgumentException(
          "the next entry is %d, was %d".formatted(progress.entries(), index));
    }
    try {
      List<Version> touched = new ArrayList<>();
      for (Change change : changes) {
        apply(index, change, touched);
      }
      String chain = Chain.after(progress.chain(), index, recorded.recordedAt(), touched);
      PreparedStatement entry = statement("INSERT INTO entry VALUES (?, ?, ?, ?)");
      SqliteRows.bind(entry, List.of(index, recorded.recordedAt(), chain));
      entry.setBytes(4, recorded.content());
      entry.executeUpdate();
      progress = new Progress(index + 1, chain);
    } catch (SQLException e) {
      throw SqliteFile.failure("cannot write the effect of entry " + index, e);
    }
  }

  private void apply(long index, Change change, List<Version> touched) throws SQLException {
    switch (change) {
      case Change.Put put -> written(put.row().table()).put(index, put.row(), touched);
      case Change.Gone gone -> written(gone.table()).gone(index, gone.key(), touched);
    }
  }

  private SqliteTable written(Table table) throws SQLException {
    SqliteTable known = written.get(table);
    if (known == null) {
      known = new SqliteTable(connection, table, recent);
      written.put(table, known);
    }
    return known;
  }

  @Override
  public void commit() {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw SqliteFile.failure("cannot make the projection durable", e);
    }
  }

  @Override
  public Optional<Row> find(Table table, List<Object> key, long index) {
    try {
      PreparedStatement found =
          statement(
              "SELECT %s FROM %s WHERE %s AND known_from <= ? AND known_to > ?"
                  .formatted(
                      SqliteSchema.names(table.columns()), table.sql(), SqliteSchema.keyed(table)));
      List<Object> values = new ArrayList<>(key);
      values.add(index);
      values.add(index);
      SqliteRows.bind(found, values);
      try (ResultSet rows = found.executeQuery()) {
        return rows.next() ? Optional.of(SqliteRows.row(table, rows)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw SqliteFile.failure("cannot read " + table.sql(), e);
    }
  }

  @Override
  public void each(Query query, Consumer<Row> each) {
    Table table = query.table();
    SqliteQuery sql = new SqliteQuery(query);
    ask(
        "SELECT %s FROM %s ORDER BY %s"
            .formatted(
                SqliteSchema.names(table.columns()), sql.fromWhere(), SqliteSchema.keys(table)),
        sql.values(),
        rows -> each.accept(SqliteRows.row(table, rows)));
  }

  @Override
  public SortedMap<String, Long> count(Query query, String column) {
    query.table().at(column);
    SqliteQuery sql = new SqliteQuery(query);
    SortedMap<String, Long> counts = new TreeMap<>();
    ask(
        "SELECT %1$s, count(*) FROM %2$s GROUP BY %1$s"
            .formatted(SqliteSchema.quoted(column), sql.fromWhere()),
        sql.values(),
        rows -> counts.put(rows.getString(1), rows.getLong(2)));
    return counts;
  }

  @Override
  public void history(Table table, Consumer<Version> each) {
    ask(
        "SELECT %s, known_from, known_to FROM %s ORDER BY %s, known_from"
            .formatted(SqliteSchema.names(table.columns()), table.sql(), SqliteSchema.keys(table)),
        List.of(),
        rows -> each.accept(SqliteRows.version(table, rows)));
  }

  @Override
  public List<List<Object>> ask(Question question, List<Object> values) {
    List<List<Object>> answers = new ArrayList<>();
    try {
      PreparedStatement asked = statement(question.sql());
      SqliteRows.bind(asked, values);
      try (ResultSet rows = asked.executeQuery()) {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          List<Object> cells = new ArrayList<>(columns);
          for (int i = 1; i <= columns; i++) {
            cells.add(
                rows.getObject(i) instanceof Number number
                    ? (Object) number.longValue()
                    : String.valueOf(rows.getObject(i)));
          }
          answers.add(List.copyOf(cells));
        }
      }
    } catch (SQLException e) {
      throw SqliteFile.failure("cannot answer " + question, e);
    }
    return answers;
  }

  @Override
  public List<Version> touchedBy(long index) {
    List<Version> touched = new ArrayList<>();
    for (Table table : Table.values()) {
      ask(
          "SELECT %s, known_from, known_to FROM %s WHERE known_from = ? OR known_to = ?"
              .formatted(SqliteSchema.names(table.columns()), table.sql()),
          List.of(index, index),
          rows -> touched.add(SqliteRows.version(table, rows)));
    }
    return touched;
  }

  @Override
  public byte[] content(long index) {
    List<byte[]> found = new ArrayList<>();
    ask(
        "SELECT content FROM entry WHERE entry = ?",
        List.of(index),
        rows -> found.add(rows.getBytes(1)));
    if (found.isEmpty()) {
      throw new StoreException("entry %d is not projected yet".formatted(index));
    }
    return found.getFirst();
  }

  @Override
  public String chain(long index) {
    List<String> found = new ArrayList<>();
    ask(
        "SELECT chain FROM entry WHERE entry = ?",
        List.of(index),
        rows -> found.add(rows.getString(1)));
    if (found.isEmpty()) {
      throw new StoreException("entry %d is not projected yet".formatted(index));
    }
    return found.getFirst();
  }

  @Override
  public long lastRecordedBy(long micros) {
    long[] last = {-1};
    ask(
        "SELECT max(entry) FROM entry WHERE recorded_at <= ?",
        List.of(micros),
        rows -> last[0] = rows.getObject(1) == null ? -1 : rows.getLong(1));
    return last[0];
  }

  @Override
  public long textEntries() {
    long[] entries = {0};
    ask("SELECT entries FROM text_index", List.of(), rows -> entries[0] = rows.getLong(1));
    return entries[0];
  }

  @Override
  public void indexText(long most) {
    long from = textEntries();
    long to = Math.min(progress.entries(), from + most);
    try {
      PreparedStatement take =
          statement(
              // The latest come first where a text index is read forwards, which is twice as quick.
              "INSERT INTO claim_words (rowid, text) SELECT -rowid, text FROM claim"
                  + " WHERE known_from >= ? AND known_from < ? AND text <> ''"
                  + " ORDER BY rowid DESC");
      SqliteRows.bind(take, List.of(from, to));
      take.executeUpdate();
      PreparedStatement note = statement("UPDATE text_index SET entries = ?");
      SqliteRows.bind(note, List.of(to));
      note.executeUpdate();
      connection.commit();
    } catch (SQLException e) {
      throw SqliteFile.failure("cannot bring the text index up to date", e);
    }
  }

  private interface Reading {
    void of(ResultSet rows) throws SQLException;
  }

  private void ask(String sql, List<Object> values, Reading reading) {
    try {
      PreparedStatement asked = connection.prepareStatement(sql);
      try (asked) {
        SqliteRows.bind(asked, values);
        try (ResultSet rows = asked.executeQuery()) {
          while (rows.next()) {
            reading.of(rows);
          }
        }
      }
    } catch (SQLException e) {
      throw SqliteFile.failure("cannot read the projection", e);
    }
  }

  private PreparedStatement statement(String sql) throws SQLException {
    PreparedStatement known = prepared.get(sql);
    if (known == null) {
      known = connection.prepareStatement(sql);
      prepared.put(sql, known);
    }
    return known;
  }

  @Override
  public void close() {
    try {
      for (PreparedStatement statement : prepared.values()) {
        statement.close();
      }
      for (SqliteTable table : written.values()) {
        table.close();
      }
      // Undoes what was not committed, unless a full disk has already.
      connection.close();
    } catch (SQLException e) {
      throw SqliteFile.failure("cannot close the projection", e);
    }
  }
}
