package org.truce.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.truce.gazetteer.Gazetteer;
import org.truce.incident.ClaimRows;
import org.truce.incident.Decisions;
import org.truce.incident.linkage.ActorSets;
import org.truce.incident.linkage.Background;
import org.truce.incident.linkage.ClaimTable;
import org.truce.incident.linkage.Decided;
import org.truce.incident.linkage.LinkModel;
import org.truce.incident.linkage.LinkWeightsText;
import org.truce.incident.linkage.Linkage;
import org.truce.incident.linkage.Workers;
import org.truce.sources.Received;
import org.truce.sources.ReportFiles;
import org.truce.sources.flat.FlatRows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code truce fuse}: which claims speak of one happening, at millions of rows. */
@Command(
    name = "fuse",
    description = "Sort reports into incidents and write which claim belongs to which.")
final class FuseCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "REPORTS",
      description = "flat CSV (docs/fusion.md) or files of reports as for assess; not mixed")
  private List<Path> reports = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "CSV of claim and incident")
  private Path out = Path.of("");

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "weights as written by truce simulate --learn; default: those delivered")
  private @org.jspecify.annotations.Nullable Path model;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Names the claim of a row, in UTF-8. */
  @FunctionalInterface
  private interface Names {
    byte[] of(int row);
  }

  @Override
  public Integer call() {
    try {
      if (isFlat(reports.getFirst())) {
        fuseFlat();
      } else {
        fuseReports();
      }
      return 0;
    } catch (IOException e) {
      throw new UnusableInput("fuse: %s".formatted(Reason.of(e)));
    } catch (IllegalArgumentException e) {
      throw new UnusableInput(String.valueOf(e.getMessage()));
    }
  }

  private static boolean isFlat(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      return false;
    }
    try (var reader = Files.newBufferedReader(file)) {
      char[] start = new char[FlatRows.HEADER.length()];
      return reader.read(start) == start.length && String.valueOf(start).equals(FlatRows.HEADER);
    } catch (java.nio.charset.MalformedInputException e) {
      return false;
    }
  }

  private void fuseFlat() throws IOException {
    FlatRows rows = new FlatRows();
    for (Path file : reports) {
      rows.read(file);
    }
    rows.rejected().forEach(spec.commandLine().getErr()::println);
    fuse(rows.table(), rows.actors(), Decided.NOTHING, rows::id);
    say("%,d rows could not be read", rows.rejectedCount());
  }

  private void fuseReports() throws IOException {
    Received received = new Received();
    ReportFiles files = new ReportFiles(Gazetteer.load()::findRegion);
    for (Path file : reports) {
      try {
        files.read(file, received);
      } catch (ReportFiles.UnknownFormatException e) {
        throw new UnusableInput(String.valueOf(e.getMessage()));
      }
    }
    ClaimRows rows = new ClaimRows();
    received.reports().forEach(report -> report.claims().forEach(rows::add));
    fuse(
        rows.table(),
        rows.actors(),
        rows.decided(Decisions.NONE),
        row -> rows.claims().get(row).id().toString().getBytes(StandardCharsets.UTF_8));
    say("%,d records could not be read", (long) received.rejected().size());
  }

  private void fuse(ClaimTable table, ActorSets actors, Decided decided, Names names)
      throws IOException {
    LinkModel ready =
        new LinkModel(
            model == null
                ? LinkWeightsText.delivered()
                : LinkWeightsText.read(Files.readString(model)),
            Background.of(table),
            actors);
    Linkage.Sorted sorted = Linkage.sort(table, ready, decided, Workers.ON_ALL_PROCESSORS);
    int[] happening = sorted.happening();
    tell(sorted.notCompared());
    BitSet incidents = new BitSet(table.size());
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(out), 1 << 16)) {
      file.write("claim,incident\n".getBytes(StandardCharsets.UTF_8));
      for (int row = 0; row < table.size(); row++) {
        file.write(quoted(names.of(row)));
        file.write(',');
        file.write(quoted(names.of(happening[row])));
        file.write('\n');
        incidents.set(happening[row]);
      }
    }
    say(
        "%,d claims in %,d incidents, weights %s, written to %s",
        table.size(), incidents.cardinality(), ready.weights().version(), out);
  }

  private void tell(Linkage.NotCompared left) {
    if (left.vague() > 0) {
      say("%,d claims are too vague in place or time to be compared by them", left.vague());
    }
    if (left.crowded() > 0) {
      say(
          "%,d claims are a flood: so many differ a little in one place at one time that they stand"
              + " alone, one incident each; look at who sent them",
          left.crowded());
    }
  }

  private static byte[] quoted(byte[] text) {
    for (byte c : text) {
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        String quoted = new String(text, StandardCharsets.UTF_8).replace("\"", "\"\"");
        return ("\"" + quoted + "\"").getBytes(StandardCharsets.UTF_8);
      }
    }
    return text;
  }

  private void say(String format, Object... values) {
    spec.commandLine().getOut().printf(java.util.Locale.ROOT, format + "%n", values);
  }
}
