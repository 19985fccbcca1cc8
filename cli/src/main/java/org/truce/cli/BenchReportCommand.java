package org.truce.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code truce bench report}: a report.html of an exercise of any size, to be opened and measured.
 */
@Command(
    name = "report",
    description =
        "Make up an exercise and write its report.html. How it opens and answers is measured by"
            + " node cli/src/test/browser/large.mjs CHROMIUM REPORT.html.")
final class BenchReportCommand implements Callable<Integer> {
  private static final String AGREEMENT = "exercise-agreement.yaml";

  @Option(
      names = "--reports",
      paramLabel = "N",
      description = "how many, about; 47000 make 20,000 incidents, the goal's")
  private long reports = 47_000;

  @Option(names = "--seed", paramLabel = "N", description = "decides all chance")
  private long seed = 7;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "where to write")
  private @Nullable Path out;

  @Option(
      names = "--check",
      paramLabel = "BYTES",
      description = "exit code 1 when the page has more bytes than this for each report")
  private int goalBytes;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Path folder = Objects.requireNonNull(out);
    Path rows = folder.resolve("exercise.csv");
    try {
      Files.createDirectories(folder);
      agreement(folder.resolve(AGREEMENT));
      made(rows, folder);
      long start = System.nanoTime();
      run("assess", folder.resolve(AGREEMENT), rows, "--out", folder);
      double seconds = (System.nanoTime() - start) / 1e9;
      return printed(Files.size(folder.resolve("report.html")), seconds);
    } catch (IOException e) {
      throw new UnusableInput("cannot write to %s: %s".formatted(folder, Reason.of(e)));
    }
  }

  /** So dense that half a year fills the page of the goal. */
  private void made(Path rows, Path folder) {
    Path truth = folder.resolve("truth.csv");
    run(
        "simulate",
        "--seed",
        seed,
        "--reports",
        reports,
        "--per-year",
        150_000,
        "--out",
        rows,
        "--truth",
        truth);
  }

  private static void agreement(Path file) throws IOException {
    try (InputStream bytes =
        Objects.requireNonNull(BenchReportCommand.class.getResourceAsStream(AGREEMENT))) {
      Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private int printed(long bytes, double seconds) {
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.printf(
        Locale.ROOT,
        "report.html of an exercise of about %,d reports: %,d bytes, read, judged and written in"
            + " %.1f s%n",
        reports,
        bytes,
        seconds);
    terminal.println(Measured.machine());
    boolean missed = goalBytes > 0 && bytes > goalBytes * reports;
    if (goalBytes > 0) {
      terminal.printf(
          Locale.ROOT, "goal %d bytes a report: %s%n", goalBytes, missed ? "missed" : "met");
    }
    return missed ? 1 : 0;
  }

  private void run(Object... arguments) {
    String[] texts = List.of(arguments).stream().map(String::valueOf).toArray(String[]::new);
    int code = Truce.run(new PrintWriter(new StringWriter()), spec.commandLine().getErr(), texts);
    if (code != 0) {
      throw new UnusableInput("bench: truce %s ended with code %d".formatted(texts[0], code));
    }
  }
}
