package org.truce.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.truce.exercise.Exercise;
import org.truce.exercise.ExerciseTable;
import org.truce.exercise.HandSet;
import org.truce.exercise.MadeUpReport;
import org.truce.exercise.PartyDays;
import org.truce.exercise.Scores;
import org.truce.exercise.Setting;
import org.truce.incident.linkage.Background;
import org.truce.incident.linkage.Baselines;
import org.truce.incident.linkage.ClaimTable;
import org.truce.incident.linkage.Decided;
import org.truce.incident.linkage.LinkModel;
import org.truce.incident.linkage.LinkWeights;
import org.truce.incident.linkage.LinkWeightsText;
import org.truce.incident.linkage.Linkage;
import org.truce.incident.linkage.LiveLinkage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code truce bench fusion}: quality and cost of fusing, beside simpler rules on the same rows.
 */
@Command(name = "fusion", description = "Fuse made-up reports and compare with simpler rules.")
final class BenchFusionCommand implements Callable<Integer> {
  @Option(names = "--reports", paramLabel = "N", description = "rows (default 1,000,000)")
  private long reports = 1_000_000;

  @Option(
      names = "--inserts",
      paramLabel = "N",
      description = "inserts timed one by one (default 20,000)")
  private int inserts = 20_000;

  @Option(
      names = "--seeds",
      split = ",",
      paramLabel = "N",
      description = "exercises of the setting test; cost is measured on the first (default 101)")
  private List<Long> seeds = List.of(101L);

  @Option(
      names = "--duckdb",
      paramLabel = "JAR",
      description = "DuckDB's JDBC driver, to find candidates by a grid join on the same rows")
  private @Nullable Path duckdb;

  @Option(
      names = "--only-sorting",
      description = "measure only what sorting costs, for rows of the first seed")
  private boolean onlySorting;

  @Option(
      names = "--only-once",
      hidden = true,
      description = "sort rows of the first seed once, in this process that has done nothing else")
  private boolean onlyOnce;

  @Option(
      names = "--only-grid-join",
      paramLabel = "ROWS",
      hidden = true,
      description = "run DuckDB's join alone, on rows that this bench wrote")
  private @Nullable Path gridRows;

  @Option(names = "--metres", hidden = true, description = "how far apart candidates are at most")
  private int metres = GridJoin.NARROW.metres();

  @Option(names = "--check", description = "exit code 1 when a goal is missed")
  private boolean check;

  /** Reports of a day at a million a year. */
  private static final long A_DAY = 1_000_000 / 365;

  @Spec private CommandSpec spec = CommandSpec.create();
  private boolean met = true;
  private Measured cpu = new Measured(0, 0, 0);

  @Override
  public Integer call() throws IOException {
    if (reports < 1_000 || reports > 20_000_000 || inserts < 0) {
      throw new UnusableInput("bench fusion: --reports lies in 1,000 … 20,000,000");
    }
    if (gridRows != null && duckdb != null) {
      GridJoin join = new GridJoin(metres, GridJoin.NARROW.hours());
      print("%s", join.inThisProcess(duckdb, gridRows).line());
      return 0;
    }
    if (onlyOnce) {
      print("%s", SortingCost.once(reports, seeds.getFirst()).line());
      return 0;
    }
    print("%s", Measured.machine());
    if (onlySorting) {
      print("%s", SortingCost.inThisProcess(reports, seeds.getFirst()));
      return 0;
    }
    for (int i = 0; i < seeds.size(); i++) {
      ExerciseTable test = ExerciseTable.of(Setting.TEST, seeds.get(i), reports, 1_000_000);
      print(
          "%,d made-up reports, setting \"test\", seed %d, at 1,000,000 a year",
          test.table().size(), seeds.get(i));
      rules(test);
      int[] found = learned(test);
      published(test, found);
      calibration(test);
      if (i == 0) {
        cost(test);
      }
    }
    return check && !met ? 1 : 0;
  }

  private void cost(ExerciseTable test) throws IOException {
    print(
        "  %.2f CPU seconds of one thread in process (%.2f to %.2f), median of %d after a warm-up",
        cpu.median(), cpu.least(), cpu.most(), SortingCost.RUNS);
    wholeProcesses(test);
    print("  %s", SortingCost.fromFile(reports, seeds.getFirst()));
    meltt();
    if (inserts > 0) {
      live(test);
    }
  }

