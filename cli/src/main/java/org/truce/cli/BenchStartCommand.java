package org.truce.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.truce.mechanism.Mechanism;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code truce bench start}: from the call of a process until it takes in and projects. */
@Command(
    name = "start",
    description =
        "Open a data folder in fresh processes and say how long that takes, process included."
            + " --check: exit code 1 when the goal is missed.")
final class BenchStartCommand implements Callable<Integer> {
  private static final int RUNS = 3;
  private static final double LONGEST_SECONDS = 5;

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "data folder")
  private Path data = Path.of("");

  @Option(
      names = "--here",
      description = "open it in this process; print seconds and entries alone")
  private boolean here;

  @Option(names = "--check", description = "exit code 1 when the goal is missed")
  private boolean check;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(data)) {
      throw new UnusableInput("bench start: there is no data folder %s".formatted(data));
    }
    if (here) {
      open();
      return 0;
    }
    boolean met = inFreshProcesses(data, spec);
    return check && !met ? 1 : 0;
  }

  private void open() {
    try (Mechanism mechanism = Mechanism.open(data, Clock.systemUTC())) {
      long began = ManagementFactory.getRuntimeMXBean().getStartTime();
      double seconds = (System.currentTimeMillis() - began) / 1e3;
      spec.commandLine()
          .getOut()
          .printf(Locale.ROOT, "%.3f %d%n", seconds, mechanism.progress().entries());
    }
  }

  /**
   * Measures in processes of their own, one after the other, with the options of this one.
   *
   * @return whether the goal was met
   */
  static boolean inFreshProcesses(Path data, CommandSpec spec) throws IOException {
    List<Double> runs = new ArrayList<>();
    long entries = 0;
    for (int run = 0; run < RUNS; run++) {
      String[] said = inFreshProcess(data).split(" ", -1);
      runs.add(Double.valueOf(said[0]));
      entries = Long.parseLong(said[1]);
    }
    Measured seconds = Measured.of(runs);
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "start at %,d entries in a fresh process: %.1f s (%.1f to %.1f), median of %d (goal"
                + " %.0f)%n",
            entries,
            seconds.median(),
            seconds.least(),
            seconds.most(),
            RUNS,
            LONGEST_SECONDS);
    return seconds.median() <= LONGEST_SECONDS;
  }

  private static String inFreshProcess(Path data) throws IOException {
    String said = FreshProcess.said("bench", "start", "--here", "--data", data.toString());
    if (!said.matches("[0-9.]+ [0-9]+\\s*")) {
      throw new IOException("a process could not open %s: %s".formatted(data, said));
    }
    return said.strip();
  }
}
