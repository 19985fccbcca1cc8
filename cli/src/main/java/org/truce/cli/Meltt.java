package org.truce.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.truce.conduct.Taxonomy;
import org.truce.exercise.MadeUpReport;

/**
 * MELTT, the published program of this field that puts reports together by place, time and kind
 * (Donnay et al. 2019), as a program of its own: where R and its package are installed. Nothing of
 * it is part of Truce.
 *
 * <p>It knows days, not hours, and takes at most one report of a source for an event: each source
 * is a data set of its own.
 */
final class Meltt {
  private static final String ROWS = "rows.csv";
  private static final String KINDS = "conduct.csv";
  private static final String SCRIPT = "meltt.R";
  private static final String MATCHED = "matched.csv";

  private final List<MadeUpReport> reports;
  private final Path folder;

  /**
   * Reports to be put together.
   *
   * @param folder where files may be written
   */
  Meltt(List<MadeUpReport> reports, Path folder) throws IOException {
    this.reports = reports;
    this.folder = folder;
    Files.write(folder.resolve(ROWS), rows());
    Files.write(folder.resolve(KINDS), kinds());
    try (InputStream script =
        Objects.requireNonNull(Meltt.class.getResourceAsStream(SCRIPT), SCRIPT)) {
      Files.copy(script, folder.resolve(SCRIPT));
    }
  }

  /** Returns the version of the package, or empty where R or the package is missing. */
  static Optional<String> version() {
    try {
      String ask = "cat(as.character(packageVersion('meltt')))";
      return Optional.of(
          said(ProcessBuilder.Redirect.DISCARD, List.of("Rscript", "-e", ask)).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns for each report the first of those that are taken for one event with it.
   *
   * @param kilometres how far apart two of them may be
   * @param days how many days apart
   */
  int[] found(int kilometres, int days) throws IOException {
    Path matched = folder.resolve(MATCHED);
    said(
        ProcessBuilder.Redirect.INHERIT,
        List.of(
            "Rscript",
            folder.resolve(SCRIPT).toString(),
            folder.resolve(ROWS).toString(),
            folder.resolve(KINDS).toString(),
            "" + kilometres,
            "" + days,
            matched.toString()));
    int[] found = new int[reports.size()];
    Arrays.setAll(found, row -> row);
    Map<String, Integer> first = new HashMap<>();
    List<String> lines = Files.readAllLines(matched);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      int row = Integer.parseInt(cells[1]);
      found[row] = first.computeIfAbsent(cells[0], group -> row);
    }
    return found;
  }

  private static String said(ProcessBuilder.Redirect errors, List<String> command)
      throws IOException {
    Process process = new ProcessBuilder(command).redirectError(errors).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.onExit().join().exitValue();
    if (code != 0) {
      throw new IOException("%s ended with %d".formatted(String.join(" ", command), code));
    }
    return said;
  }

  private List<String> rows() {
    Map<String, Integer> sources = new HashMap<>();
    List<String> lines = new ArrayList<>(List.of("row,source,date,latitude,longitude,conduct"));
    for (int row = 0; row < reports.size(); row++) {
      MadeUpReport report = reports.get(row);
      MadeUpReport.About about = report.about();
      lines.add(
          String.format(
              Locale.ROOT,
              "%d,%d,%s,%.7f,%.7f,%s",
              row,
              sources.computeIfAbsent(report.mouth().source(), added -> sources.size() + 1),
              day(about),
              about.latE7() / 1e7,
              about.lonE7() / 1e7,
              report.what().conduct()));
    }
    return lines;
  }

  private static LocalDate day(MadeUpReport.About about) {
    return LocalDate.ofInstant(
        Instant.ofEpochSecond((about.from() + about.to()) / 2), ZoneOffset.UTC);
  }

  /** Each conduct, what it is a kind of, and what that is a kind of. */
  private static List<String> kinds() {
    List<String> lines = new ArrayList<>(List.of("conduct,kind,wider"));
    for (String code : Taxonomy.CONDUCT.codes()) {
      String kind = parent(code);
      lines.add(code + "," + kind + "," + parent(kind));
    }
    return lines;
  }

  private static String parent(String code) {
    return Taxonomy.CONDUCT.find(code).flatMap(Taxonomy.Kind::parent).orElse(code);
  }
}