  private void wholeProcesses(ExerciseTable test) throws IOException {
    Map<String, List<WholeProcess>> processes =
        ColdProcesses.inTurn(test, reports, seeds.getFirst(), duckdb);
    processes.forEach(
        (name, runs) ->
            print(
                "  whole process, %s: %,d found, %s, median of %d",
                name, runs.getFirst().found(), WholeProcess.medians(runs), runs.size()));
    List<Double> walls =
        processes.values().stream().map(runs -> WholeProcess.wall(runs).median()).toList();
    if (walls.size() > 1) {
      goal("whole process below DuckDB's", walls.get(0) < walls.get(1));
    } else {
      print("LEFT OUT: DuckDB: name its JDBC driver by --duckdb (org.duckdb:duckdb_jdbc)");
    }
  }

  private void meltt() throws IOException {
    Optional<String> version = Meltt.version();
    if (version.isEmpty()) {
      print("LEFT OUT: MELTT: R and its package meltt are not both installed");
      return;
    }
    long seed = seeds.getFirst();
    ExerciseTable day = ExerciseTable.of(Setting.TEST, seed, A_DAY, 1_000_000);
    print("the first of them, %,d reports, and MELTT %s", day.table().size(), version.get());
    try (ScratchFolder scratch = ScratchFolder.of("truce-meltt")) {
      List<MadeUpReport> reports = new ArrayList<>();
      Exercise.make(Setting.TEST, seed, A_DAY, 1_000_000, reports::add);
      Meltt meltt = new Meltt(reports, scratch.path());
      for (int kilometres : List.of(1, 2, 3, 4)) {
        long start = System.nanoTime();
        int[] found = meltt.found(kilometres, 1);
        double seconds = (System.nanoTime() - start) / 1e9;
        quality("MELTT within %d km and a day, %.1f s".formatted(kilometres, seconds), day, found);
      }
    }
    quality(
        "Truce, learned weights", day, Linkage.sorted(day.table(), model(day), Decided.NOTHING));
  }

  private void rules(ExerciseTable test) {
    Background background = Background.of(test.table());
    LinkModel hand = new LinkModel(HandSet.WEIGHTS, background, test.actors());
    LinkModel learned = new LinkModel(LinkWeightsText.delivered(), background, test.actors());
    double components =
        quality(
            "connected components, weights by hand",
            test,
            Baselines.components(test.table(), hand));
    quality(
        "connected components, learned weights", test, Baselines.components(test.table(), learned));
    quality("one a place and day", test, Baselines.placeDay(test.table(), true));
    quality("one an author, kind and day", test, Baselines.placeDay(test.table(), false));
    double byHand =
        quality(
            "average link, weights by hand",
            test,
            Linkage.sorted(test.table(), hand, Decided.NOTHING));
    print(
        "the suite is %s: components by hand %.3f (at most 0.50), average link by hand %.3f (0.87"
            + " to 0.91)",
        components <= 0.5 && byHand >= 0.87 && byHand <= 0.91 ? "valid" : "NOT VALID",
        components,
        byHand);
  }

  private double quality(String name, ExerciseTable test, int[] found) {
    Scores scores = Scores.of(found, test.truth());
    print(
        "  %-40s pair P %.3f R %.3f F1 %.3f  B3-F %.3f",
        name, scores.precision(), scores.recall(), scores.pairF1(), scores.bcubedF());
    return scores.pairF1();
  }

  private int[] learned(ExerciseTable test) {
    int[] found = new int[0];
    List<Double> runs = new ArrayList<>();
    for (int run = 0; run <= SortingCost.RUNS; run++) {
      double start = SortingCost.cpuSeconds();
      found = Linkage.sorted(test.table(), model(test), Decided.NOTHING);
      runs.add(SortingCost.cpuSeconds() - start);
    }
    cpu = Measured.of(runs.subList(1, runs.size()));
    Scores scores = Scores.of(found, test.truth());
    quality("Truce, learned weights", test, found);
    goal("pair F1 at least 0.92", scores.pairF1() >= 0.92);
    goal("B3-F at least 0.95", scores.bcubedF() >= 0.95);
    return found;
  }

