package org.truce.sources.flat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.truce.incident.linkage.ActorSets;
import org.truce.incident.linkage.ClaimTable;
import org.truce.incident.linkage.Fingerprint;
import org.truce.incident.linkage.Kinship;

/** Reads flat rows into a table. */
public final class FlatRows {
  /** The first line of every file. */
  public static final String HEADER =
      "report,source,side,origin,said,from,to,lat,lon,within-m,conduct,target,by,killed,exercise";

  private static final int COLUMNS = HEADER.split(",", -1).length;
  private static final int MOST_SHOWN = 20;

  private final ClaimTable table = new ClaimTable();
  private final ActorSets actors = new ActorSets();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> ids = new ArrayList<>();
  private final List<String> rejected = new ArrayList<>();
  private long rejectedCount;

  /**
   * Reads a file.
   *
   * @throws IOException when it cannot be read at all
   * @throws IllegalArgumentException when its first line is not {@link #HEADER}
   */
  public void read(Path file) throws IOException {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
      boolean header = true;
      for (CsvRecord row : reader) {
        if (header) {
          requireHeader(file, row);
          header = false;
        } else {
          take(file, row);
        }
      }
    } catch (de.siegmar.fastcsv.reader.CsvParseException e) {
      throw new IOException("is not CSV", e);
    }
  }

  private static void requireHeader(Path file, CsvRecord row) {
    String found = String.join(",", row.getFields());
    if (!found.equals(HEADER)) {
      throw new IllegalArgumentException(
          "%s: the first line is not \"%s\"".formatted(file, HEADER));
    }
  }

  private void take(Path file, CsvRecord row) {
    Optional<String> wrong =
        row.getFieldCount() == COLUMNS
            ? added(row)
            : Optional.of("has %d columns, not %d".formatted(row.getFieldCount(), COLUMNS));
    wrong.ifPresent(
        reason -> {
          rejectedCount++;
          if (rejected.size() < MOST_SHOWN) {
            rejected.add("%s:%d: %s".formatted(file, row.getStartingLineNumber(), reason));
          }
        });
  }

  /** Adds the row, or says why it cannot. */
  private Optional<String> added(CsvRecord row) {
    try {
      String id = row.getField(1) + "/" + row.getField(0);
      List<String> by =
          row.getField(12).isEmpty() ? List.of() : List.of(row.getField(12).split(";"));
      int killed = row.getField(13).isEmpty() ? -1 : nonNegative(row.getField(13));
      table.add(
          Fingerprint.of(id),
          second(row.getField(5)),
          second(row.getField(6)),
          where(row),
          new ClaimTable.What(
              Kinship.CONDUCT.number(row.getField(10)),
              row.getField(11).isEmpty() ? 0 : Kinship.TARGETS.number(row.getField(11)),
              actors.number(by),
              killed,
              killed,
              0),
          new ClaimTable.Who(
              number(row.getField(2)),
              number(row.getField(1)),
              table.size(),
              number(row.getField(3).isEmpty() ? row.getField(1) : row.getField(3)),
              0,
              0));
      ids.add(id);
      return Optional.empty();
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static ClaimTable.Where where(CsvRecord row) {
    if (row.getField(7).isEmpty()) {
      return ClaimTable.Where.NOWHERE;
    }
    return new ClaimTable.Where(
        e7(row.getField(7), 90), e7(row.getField(8), 180), nonNegative(row.getField(9)));
  }

  private static int e7(String degrees, int limit) {
    double value = Double.parseDouble(degrees);
    if (!(Math.abs(value) <= limit)) {
      throw new IllegalArgumentException(
          "\"%s\" is not within %d degrees".formatted(degrees, limit));
    }
    return (int) Math.round(value * 1e7);
  }

  private static int nonNegative(String text) {
    int value = Integer.parseInt(text);
    if (value < 0) {
      throw new IllegalArgumentException("\"%s\" is negative".formatted(text));
    }
    return value;
  }

  private static long second(String time) {
    return Instant.parse(time).getEpochSecond();
  }

  private int number(String text) {
    return numbers.computeIfAbsent(text, added -> numbers.size() + 1);
  }

  /** Returns the rows. */
  public ClaimTable table() {
    return table;
  }

  /** Returns the sets of authors of the rows. */
  public ActorSets actors() {
    return actors;
  }

  /** Returns source and report of a row, as {@code source/report}. */
  public String id(int row) {
    return ids.get(row);
  }

  /** Returns how many rows could not be read. */
  public long rejectedCount() {
    return rejectedCount;
  }

  /** Returns the first rows that could not be read, each with file, line and reason. */
  public List<String> rejected() {
    return List.copyOf(rejected);
  }
}
