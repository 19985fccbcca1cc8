package org.truce.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code truce bench assess}: how long judging files of reports takes, in one process. */
@Command(name = "assess", description = "Judge files of reports against an agreement.")
final class BenchAssessCommand implements Callable<Integer> {
  private static final int RUNS = 5;

  @Parameters(index = "0", paramLabel = "AGREEMENT", description = "agreement.yaml")
  private Path agreement = Path.of("");

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "REPORTS", description = "files")
  private List<Path> reports = new ArrayList<>();

  @Option(
      names = "--check",
      paramLabel = "SECONDS",
      description = "exit code 1 when the median of five runs is slower than this")
  private double goalSeconds;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    List<Double> seconds = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      seconds.add(secondsOfOneRun());
    }
    Measured measured = Measured.of(seconds);
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "assess --format json, %s: median %.2f s of %d runs in one process (%.2f to %.2f)%n",
        String.join(" ", reports.stream().map(Path::toString).toList()),
        measured.median(),
        RUNS,
        measured.least(),
        measured.most());
    out.println(Measured.machine());
    if (goalSeconds == 0) {
      return 0;
    }
    boolean met = measured.median() <= goalSeconds;
    out.printf(Locale.ROOT, "goal %.2f s: %s%n", goalSeconds, met ? "met" : "missed");
    return met ? 0 : 1;
  }

  private double secondsOfOneRun() {
    List<String> arguments = new ArrayList<>(List.of("assess", agreement.toString()));
    reports.forEach(file -> arguments.add(file.toString()));
    arguments.addAll(List.of("--format", "json"));
    StringWriter json = new StringWriter();
    PrintWriter err = spec.commandLine().getErr();
    long start = System.nanoTime();
    int code = Truce.run(new PrintWriter(json), err, arguments.toArray(String[]::new));
    long nanos = System.nanoTime() - start;
    if (code != 0) {
      throw new UnusableInput("bench: the command to measure ended with code " + code);
    }
    return nanos / 1e9;
  }
}
