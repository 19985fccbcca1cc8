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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.truce.exercise.ExerciseTable;
import org.truce.incident.linkage.ClaimTable;

/**
 * What a capable user would do with a database: DuckDB joins the rows with themselves on a grid and
 * keeps the pairs that are near. Those are candidates; it neither weighs nor sorts them. The driver
 * is not delivered with the program.
 *
 * @param metres how far apart candidates are at most
 * @param hours how much later one is than the other at most
 */
record GridJoin(int metres, int hours) {
  /** The usual one; it misses more than a quarter of what belongs together at any precision. */
  static final GridJoin NARROW = new GridJoin(2_000, 6);

  /** Finds about as many pairs that belong together as Truce puts together in the end. */
  static final GridJoin WIDE = new GridJoin(8_000, 6);

  /**
   * Has a process of its own read the rows and join them, as somebody would who is not one of us.
   *
   * @param rows as {@link #write} wrote them
   */
  WholeProcess inOwnProcess(Path jar, Path rows) throws IOException {
    return WholeProcess.said(
        FreshProcess.said(
            "bench",
            "fusion",
            "--duckdb",
            jar.toString(),
            "--only-grid-join",
            rows.toString(),
            "--metres",
            "" + metres));
  }

  /** Joins in this process, which has done nothing else. */
  WholeProcess inThisProcess(Path jar, Path rows) {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
      Driver driver =
          loader
              .loadClass("org.duckdb.DuckDBDriver")
              .asSubclass(Driver.class)
              .getDeclaredConstructor()
              .newInstance();
      return WholeProcess.soFar(found(driver, rows), 0, 0);
    } catch (IOException | ReflectiveOperationException | SQLException e) {
      throw new UnusableInput("bench fusion: --duckdb %s: %s".formatted(jar, e));
    }
  }

  private long found(Driver driver, Path rows) throws SQLException {
    try (Connection connection = driver.connect("jdbc:duckdb:", new Properties());
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table r as select * from read_csv('%s', header = false, columns = {'i': 'INTEGER',"
                  .formatted(rows)
              + " 'x': 'BIGINT', 'y': 'BIGINT', 't': 'BIGINT'})");
      statement.execute(
          """
          create table candidates as
          with o as (
            select dx, dy, dt from range(-1, 2) a(dx), range(-1, 2) b(dy), range(-1, 2) c(dt)
          ), s as (
            select i, x, y, t, x // %1$d + dx as cx, y // %1$d + dy as cy, t // %2$d + dt as ct
            from r, o
          ), e as (select i, x, y, t, x // %1$d as cx, y // %1$d as cy, t // %2$d as ct from r)
          select s.i as one, e.i as other from s join e using (cx, cy, ct)
          where s.i < e.i and abs(s.t - e.t) <= %2$d
          and (s.x - e.x) * (s.x - e.x) + (s.y - e.y) * (s.y - e.y) <= %1$d * %1$d
          """
              .formatted(metres, seconds()));
      try (ResultSet counted = statement.executeQuery("select count(*) from candidates")) {
        counted.next();
        return counted.getLong(1);
      }
    }
  }

  private int seconds() {
    return hours * 3_600;
  }

  /** Writes what the join needs of each row. */
  static void write(ClaimTable table, Path file) throws IOException {
    try (BufferedWriter lines = Files.newBufferedWriter(file)) {
      for (int row = 0; row < table.size(); row++) {
        lines.write(row + "," + x(table, row) + "," + y(table, row) + "," + table.middle(row));
        lines.newLine();
      }
    }
  }

  /** Metres on a plane at 48.5 degrees: good enough for candidates. */
  private static long x(ClaimTable table, int row) {
    return Math.round(table.where(row).lonE7() * 73_900e-7);
  }

  private static long y(ClaimTable table, int row) {
    return Math.round(table.where(row).latE7() * 111_200e-7);
  }

  /** Returns the share of the pairs that belong together which are near enough to be found. */
  double recall(ExerciseTable exercise) {
    int[] truth = exercise.truth();
    Map<Integer, List<Integer>> happenings = new HashMap<>();
    for (int row = 0; row < truth.length; row++) {
      happenings.computeIfAbsent(truth[row], added -> new ArrayList<>()).add(row);
    }
    long near = 0;
    long all = 0;
    for (List<Integer> rows : happenings.values()) {
      for (int i = 0; i < rows.size(); i++) {
        for (int j = 0; j < i; j++) {
          near += isNear(exercise.table(), rows.get(i), rows.get(j)) ? 1 : 0;
          all++;
        }
      }
    }
    return near / (double) Math.max(1, all);
  }

  private boolean isNear(ClaimTable table, int one, int other) {
    long east = x(table, one) - x(table, other);
    long north = y(table, one) - y(table, other);
    boolean isClose = east * east + north * north <= (long) metres * metres;
    return isClose && Math.abs(table.middle(one) - table.middle(other)) <= seconds();
  }
}
