package org.truce.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.truce.store.Table.Column;

/** The projection in one SQLite file, written ahead; for one thread. */
public final class SqliteStore implements Store {
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
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
    boolean fresh = !Files.exists(file);
    return connected(
        file,
        connection -> {
          execute(connection, "PRAGMA journal_mode = WAL");
          execute(connection, "PRAGMA synchronous = NORMAL");
          execute(connection, "PRAGMA cache_size = -65536");
          if (fresh || form(connection) == 0) {
            create(connection);
          }
        });
  }

  /**
   * Opens a projection to read from it, also while another process writes.
   *
   * @return nothing when there is no file, or it has another form
   */
  public static Optional<SqliteStore> openToRead(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return connected(file, connection -> execute(connection, "PRAGMA query_only = ON"));
  }

  private interface Preparation {
    void on(Connection connection) throws SQLException;
  }

  private static Optional<SqliteStore> connected(Path file, Preparation preparation) {
    @Nullable Connection connection = null;
    try {
      connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      execute(connection, "PRAGMA busy_timeout = 10000");
      preparation.on(connection);
      if (form(connection) != SqliteSchema.FORM) {
        connection.close();
        return Optional.empty();
      }
      connection.setAutoCommit(false);
      return Optional.of(new SqliteStore(connection));
    } catch (SQLException e) {
      throw failure("cannot open the projection " + file, e);
    }
  }

  private static int form(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("PRAGMA user_version")) {
      return found.next() ? found.getInt(1) : 0;
    }
  }

  private static void create(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    for (String statement : SqliteSchema.statements()) {
      execute(connection, statement);
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Removes the files of a projection. */
  public static void delete(Path file) {
    try {
      for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
      }
    } catch (IOException e) {
      throw new StoreException("cannot remove the projection " + file, e);
    }
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
      bind(entry, List.of(index, recorded.recordedAt(), chain));
      entry.setBytes(4, recorded.content());
      entry.executeUpdate();
      progress = new Progress(index + 1, chain);
    } catch (SQLException e) {
      throw failure("cannot write the effect of entry " + index, e);
    }
  }

  private void apply(long index, Change change, List<Version> touched) throws SQLException {
    switch (change) {
      case Change.Put put -> {
        Row row = put.row();
        Optional<Open> open = open(row.table(), row.key());
        if (open.map(old -> old.version().row().equals(row)).orElse(false)) {
          return;
        }
        close(index, open, touched);
        insert(index, row);
        touched.add(new Version(row, index, Version.OPEN));
      }
      case Change.Gone gone -> close(index, open(gone.table(), gone.key()), touched);
    }
  }

  private record Open(long rowid, Version version) {}

  private Optional<Open> open(Table table, List<Object> key) throws SQLException {
    PreparedStatement found =
        statement(
            "SELECT %s, known_from, known_to, rowid FROM %s WHERE %s ORDER BY known_from DESC LIMIT 1"
                .formatted(SqliteSchema.names(table.columns()), table.sql(), keyed(table)));
    bind(found, key);
    try (ResultSet rows = found.executeQuery()) {
      if (!rows.next()) {
        return Optional.empty();
      }
      Version version = version(table, rows);
      return version.to() == Version.OPEN
          ? Optional.of(new Open(rows.getLong(table.columns().size() + 3), version))
          : Optional.empty();
    }
  }

  private static String keyed(Table table) {
    return String.join(
        " AND ",
        table.columns().subList(0, table.keys()).stream()
            .map(column -> SqliteSchema.quoted(column.name()) + " = ?")
            .toList());
  }

  private void close(long index, Optional<Open> open, List<Version> touched) throws SQLException {
    if (open.isEmpty()) {
      return;
    }
    Version old = open.get().version();
    if (old.from() == index) {
      throw new IllegalArgumentException(
          "entry %d changes one row of %s twice".formatted(index, old.row().table()));
    }
    PreparedStatement update =
        statement("UPDATE %s SET known_to = ? WHERE rowid = ?".formatted(old.row().table().sql()));
    bind(update, List.of(index, open.get().rowid()));
    update.executeUpdate();
    touched.add(new Version(old.row(), old.from(), index));
  }

  private void insert(long index, Row row) throws SQLException {
    Table table = row.table();
    PreparedStatement insert =
        statement(
            "INSERT INTO %s VALUES (%s?, ?)"
                .formatted(table.sql(), "?, ".repeat(table.columns().size())));
    List<Object> cells = new ArrayList<>(row.cells());
    cells.add(index);
    cells.add(Version.OPEN);
    bind(insert, cells);
    insert.executeUpdate();
    if (SqliteSchema.hasBox(table) && row.number("south") <= row.number("north")) {
      PreparedStatement box =
          statement(
              "INSERT INTO %s_box VALUES (last_insert_rowid(), ?, ?, ?, ?, ?, ?)"
                  .formatted(table.sql()));
      bind(
          box,
          List.of(
              row.number("south"),
              row.number("north"),
              row.number("west"),
              row.number("east"),
              Question.hour(row.number("about_from")),
              Question.hour(row.number("about_to"))));
      box.executeUpdate();
    }
  }

  @Override
  public void commit() {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw failure("cannot make the projection durable", e);
    }
  }

  @Override
  public void rollback() {
    try {
      connection.rollback();
      progress = storedProgress();
    } catch (SQLException e) {
      throw failure("cannot undo an unfinished batch", e);
    }
  }

  @Override
  public Optional<Row> find(Table table, List<Object> key, long index) {
    try {
      PreparedStatement found =
          statement(
              "SELECT %s FROM %s WHERE %s AND known_from <= ? AND known_to > ?"
                  .formatted(SqliteSchema.names(table.columns()), table.sql(), keyed(table)));
      List<Object> values = new ArrayList<>(key);
      values.add(index);
      values.add(index);
      bind(found, values);
      try (ResultSet rows = found.executeQuery()) {
        return rows.next() ? Optional.of(row(table, rows)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw failure("cannot read " + table.sql(), e);
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
        rows -> each.accept(row(table, rows)));
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
        rows -> each.accept(version(table, rows)));
  }

  @Override
  public List<List<Object>> ask(Question question, List<Object> values) {
    List<List<Object>> answers = new ArrayList<>();
    try {
      PreparedStatement asked = statement(question.sql());
      bind(asked, values);
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
      throw failure("cannot answer " + question, e);
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
          rows -> touched.add(version(table, rows)));
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
              "INSERT INTO claim_words (rowid, text) SELECT rowid, text FROM claim"
                  + " WHERE known_from >= ? AND known_from < ? AND text <> ''");
      bind(take, List.of(from, to));
      take.executeUpdate();
      PreparedStatement note = statement("UPDATE text_index SET entries = ?");
      bind(note, List.of(to));
      note.executeUpdate();
      connection.commit();
    } catch (SQLException e) {
      throw failure("cannot bring the text index up to date", e);
    }
  }

  private interface Reading {
    void of(ResultSet rows) throws SQLException;
  }

  private void ask(String sql, List<Object> values, Reading reading) {
    try {
      PreparedStatement asked = connection.prepareStatement(sql);
      try (asked) {
        bind(asked, values);
        try (ResultSet rows = asked.executeQuery()) {
          while (rows.next()) {
            reading.of(rows);
          }
        }
      }
    } catch (SQLException e) {
      throw failure("cannot read the projection", e);
    }
  }

  private static Version version(Table table, ResultSet rows) throws SQLException {
    int columns = table.columns().size();
    return new Version(row(table, rows), rows.getLong(columns + 1), rows.getLong(columns + 2));
  }

  private static Row row(Table table, ResultSet rows) throws SQLException {
    List<Object> cells = new ArrayList<>();
    for (Column column : table.columns()) {
      int at = cells.size() + 1;
      cells.add(column.number() ? (Object) rows.getLong(at) : rows.getString(at));
    }
    return new Row(table, cells);
  }

  private PreparedStatement statement(String sql) throws SQLException {
    PreparedStatement known = prepared.get(sql);
    if (known == null) {
      known = connection.prepareStatement(sql);
      prepared.put(sql, known);
    }
    return known;
  }

  private static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) instanceof Long number) {
        statement.setLong(i + 1, number);
      } else {
        statement.setString(i + 1, (String) values.get(i));
      }
    }
  }

  private static StoreException failure(String what, SQLException e) {
    boolean full = String.valueOf(e.getMessage()).contains("SQLITE_FULL");
    return new StoreException(
        full
            ? what + ": the disk is full; make room and start again, nothing is lost"
            : what + ": " + e.getMessage(),
        e);
  }

  @Override
  public void close() {
    try {
      for (PreparedStatement statement : prepared.values()) {
        statement.close();
      }
      connection.rollback();
      connection.close();
    } catch (SQLException e) {
      throw failure("cannot close the projection", e);
    }
  }
}