  /** The range is learned from the settings for learning and for choosing, on other seeds. */
  private PartyDays.Range range() {
    long rows = Math.min(reports, 300_000);
    List<PartyDays.Range.Known> known = new ArrayList<>();
    for (Setting setting : List.of(Setting.TRAINING, Setting.VALIDATION)) {
      ExerciseTable exercise = ExerciseTable.of(setting, 3, rows, 1_000_000);
      known.add(
          new PartyDays.Range.Known(
              counted(exercise), PartyDays.counts(exercise.table(), exercise.truth())));
    }
    return PartyDays.Range.learned(known);
  }

  private static PartyDays.Counted counted(ExerciseTable exercise) {
    return PartyDays.Counted.of(exercise.table(), exercise.actors(), LinkWeightsText.delivered());
  }

  private void published(ExerciseTable test, int[] found) {
    PartyDays.Range range = range();
    PartyDays.Counted counted = counted(test);
    SortedMap<Long, Integer> truth = PartyDays.counts(test.table(), test.truth());
    double error = 0;
    double width = 0;
    int held = 0;
    for (var day : truth.entrySet()) {
      long key = day.getKey();
      error += Math.abs(range.estimate(counted, key) - day.getValue()) / day.getValue();
      width += range.half(counted, key) / day.getValue();
      held += range.holds(counted, key, day.getValue()) ? 1 : 0;
    }
    double mean = 100 * error / truth.size();
    double share = 100.0 * held / truth.size();
    long happenings = Arrays.stream(test.truth()).distinct().count();
    double joined =
        10_000.0 * PartyDays.joinedBreaches(test.table(), found, test.truth()) / happenings;
    print("  incidents per party-day (%d): estimate off by %.1f %% on average", truth.size(), mean);
    print(
        "  the stated range (± %.1f %% on average) holds the truth on %.1f %% of them",
        100 * width / truth.size(), share);
    print("  breaches alleged against different parties joined: %.1f per 10,000", joined);
    goal("counts within 3 %", mean <= 3);
    goal("ranges hold on at least 93 %", share >= 93);
    goal("at most 5 joined per 10,000", joined <= 5);
  }

  private static LinkModel model(ExerciseTable exercise) {
    return new LinkModel(
        LinkWeightsText.delivered(), Background.of(exercise.table()), exercise.actors());
  }

  private void calibration(ExerciseTable test) {
    LinkWeights delivered = LinkWeightsText.delivered();
    LinkWeights open =
        new LinkWeights(
            delivered.version(),
            delivered.provenance(),
            delivered.differentSources(),
            delivered.sameSource(),
            delivered.calibration(),
            new LinkWeights.Limits(0, -60_000, 60_000, 0));
    LinkModel model = new LinkModel(open, Background.of(test.table()), test.actors());
    double error = Baselines.calibrationError(test.table(), model, test.truth());
    print("  expected calibration error of pairs at 0.05 or more: %.3f", error);
    goal("calibration error at most 0.05", error <= 0.05);
  }

  private void live(ExerciseTable test) {
    ClaimTable table = test.table();
    LiveLinkage live = new LiveLinkage(model(test));
    int last = Math.max(0, table.size() - inserts);
    for (int row = 0; row < last; row++) {
      live.insert(table, row);
    }
    long[] nanos = new long[table.size() - last];
    for (int row = last; row < table.size(); row++) {
      long start = System.nanoTime();
      live.insert(table, row);
      nanos[row - last] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    print(
        "  one insert with %,d there: p50 %.0f µs, p99 %.2f ms",
        last, nanos[nanos.length / 2] / 1e3, nanos[(int) (nanos.length * 0.99)] / 1e6);
    int[] batch = Linkage.sorted(table, model(test), Decided.NOTHING);
    long differing = 0;
    for (int row = 0; row < batch.length; row++) {
      differing += live.happening(table.order(row)) == table.order(batch[row]) ? 0 : 1;
    }
    print("  assignments that differ between one by one and all at once: %d", differing);
    goal("no assignment differs", differing == 0);
  }

  private void goal(String name, boolean reached) {
    met &= reached;
    if (check) {
      print("  goal %s: %s", name, reached ? "met" : "MISSED");
    }
  }

  private void print(String format, Object... values) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, format + "%n", values);
    out.flush();
  }
}
