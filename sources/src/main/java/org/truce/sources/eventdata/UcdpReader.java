package org.truce.sources.eventdata;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.truce.place.RegionCode;
import org.truce.report.Rejected;
import org.truce.sources.Reception;
import org.truce.sources.ReportFiles.UnknownFormatException;
import org.truce.sources.rows.CsvRows;
import org.truce.sources.rows.Row;
import org.truce.sources.rows.RowSink;

/**
 * Reads the UCDP Georeferenced Event Dataset (Sundberg and Melander 2013) from CSV, columns by
 * name.
 *
 * <p>Fields may hold line breaks. A row of HXL tags after the header is skipped.
 */
public final class UcdpReader {
  private static final List<String> REQUIRED =
      List.of(
          "id",
          "type_of_violence",
          "side_a",
          "side_b",
          "where_prec",
          "adm_1",
          "latitude",
          "longitude",
          "country",
          "date_prec",
          "date_start",
          "date_end",
          "low",
          "best",
          "high");

  private final String file;
  private final Function<String, Optional<RegionCode>> regions;

  /**
   * Prepares to read a file.
   *
   * @param file name that the user gave it
   * @param regions finds a region by a name that the dataset uses
   */
  public UcdpReader(String file, Function<String, Optional<RegionCode>> regions) {
    this.file = file;
    this.regions = regions;
  }

  /** Returns whether a table with these columns is one of the dataset. */
  public static boolean reads(List<String> header) {
    return header.containsAll(REQUIRED);
  }

  /** Returns the first column that is missing for this dataset. */
  public static Optional<String> missing(List<String> header) {
    return REQUIRED.stream().filter(column -> !header.contains(column)).findFirst();
  }

  /**
   * Reads to the end; every row is either a report or rejected.
   *
   * @throws UnknownFormatException when a required column is missing
   */
  public void read(InputStream bytes, Reception reception) throws IOException {
    CsvRows rows = new CsvRows(file, bytes, StandardCharsets.UTF_8, ',');
    List<String> header = rows.header();
    Optional<String> missing = missing(header);
    if (missing.isPresent()) {
      throw new UnknownFormatException(file, header, missing.get());
    }
    UcdpRow reader = new UcdpRow(regions);
    rows.read(
        header,
        new RowSink() {
          @Override
          public void row(Row row) {
            reader.read(row, row.input(), reception);
          }

          @Override
          public void rejected(Rejected rejected) {
            reception.rejected(rejected);
          }
        });
  }
}
