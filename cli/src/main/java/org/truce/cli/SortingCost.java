package org.truce.cli;

import java.io.IOException;
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

  private final ExerciseTable rows;
  private final long madeCpu;
  private final long madeNanos;

  private SortingCost(long reports, long seed) {
    long cpu = Measured.processorNanos();
    long nanos = System.nanoTime();
    rows = ExerciseTable.of(Setting.TEST, seed, reports, 1_000_000);
    madeCpu = Measured.processorNanos() - cpu;
    madeNanos = System.nanoTime() - nanos;
  }

  /** Makes rows and sorts them in this process, which has done nothing else yet. */
  static WholeProcess once(long reports, long seed) {
    return new SortingCost(reports, seed).once();
  }

  /** Makes rows, sorts them in this process, which has done nothing else yet, and returns lines. */
  static String inThisProcess(long reports, long seed) {
    SortingCost cost = new SortingCost(reports, seed);
    WholeProcess whole = cost.once();
    cost.sorted();
    Measured warm = Measured.of(Stream.generate(cost::sorted).limit(RUNS).toList());
    return String.format(
        Locale.ROOT,
        "whole process, on all processors: %.2f CPU seconds, %.2f s%nsorting %,d rows on one: %.2f"
            + " CPU seconds (%.2f to %.2f), median of %d after a warm-up; %.2f a million",
        whole.cpu(),
        whole.wall(),
        cost.rows.table().size(),
        warm.median(),
        warm.least(),
        warm.most(),
        RUNS,
        warm.median() * 1e6 / cost.rows.table().size());
  }

  private WholeProcess once() {
    int[] happening =
        Linkage.sort(rows.table(), model(), Decided.NOTHING, Workers.ON_ALL_PROCESSORS).happening();
    WholeProcess whole = WholeProcess.soFar(0, madeCpu, madeNanos);
    return new WholeProcess(happenings(happening), whole.cpu(), whole.wall());
  }

  private static long happenings(int[] happening) {
    long count = 0;
    for (int row = 0; row < happening.length; row++) {
      count += happening[row] == row ? 1 : 0;
    }
    return count;
  }

  private double sorted() {
    double start = cpuSeconds();
    Linkage.sorted(rows.table(), model(), Decided.NOTHING);
    return cpuSeconds() - start;
  }

  private LinkModel model() {
    return new LinkModel(LinkWeightsText.delivered(), Background.of(rows.table()), rows.actors());
  }

  static double cpuSeconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  /** Has rows made and sorted by a process of its own; what it took is without making them. */
  static WholeProcess inOwnProcess(long reports, long seed) throws IOException {
    return WholeProcess.said(
        FreshProcess.said(
            "bench", "fusion", "--only-once", "--reports", "" + reports, "--seeds", "" + seed));
  }

  /**
   * Has {@code truce fuse} sort the same rows from a file and write what belongs together, and
   * returns how long that takes whoever calls it.
   */
  static String fromFile(long reports, long seed) throws IOException {
    try (ScratchFolder scratch = ScratchFolder.of("truce-fuse")) {
      String rows = scratch.path().resolve("rows.csv").toString();
      String truth = scratch.path().resolve("truth.csv").toString();
      String out = scratch.path().resolve("incidents.csv").toString();
      FreshProcess.said(
          "simulate",
          "--reports",
          "" + reports,
          "--seed",
          "" + seed,
          "--out",
          rows,
          "--truth",
          truth);
      List<Double> runs = new ArrayList<>();
      for (int run = 0; run < RUNS; run++) {
        long start = System.nanoTime();
        FreshProcess.said("fuse", rows, "--out", out);
        runs.add((System.nanoTime() - start) / 1e9);
      }
      Measured whole = Measured.of(runs);
      return String.format(
          Locale.ROOT,
          "truce fuse, %,d MB of CSV read and incidents written: %.2f s (%.2f to %.2f), median"
              + " of %d processes",
          Files.size(Path.of(rows)) / 1_000_000,
          whole.median(),
          whole.least(),
          whole.most(),
          RUNS);
    }
  }
}
