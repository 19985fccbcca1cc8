package org.truce.sources;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.truce.place.RegionCode;
import org.truce.sources.eventdata.UcdpReader;
import org.truce.sources.jsonlines.JsonLinesReader;
import org.truce.sources.mapped.MappedRows;
import org.truce.sources.mapped.MappingFile;
import org.truce.sources.mapped.ShippedMappings;
import org.truce.sources.rows.CsvRows;
import org.truce.sources.rows.FeatureRows;
import org.truce.sources.rows.Row;
import org.truce.sources.rows.RowSink;

/**
 * Reads files of reports, choosing the reader by what the file holds: a mapping that was given and
 * whose columns the table has, then the readers for known formats, then the mappings that come with
 * the product.
 */
public final class ReportFiles {
  private static final int LOOK_AHEAD = 1 << 13;

  private final Function<String, Optional<RegionCode>> regions;
  private final List<MappingFile> mappings;

  /**
   * Prepares to read.
   *
   * @param regions finds a region by a name that a source uses
   */
  public ReportFiles(Function<String, Optional<RegionCode>> regions) {
    this(regions, List.of());
  }

  /**
   * Prepares to read, with mappings for tables.
   *
   * @param regions finds a region by a name that a source uses
   * @param mappings the first whose columns a table has is used for it
   */
  public ReportFiles(Function<String, Optional<RegionCode>> regions, List<MappingFile> mappings) {
    this.regions = regions;
    this.mappings = List.copyOf(mappings);
  }

  /**
   * Reads a file, or the files that stand in a folder and end in {@code .jsonl}, {@code .csv} or
   * {@code .geojson}, in the order of their names.
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
              .filter(file -> file.toString().matches(".*\\.(jsonl|csv|geojson)"))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new IOException("no file in it ends in .jsonl or .csv or .geojson");
      }
      return files;
    }
  }

  private void readFile(Path file, Reception reception) throws IOException {
    String name = file.toString();
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), LOOK_AHEAD * 2)) {
      String beginning = beginning(bytes);
      refuseWhatIsNoText(name, beginning);
      String text = beginning.startsWith("ï»¿") ? beginning.substring(3) : beginning;
      if (text.isBlank() && beginning.length() < LOOK_AHEAD) {
        return;
      }
      if (!text.stripLeading().startsWith("{")) {
        table(file, bytes, reception);
      } else if (text.contains("\"FeatureCollection\"") && !text.contains("\"claims\"")) {
        new FeatureRows(name).read(bytes, new ByColumns(name, reception));
      } else {
        new JsonLinesReader(name).read(bytes, reception);
      }
    }
  }

  /** Returns the first bytes, one character for each, without consuming them. */
  private static String beginning(InputStream bytes) throws IOException {
    bytes.mark(LOOK_AHEAD);
    byte[] read = bytes.readNBytes(LOOK_AHEAD);
    bytes.reset();
    return new String(read, StandardCharsets.ISO_8859_1);
  }

  private static void refuseWhatIsNoText(String name, String beginning) {
    if (beginning.startsWith("\u00FF\u00FE") || beginning.startsWith("\u00FE\u00FF")) {
      throw new UnknownFormatException(name, "it is UTF-16 text: save it as UTF-8");
    }
    if (beginning.startsWith("PK\u0003\u0004")) {
      throw new UnknownFormatException(
          name, "it is a ZIP archive or a workbook: unpack it, or save the sheet as CSV");
    }
    if (beginning.startsWith("\u001F\u008B")) {
      throw new UnknownFormatException(name, "it is compressed (gzip): unpack it first");
    }
  }

  private void table(Path file, InputStream bytes, Reception reception) throws IOException {
    String name = file.toString();
    List<String> header = header(bytes);
    Optional<MappingFile> given = fitting(mappings, header);
    if (given.isEmpty() && UcdpReader.reads(header)) {
      new UcdpReader(name, regions).read(bytes, reception);
      return;
    }
    Optional<MappingFile> mapping = given.or(() -> fitting(ShippedMappings.all(), header));
    if (mapping.isEmpty()) {
      throw new UnknownFormatException(name, header, missing(header));
    }
    CsvRows rows = new CsvRows(name, bytes, mapping.get().encoding(), mapping.get().delimiter());
    rows.read(rows.header(), new MappedRows(mapping.get(), regions, reception));
  }

  /** Reads the names of the columns without consuming the bytes, by each delimiter in turn. */
  private static List<String> header(InputStream bytes) throws IOException {
    String beginning = beginning(bytes);
    byte[] again = beginning.getBytes(StandardCharsets.ISO_8859_1);
    List<String> most = List.of();
    for (char delimiter : new char[] {',', ';', '\t', '|'}) {
      List<String> header =
          new CsvRows(
                  "",
                  new java.io.ByteArrayInputStream(again),
                  StandardCharsets.ISO_8859_1,
                  delimiter)
              .header();
      most = header.size() > most.size() ? header : most;
    }
    return most;
  }

  private String missing(List<String> header) {
    for (MappingFile mapping : mappings) {
      for (String column : mapping.columns()) {
        if (!header.contains(column)) {
          return column;
        }
      }
    }
    return UcdpReader.missing(header).orElse("");
  }

  /**
   * Returns the names of a table's columns.
   *
   * @throws IOException when the file cannot be read
   */
  public static List<String> columns(Path file) throws IOException {
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), LOOK_AHEAD * 2)) {
      return header(bytes);
    }
  }

  private static Optional<MappingFile> fitting(List<MappingFile> known, List<String> header) {
    return known.stream().filter(mapping -> header.containsAll(mapping.columns())).findFirst();
  }

  /** Chooses the mapping by the columns of the first feature. */
  private final class ByColumns implements RowSink {
    private final String file;
    private final Reception reception;
    private Optional<MappedRows> rows = Optional.empty();

    ByColumns(String file, Reception reception) {
      this.file = file;
      this.reception = reception;
    }

    @Override
    public void row(Row row) {
      if (rows.isEmpty()) {
        List<String> columns = List.copyOf(row.cells().keySet());
        MappingFile mapping =
            mappings.size() == 1
                ? mappings.getFirst()
                : fitting(mappings, columns)
                    .or(() -> fitting(ShippedMappings.all(), columns))
                    .orElseThrow(() -> new UnknownFormatException(file, columns, missing(columns)));
        rows = Optional.of(new MappedRows(mapping, regions, reception));
      }
      rows.get().row(row);
    }

    @Override
    public void rejected(org.truce.report.Rejected rejected) {
      reception.rejected(rejected);
    }
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
              + "       read here: reports as JSON Lines (docs/report-format.md), UCDP GED as CSV,"
              + " and by a mapping any CSV or GeoJSON points: --mapping FILE (docs/mapping.md)%n"
                  .formatted()
              + "       a mapping to begin with: truce mapping suggest %s".formatted(file));
    }

    /** Says what the file is instead. */
    public UnknownFormatException(String file, String what) {
      super("%s: not a format that is read here: %s".formatted(file, what));
    }

    private static String shortened(String text) {
      return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
  }
}
