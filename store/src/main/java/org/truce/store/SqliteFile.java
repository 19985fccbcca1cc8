package org.truce.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The file of a projection: made, opened, told by its form, removed. */
final class SqliteFile {
  /** Pages that are written ahead before they are brought to their places, 64 MiB of them. */
  private static final int LOG_PAGES = 16_384;

  private SqliteFile() {}

  /** Opens a file to write to, making it when there is none; nothing when it has another form. */
  static Optional<Connection> toWrite(Path file) {
    boolean fresh = !Files.exists(file);
    return connected(
        file,
        connection -> {
          execute(connection, "PRAGMA journal_mode = WAL");
          execute(connection, "PRAGMA synchronous = NORMAL");
          execute(connection, "PRAGMA cache_size = -65536");
          execute(connection, "PRAGMA wal_autocheckpoint = " + LOG_PAGES);
          if (fresh || form(connection) == 0) {
            create(connection);
          }
        });
  }

  /** Opens a file to read from; nothing when there is none, or it has another form. */
  static Optional<Connection> toRead(Path file) {
    return Files.exists(file)
        ? connected(file, connection -> execute(connection, "PRAGMA query_only = ON"))
        : Optional.empty();
  }

  private interface Preparation {
    void on(Connection connection) throws SQLException;
  }

  private static Optional<Connection> connected(Path file, Preparation preparation) {
    @Nullable Connection connection = null;
    try {
      connection = DriverManager.getConnection("jdbc:sqlite:" + file, settings());
      execute(connection, "PRAGMA busy_timeout = 10000");
      preparation.on(connection);
      if (form(connection) != SqliteSchema.FORM) {
        connection.close();
        return Optional.empty();
      }
      connection.setAutoCommit(false);
      return Optional.of(connection);
    } catch (SQLException e) {
      throw failure("cannot open the projection " + file, e);
    }
  }

  private static Properties settings() {
    Properties settings = new Properties();
    // Nobody asks for the row that was written last; the driver would, once for every row.
    settings.setProperty("jdbc.get_generated_keys", "false");
    return settings;
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
  static void delete(Path file) {
    try {
      for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
      }
    } catch (IOException e) {
      throw new StoreException("cannot remove the projection " + file, e);
    }
  }

  /** Returns what to say of a failure; a full disk is named as such. */
  static StoreException failure(String what, SQLException e) {
    boolean full = String.valueOf(e.getMessage()).contains("SQLITE_FULL");
    return new StoreException(
        full
            ? what + ": the disk is full; make room and start again, nothing is lost"
            : what + ": " + e.getMessage(),
        e);
  }
}
