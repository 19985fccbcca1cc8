package org.truce.sources.flat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.truce.incident.linkage.ActorSets;
import org.truce.incident.linkage.ClaimTable;
import org.truce.incident.linkage.Fingerprint;
import org.truce.incident.linkage.Kinship;

/** Reads flat rows into a table. */
public final class FlatRows {
  /** The first line of every file. */
  public static final String HEADER =
      "report,source,side,origin,said,from,to,lat,lon,within-m,conduct,target,by,killed,exercise";

  /** A time to the second in UTC. */
  private static final String PLAIN = "0000-00-00T00:00:00Z";

  private static final int COLUMNS = HEADER.split(",", -1).length;
  private static final int MOST_SHOWN = 20;

  private final ClaimTable table = new ClaimTable();
  private final ActorSets actors = new ActorSets();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> sets = new HashMap<>();
  private final Names ids = new Names();
  private final List<String> rejected = new ArrayList<>();
  private long rejectedCount;

  /**
   * Reads a file: this thread cuts it into fields and reads their numbers, another takes them.
   *
   * @throws IOException when it cannot be read at all
   * @throws IllegalArgumentException when its first line is not {@link #HEADER}
   */
  public void read(Path file) throws IOException {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file);
        Taking taking = new Taking(row -> take(file, row))) {
      boolean header = true;
      for (CsvRecord row : reader) {
        if (header) {
          requireHeader(file, row);
          header = false;
        } else {
          taking.hand(Cut.of(row));
        }
      }
    } catch (de.siegmar.fastcsv.reader.CsvParseException e) {
      throw new IOException("is not CSV", e);
    }
  }

  /** Takes rows in their order in a thread of its own, some batches behind. */
  private static final class Taking implements AutoCloseable {
    private static final int BATCH = 1 << 10;
    private static final int MOST_WAITING = 8;

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Deque<Future<?>> waiting = new ArrayDeque<>();
    private final Consumer<Cut> taker;
    private List<Cut> batch = new ArrayList<>();

    Taking(Consumer<Cut> taker) {
      this.taker = taker;
    }

    void hand(Cut row) {
      batch.add(row);
      if (batch.size() == BATCH) {
        hand();
      }
    }

    private void hand() {
      while (waiting.size() >= MOST_WAITING) {
        await(waiting.remove());
      }
      List<Cut> full = batch;
      batch = new ArrayList<>(BATCH);
      waiting.add(thread.submit(() -> full.forEach(taker)));
    }

    private static void await(Future<?> task) {
      try {
        task.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while rows were taken", e);
      } catch (ExecutionException e) {
        throw new IllegalStateException("rows could not be taken", e);
      }
    }

    @Override
    public void close() {
      try (thread) {
        hand();
        waiting.forEach(Taking::await);
      }
    }
  }

  private static void requireHeader(Path file, CsvRecord row) {
    String found = String.join(",", row.getFields());
    if (!found.equals(HEADER)) {
      throw new IllegalArgumentException(
          "%s: the first line is not \"%s\"".formatted(file, HEADER));
    }
  }

  /**
   * A row of which the numbers are read, by the thread that cuts; the other one does the rest.
   *
   * @param wrong why it cannot be read; nothing: it can, as far as its numbers go
   */
  private record Cut(
      CsvRecord row,
      long from,
      long to,
      ClaimTable.Where where,
      int killed,
      Optional<String> wrong) {
    static Cut of(CsvRecord row) {
      if (row.getFieldCount() != COLUMNS) {
        return wrong(row, "has %d columns, not %d".formatted(row.getFieldCount(), COLUMNS));
      }
      try {
        int killed = row.getField(13).isEmpty() ? -1 : nonNegative(row.getField(13));
        return new Cut(
            row,
            second(row.getField(5)),
            second(row.getField(6)),
            position(row),
            killed,
            Optional.empty());
      } catch (IllegalArgumentException | DateTimeException e) {
        return wrong(row, String.valueOf(e.getMessage()));
      }
    }

    private static Cut wrong(CsvRecord row, String reason) {
      return new Cut(row, 0, 0, ClaimTable.Where.NOWHERE, 0, Optional.of(reason));
    }

    private static ClaimTable.Where position(CsvRecord row) {
      return row.getField(7).isEmpty()
          ? ClaimTable.Where.NOWHERE
          : new ClaimTable.Where(
              e7(row.getField(7), 90), e7(row.getField(8), 180), nonNegative(row.getField(9)));
    }
  }

  private void take(Path file, Cut cut) {
    cut.wrong()
        .or(() -> added(cut))
        .ifPresent(
            reason -> {
              rejectedCount++;
              if (rejected.size() < MOST_SHOWN) {
                long line = cut.row().getStartingLineNumber();
                rejected.add("%s:%d: %s".formatted(file, line, reason));
              }
            });
  }

  /** Adds the row, or says why it cannot. */
  private Optional<String> added(Cut cut) {
    CsvRecord row = cut.row();
    try {
      byte[] id = (row.getField(1) + "/" + row.getField(0)).getBytes(StandardCharsets.UTF_8);
      table.add(
          Fingerprint.of(id, 0, id.length),
          cut.from(),
          cut.to(),
          cut.where(),
          new ClaimTable.What(
              Kinship.CONDUCT.number(row.getField(10)),
              row.getField(11).isEmpty() ? 0 : Kinship.TARGETS.number(row.getField(11)),
              by(row.getField(12)),
              cut.killed(),
              cut.killed(),
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
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private int by(String authors) {
    return authors.isEmpty()
        ? 0
        : sets.computeIfAbsent(authors, added -> actors.number(List.of(added.split(";"))));
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

  /** The form in which nearly all times come is read by its digits, any other by the JDK. */
  static long second(String time) {
    if (time.length() != PLAIN.length()) {
      return Instant.parse(time).getEpochSecond();
    }
    for (int i = 0; i < PLAIN.length(); i++) {
      boolean isDigit = time.charAt(i) >= '0' && time.charAt(i) <= '9';
      if (PLAIN.charAt(i) == '0' ? !isDigit : time.charAt(i) != PLAIN.charAt(i)) {
        return Instant.parse(time).getEpochSecond();
      }
    }
    int hour = digits(time, 11, 13);
    int minute = digits(time, 14, 16);
    int second = digits(time, 17, 19);
    if (hour > 23 || minute > 59 || second > 59) {
      return Instant.parse(time).getEpochSecond();
    }
    LocalDate day = LocalDate.of(digits(time, 0, 4), digits(time, 5, 7), digits(time, 8, 10));
    return day.toEpochDay() * 86_400 + hour * 3_600L + minute * 60L + second;
  }

  private static int digits(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      value = 10 * value + text.charAt(i) - '0';
    }
    return value;
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

  /** Returns source and report of a row in UTF-8, as {@code source/report}. */
  public byte[] id(int row) {
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
