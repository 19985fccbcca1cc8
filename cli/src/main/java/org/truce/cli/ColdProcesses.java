package org.truce.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.truce.exercise.ExerciseTable;

/**
 * Processes that start for one thing, Truce's and DuckDB's in turn: a machine that is slower for a
 * while is so for both.
 */
final class ColdProcesses {
  @FunctionalInterface
  private interface Run {
    WholeProcess run() throws IOException;
  }

  private ColdProcesses() {}

  /**
   * Returns runs by what was run, Truce first.
   *
   * @param duckdb its driver; without it Truce is run alone
   */
  static Map<String, List<WholeProcess>> inTurn(
      ExerciseTable exercise, long reports, long seed, @Nullable Path duckdb) throws IOException {
    Path rows = Files.createTempFile("truce-grid", ".csv");
    try {
      GridJoin.write(exercise.table(), rows);
      Map<String, Run> all = new LinkedHashMap<>();
      all.put("Truce, incidents", () -> SortingCost.inOwnProcess(reports, seed));
      if (duckdb != null) {
        for (GridJoin join : List.of(GridJoin.NARROW, GridJoin.WIDE)) {
          all.put(name(join, exercise), () -> join.inOwnProcess(duckdb, rows));
        }
      }
      return inTurn(all);
    } finally {
      Files.delete(rows);
    }
  }

  private static Map<String, List<WholeProcess>> inTurn(Map<String, Run> all) throws IOException {
    Map<String, List<WholeProcess>> runs = new LinkedHashMap<>();
    for (int run = 0; run < SortingCost.RUNS; run++) {
      for (Map.Entry<String, Run> one : all.entrySet()) {
        runs.computeIfAbsent(one.getKey(), added -> new ArrayList<>()).add(one.getValue().run());
      }
    }
    return runs;
  }

  private static String name(GridJoin join, ExerciseTable exercise) {
    return String.format(
        Locale.ROOT,
        "DuckDB, candidates within %d km and %d h, %.1f %% of what belongs together",
        join.metres() / 1_000,
        join.hours(),
        100 * join.recall(exercise));
  }
}
