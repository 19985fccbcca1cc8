package org.truce.sources;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.truce.place.RegionCode;
import org.truce.sources.eventdata.UcdpReader;
import org.truce.sources.jsonlines.JsonLinesReader;

/** Reads files of reports, choosing the reader by what the file holds. */
public final class ReportFiles {
  private static final int BYTE_ORDER_MARK = 0xEF;

  private final Function<String, Optional<RegionCode>> regions;

  /**
   * Prepares to read.
   *
   * @param regions finds a region by a name that a source uses
   */
  public ReportFiles(Function<String, Optional<RegionCode>> regions) {
    this.regions = regions;
  }

  /**
   * Reads a file, or the files that stand in a folder and end in {@code .jsonl} or {@code .csv}, in
   * the order of their names.
   *
   * @throws IOException when a file cannot be opened or the medium fails; bad content is rejected
   *     record by record instead
   * @throws UnknownFormatException when no reader knows the format
   */
  public void read(Path place, Reception reception) throws IOException {
    for (Path file : files(place)) {
      readFile(file, reception);
    }
  }

  private static List<Path> files(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return List.of(place);
    }
    try (Stream<Path> found = Files.list(place)) {
      List<Path> files =
          found
              .filter(file -> file.toString().matches(".*\\.(jsonl|csv)"))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new IOException("no file in it ends in .jsonl or .csv");
      }
      return files;
    }
  }

  private void readFile(Path file, Reception reception) throws IOException {
    String name = file.toString();
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
      switch (firstCharacter(bytes)) {
        case -1 -> {}
        case '{' -> new JsonLinesReader(name).read(bytes, reception);
        default -> new UcdpReader(name, regions).read(bytes, reception);
      }
    }
  }

  /** Returns the first character that is no blank, past a byte order mark, without consuming it. */
  private static int firstCharacter(InputStream bytes) throws IOException {
    bytes.mark(1 << 12);
    int first = bytes.read();
    if (first == BYTE_ORDER_MARK) {
      bytes.skipNBytes(2);
      first = bytes.read();
    }
    for (int seen = 0; seen < 4_000 && Character.isWhitespace(first); seen++) {
      first = bytes.read();
    }
    bytes.reset();
    return first;
  }

  /** A file that no reader knows; the message says what was found and what is read. */
  public static final class UnknownFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says which columns were found where others were expected. */
    public UnknownFormatException(String file, List<String> found, String missing) {
      super(
          "%s:1: not a format that is read here: column \"%s\" is missing%n"
                  .formatted(file, missing)
              + "       columns found: %s%n".formatted(shortened(String.join(", ", found)))
              + "       read here: reports as JSON Lines (docs/report-format.md), UCDP GED as CSV");
    }

    private static String shortened(String text) {
      return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
  }
}
