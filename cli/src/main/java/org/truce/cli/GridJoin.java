package org.truce.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.truce.incident.linkage.ClaimTable;

/**
 * What a capable user would do with a database: DuckDB joins the rows with themselves on a grid of
 * 2 km and 6 hours. It finds candidates, 2 km and 6 hours apart at most; it neither weighs nor
 * sorts them. The driver is not delivered with the program.
 */
final class GridJoin {
  private static final String JOIN =
      """
      with o as (select dx, dy, dt from range(-1, 2) a(dx), range(-1, 2) b(dy), range(-1, 2) c(dt)),
      s as (select i, x, y, t, x // 2000 + dx as cx, y // 2000 + dy as cy, t // 21600 + dt as ct
            from r, o)
      select count(*) from s join (select i, x, y, t, x // 2000 as cx, y // 2000 as cy,
      t // 21600 as ct from r) e using (cx, cy, ct)
      where s.i < e.i and abs(s.t - e.t) <= 21600
      and (s.x - e.x) * (s.x - e.x) + (s.y - e.y) * (s.y - e.y) <= 4000000
      """;

  private GridJoin() {}

  /**
   * Has a process of its own read the rows and run the join, as somebody would who is not one of
   * us, and returns what that says.
   */
  static String inOwnProcess(Path jar, ClaimTable table) {
    try {
      Path rows = Files.createTempFile("truce-grid", ".csv");
      try {
        write(table, rows);
        return FreshProcess.said(
                List.of("-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"),
                "bench",
                "fusion",
                "--duckdb",
                jar.toString(),
                "--only-grid-join",
                rows.toString())
            .strip();
      } finally {
        Files.delete(rows);
      }
    } catch (IOException e) {
      throw new UnusableInput("bench fusion: --duckdb %s: %s".formatted(jar, e));
    }
  }

  /** Runs the join in this process, which has done nothing else, and returns what it cost. */
  static String inThisProcess(Path jar, Path rows) {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
      Driver driver =
          loader
              .loadClass("org.duckdb.DuckDBDriver")
              .asSubclass(Driver.class)
              .getDeclaredConstructor()
              .newInstance();
      return measured(driver, rows);
    } catch (IOException | ReflectiveOperationException | SQLException e) {
      throw new UnusableInput("bench fusion: --duckdb %s: %s".formatted(jar, e));
    }
  }

  private static void write(ClaimTable table, Path file) throws IOException {
    try (BufferedWriter lines = Files.newBufferedWriter(file)) {
      for (int row = 0; row < table.size(); row++) {
        ClaimTable.Where where = table.where(row);
        // Metres on a plane at 48.5 degrees: good enough for candidates.
        long x = Math.round(where.lonE7() * 73_900e-7);
        long y = Math.round(where.latE7() * 111_200e-7);
        lines.write(row + "," + x + "," + y + "," + table.middle(row) + "\n");
      }
    }
  }

  private static String measured(Driver driver, Path rows) throws SQLException {
    try (Connection connection = driver.connect("jdbc:duckdb:", new Properties());
        Statement statement = connection.createStatement()) {
      long cpu = Measured.processorNanos();
      long wall = System.nanoTime();
      statement.execute(
          "create table r as select * from read_csv('%s', header = false, columns = {'i': 'INTEGER',"
                  .formatted(rows)
              + " 'x': 'BIGINT', 'y': 'BIGINT', 't': 'BIGINT'})");
      long read = rows(statement);
      try (ResultSet found = statement.executeQuery(JOIN)) {
        found.next();
        return String.format(
            Locale.ROOT,
            "DuckDB reads %,d rows and joins them on a grid: %,d candidates, no incidents: %.2f CPU"
                + " seconds, %.2f s; whole process %.2f CPU seconds, %.2f s",
            read,
            found.getLong(1),
            (Measured.processorNanos() - cpu) / 1e9,
            (System.nanoTime() - wall) / 1e9,
            Measured.processorNanos() / 1e9,
            Measured.livedSeconds());
      }
    }
  }

  private static long rows(Statement statement) throws SQLException {
    try (ResultSet counted = statement.executeQuery("select count(*) from r")) {
      counted.next();
      return counted.getLong(1);
    }
  }
}
