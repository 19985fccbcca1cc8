package org.truce.sources.eventdata;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.truce.place.RegionCode;
import org.truce.report.Input;
import org.truce.report.Rejected;
import org.truce.sources.Reception;
import org.truce.sources.ReportFiles.UnknownFormatException;

/**
 * Reads the UCDP Georeferenced Event Dataset (Sundberg and Melander 2013) from CSV, columns by
 * name.
 *
 * <p>Fields may hold line breaks. A row of HXL tags after the header is skipped.
 */
public final class UcdpReader {
  private static final int LONGEST_FIELD = 1 << 20;
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

  /**
   * Reads to the end; every row is either a report or rejected.
   *
   * @throws UnknownFormatException when a required column is missing
   */
  public void read(InputStream bytes, Reception reception) throws IOException {
    InputStreamReader text =
        new InputStreamReader(
            bytes,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE));
    CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .detectBomHeader(false)
            .maxBufferSize(4 * LONGEST_FIELD)
            .ofNamedCsvRecord(text);
    UcdpRow row = new UcdpRow(regions);
    Iterator<NamedCsvRecord> iterator = rows.iterator();
    boolean first = true;
    while (true) {
      Input end = new Input(file, 0);
      try {
        if (!iterator.hasNext()) {
          return;
        }
        NamedCsvRecord record = iterator.next();
        if (first) {
          requireColumns(record);
          first = false;
        }
        end = new Input(file, record.getStartingLineNumber());
        if (record.getFieldCount() != record.getHeader().size()) {
          reception.rejected(
              new Rejected(
                  end,
                  "",
                  "",
                  "the row has %d columns where the header has %d"
                      .formatted(record.getFieldCount(), record.getHeader().size())));
        } else if (!record.getField("id").startsWith("#")) {
          row.read(record, end, reception);
        }
      } catch (CsvParseException | UncheckedIOException e) {
        reception.rejected(
            new Rejected(end, "", "", "the file cannot be read on from here: " + e.getMessage()));
        return;
      }
    }
  }

  private void requireColumns(NamedCsvRecord record) {
    for (String column : REQUIRED) {
      if (!record.getHeader().contains(column)) {
        throw new UnknownFormatException(file, record.getHeader(), column);
      }
    }
  }
}
