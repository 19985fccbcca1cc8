package org.truce.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.truce.exercise.ExerciseTable;
import org.truce.exercise.Setting;
import org.truce.incident.linkage.Background;
import org.truce.incident.linkage.Decided;
import org.truce.incident.linkage.LinkModel;
import org.truce.incident.linkage.LinkWeightsText;
import org.truce.incident.linkage.Linkage;
import org.truce.incident.linkage.Workers;

/**
 * What sorting a table of claims costs a process that starts for it, and one that is warm, without
 * making the rows; and what {@code truce fuse} takes for them from file to file.
 */
final class SortingCost {
  /** Runs of a warm process. */
  static final int RUNS = 5;

  private static final String WHOLE = "whole process";
  private static final List<String> SERIAL = List.of("-XX:+UseSerialGC");

  private final ExerciseTable rows;

  private SortingCost(ExerciseTable rows) {
    this.rows = rows;
  }

  /** Makes rows, sorts them in this process, which has done nothing else yet, and returns lines. */
  static String inThisProcess(long reports, long seed) {
    long madeFrom = System.nanoTime();
    long madeCpu = Measured.processorNanos();
    SortingCost cost = new SortingCost(ExerciseTable.of(Setting.TEST, seed, reports, 1_000_000));
    madeCpu = Measured.processorNanos() - madeCpu;
    long made = System.nanoTime() - madeFrom;
    cost.sortSideBySide();
    double lived = Measured.livedSeconds();
    double cpu = (Measured.processorNanos() - madeCpu) / 1e9;
    cost.sorted();
    Measured warm = Measured.of(Stream.generate(cost::sorted).limit(RUNS).toList());
    return String.format(
        Locale.ROOT,
        "%s, on all processors: %.2f CPU seconds, %.2f s%nsorting %,d rows on one: %.2f CPU seconds"
            + " (%.2f to %.2f), median of %d after a warm-up; %.2f a million",
        WHOLE,
        cpu,
        lived - made / 1e9,
        cost.rows.table().size(),
        warm.median(),
        warm.least(),
        warm.most(),
        RUNS,
        warm.median() * 1e6 / cost.rows.table().size());
  }

  private double sorted() {
    double start = cpuSeconds();
    Linkage.sorted(rows.table(), model(), Decided.NOTHING);
    return cpuSeconds() - start;
  }

  private void sortSideBySide() {
    Linkage.sort(rows.table(), model(), Decided.NOTHING, Workers.ON_ALL_PROCESSORS);
  }

  private LinkModel model() {
    return new LinkModel(LinkWeightsText.delivered(), Background.of(rows.table()), rows.actors());
  }

  static double cpuSeconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  /** Has the same sorted by a process of its own and returns what that says of the whole of it. */
  static String inOwnProcess(long reports, long seed) {
    try {
      String said =
          FreshProcess.said(
              SERIAL,
              "bench",
              "fusion",
              "--only-sorting",
              "--reports",
              "" + reports,
              "--seeds",
              "" + seed);
      return said.lines().filter(line -> line.startsWith(WHOLE)).findFirst().orElse(said);
    } catch (IOException e) {
      throw new UncheckedIOException("rows cannot be sorted in a process of its own", e);
    }
  }

  /**
   * Has {@code truce fuse} sort the same rows from a file and write what belongs together, and
   * returns how long that takes whoever calls it.
   */
  static String fromFile(long reports, long seed) {
    try {
      Path folder = Files.createTempDirectory("truce-fuse");
      Path rows = folder.resolve("rows.csv");
      Path truth = folder.resolve("truth.csv");
      Path out = folder.resolve("incidents.csv");
      try {
        FreshProcess.said(
            SERIAL,
            "simulate",
            "--reports",
            "" + reports,
            "--seed",
            "" + seed,
            "--out",
            rows.toString(),
            "--truth",
            truth.toString());
        List<Double> runs = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
          long start = System.nanoTime();
          FreshProcess.said(SERIAL, "fuse", rows.toString(), "--out", out.toString());
          runs.add((System.nanoTime() - start) / 1e9);
        }
        Measured whole = Measured.of(runs);
        return String.format(
            Locale.ROOT,
            "truce fuse, %,d MB of CSV read and incidents written: %.2f s (%.2f to %.2f), median"
                + " of %d processes",
            Files.size(rows) / 1_000_000,
            whole.median(),
            whole.least(),
            whole.most(),
            RUNS);
      } finally {
        for (Path file : List.of(rows, truth, out, folder)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("rows cannot be written to a file or sorted from it", e);
    }
  }
}
