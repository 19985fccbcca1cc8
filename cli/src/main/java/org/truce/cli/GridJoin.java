package org.truce.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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

  /** Runs the join and returns one line with what it found and what it cost. */
  static String measured(Path jar, ClaimTable table) {
    try {
      Path rows = Files.createTempFile("truce-grid", ".csv");
      try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
        write(table, rows);
        Driver driver =
            loader
                .loadClass("org.duckdb.DuckDBDriver")
                .asSubclass(Driver.class)
                .getDeclaredConstructor()
                .newInstance();
        return measured(driver, rows);
      } finally {
        Files.delete(rows);
      }
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
    var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    try (Connection connection = driver.connect("jdbc:duckdb:", new Properties());
        Statement statement = connection.createStatement()) {
      long cpu = process.getProcessCpuTime();
      long wall = System.nanoTime();
      statement.execute(
          "create table r as select * from read_csv('%s', header = false, columns = {'i': 'INTEGER',"
                  .formatted(rows)
              + " 'x': 'BIGINT', 'y': 'BIGINT', 't': 'BIGINT'})");
      try (ResultSet found = statement.executeQuery(JOIN)) {
        found.next();
        return String.format(
            Locale.ROOT,
            "DuckDB grid join: %,d candidates, no incidents: %.2f CPU seconds of the process, %.2f"
                + " s",
            found.getLong(1),
            (process.getProcessCpuTime() - cpu) / 1e9,
            (System.nanoTime() - wall) / 1e9);
      }
    }
  }
}
