package org.truce.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.truce.exercise.Exercise;
import org.truce.exercise.Lesson;
import org.truce.exercise.MadeUpReport;
import org.truce.exercise.Setting;
import org.truce.incident.linkage.LinkWeightsText;
import org.truce.sources.flat.FlatRows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code truce simulate}: made-up reports for exercises, stamped as such. */
@Command(
    name = "simulate",
    description = "Make up reports along a front for exercises and measurements; always stamped.")
final class SimulateCommand implements Callable<Integer> {
  @Option(names = "--seed", required = true, paramLabel = "N", description = "decides all chance")
  private long seed;

  @Option(names = "--reports", required = true, paramLabel = "N", description = "how many, about")
  private long reports;

  @Option(names = "--per-year", paramLabel = "N", description = "density (default 1,000,000)")
  private long perYear = 1_000_000;

  @Option(
      names = "--setting",
      paramLabel = "NAME",
      description = "training, validation or test (default)")
  private String setting = "test";

  @Option(names = "--out", paramLabel = "FILE", description = "reports, flat CSV")
  private @Nullable Path out;

  @Option(names = "--truth", paramLabel = "FILE", description = "which report is about what")
  private @Nullable Path truth;

  @Option(
      names = "--learn",
      paramLabel = "FILE",
      description = "learn weights from the reports and write them; needs setting training")
  private @Nullable Path learn;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (reports < 1 || reports > 100_000_000 || perYear < 1_000 || perYear > 1_000_000_000) {
      throw new UnusableInput(
          "simulate: --reports lies in 1 … 100,000,000, --per-year in 1,000 … 1,000,000,000");
    }
    try {
      if (learn != null) {
        Files.writeString(learn, LinkWeightsText.write(Lesson.learned(chosen(), seed, reports)));
      }
      if (out != null && truth != null) {
        write(out, truth);
      } else if (out != null || truth != null || learn == null) {
        throw new UnusableInput("simulate: name --out and --truth together, or --learn");
      }
      return 0;
    } catch (IOException | UncheckedIOException e) {
      throw new UnusableInput("simulate: cannot write: " + e.getMessage());
    }
  }

  private Setting chosen() {
    try {
      Setting chosen = Setting.named(setting);
      if (learn != null && !chosen.equals(Setting.TRAINING)) {
        throw new UnusableInput("simulate: --learn needs --setting training");
      }
      return chosen;
    } catch (IllegalArgumentException e) {
      throw new UnusableInput("--setting: " + e.getMessage());
    }
  }

  private void write(Path file, Path truthFile) throws IOException {
    try (BufferedWriter lines = Files.newBufferedWriter(file);
        BufferedWriter truths = Files.newBufferedWriter(truthFile)) {
      lines.write(FlatRows.HEADER + "\n");
      truths.write("claim,happening\n");
      int happenings =
          Exercise.make(chosen(), seed, reports, perYear, report -> write(report, lines, truths));
      spec.commandLine()
          .getOut()
          .printf("exercise: %d happenings, written to %s%n", happenings, file);
    }
  }

  private static void write(MadeUpReport report, BufferedWriter lines, BufferedWriter truths) {
    try {
      lines.write(line(report));
      truths.write(report.mouth().source() + "/" + report.id() + "," + report.truth() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(MadeUpReport report) {
    MadeUpReport.Mouth mouth = report.mouth();
    MadeUpReport.About about = report.about();
    MadeUpReport.What what = report.what();
    return String.join(
        ",",
        report.id(),
        mouth.source(),
        mouth.side(),
        mouth.origin(),
        Instant.ofEpochSecond(mouth.said()).toString(),
        Instant.ofEpochSecond(about.from()).toString(),
        Instant.ofEpochSecond(about.to()).toString(),
        degrees(about.latE7()),
        degrees(about.lonE7()),
        Integer.toString(about.withinMetres()),
        what.conduct(),
        what.target(),
        String.join(";", what.by()),
        what.killed() < 0 ? "" : Integer.toString(what.killed()),
        "true\n");
  }

  private static String degrees(int e7) {
    return e7 / 10_000_000 + "." + String.format("%07d", Math.abs(e7 % 10_000_000));
  }
}
