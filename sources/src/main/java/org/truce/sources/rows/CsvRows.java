package org.truce.sources.rows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.truce.report.Input;
import org.truce.report.Rejected;

/**
 * Reads CSV (RFC 4180): quoted cells may hold line ends and doubled quotes; lines end with LF, CRLF
 * or CR; a byte order mark is skipped, and so is a row of HXL tags ({@code #event+id}).
 *
 * <p>At most 1 MiB is kept. A row that is longer, has another number of cells than the header, is
 * not text in the encoding or holds a NUL is rejected and the next one read. After a quote that is
 * never closed, reading goes on with the next line; after {@value #MOST_LOST} of them it ends.
 */
public final class CsvRows {
  private static final int LONGEST_ROW = 1 << 20;
  private static final int MOST_LOST = 16;
  private static final char REPLACEMENT = '\uFFFD';
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final String file;
  private final InputStream in;
  private final Charset encoding;
  private final byte delimiter;

  private byte[] buffer = new byte[1 << 16];
  private int start;
  private int end;
  private boolean ended;
  private long line = 1;
  private int lost;

  /**
   * Prepares to read.
   *
   * @param file name that the user gave it
   * @param in the bytes, in an encoding in which ASCII characters are single bytes
   * @param delimiter the ASCII character between cells
   */
  public CsvRows(String file, InputStream in, Charset encoding, char delimiter) {
    this.file = file;
    this.in = in;
    this.encoding = encoding;
    this.delimiter = (byte) delimiter;
  }

  /** Returns the names of the columns; none when the file is empty. */
  public List<String> header() throws IOException {
    skipByteOrderMark();
    while (true) {
      Scanned scanned = scan();
      if (scanned.state == State.END) {
        return List.of();
      }
      if (scanned.state != State.ROW) {
        return List.of("(the first line is no row: " + scanned.problem + ")");
      }
      List<String> cells = headerCells(scanned);
      advance(scanned);
      if (!isBlank(cells)) {
        return cells.stream().map(String::strip).toList();
      }
    }
  }

  private List<String> headerCells(Scanned scanned) {
    try {
      return cells(scanned);
    } catch (NotText problem) {
      return List.of("(the first line is no header: " + problem.getMessage() + ")");
    }
  }

  /** Reads the rest, after {@link #header}; columns that stand twice are told apart by a number. */
  public void read(List<String> header, RowSink sink) throws IOException {
    List<String> columns = distinct(header);
    boolean any = false;
    while (true) {
      Input input = new Input(file, line);
      Scanned scanned = scan();
      switch (scanned.state) {
        case END -> {
          if (!any) {
            sink.rejected(new Rejected(input, "", "", "the table has a header and no row"));
          }
          return;
        }
        case ROW -> {
          row(scanned, columns, input, sink);
          advance(scanned);
        }
        case BAD -> {
          sink.rejected(new Rejected(input, "", "", scanned.problem));
          skipLine();
          if (scanned.openQuote && ++lost > MOST_LOST) {
            sink.rejected(
                new Rejected(
                    new Input(file, line),
                    "",
                    "",
                    "more than %d quotes are never closed; the file is not read on from here"
                        .formatted(MOST_LOST)));
            return;
          }
        }
      }
      any = true;
    }
  }

  private static List<String> distinct(List<String> header) {
    List<String> columns = new ArrayList<>();
    for (String name : header) {
      String unique = name;
      for (int n = 2; columns.contains(unique); n++) {
        unique = name + " " + n;
      }
      columns.add(unique);
    }
    return columns;
  }

  private void row(Scanned scanned, List<String> columns, Input input, RowSink sink) {
    List<String> cells;
    try {
      cells = cells(scanned);
    } catch (NotText problem) {
      sink.rejected(new Rejected(input, "", "", String.valueOf(problem.getMessage())));
      return;
    }
    if (isBlank(cells) || isTags(cells)) {
      return;
    }
    if (cells.size() != columns.size()) {
      sink.rejected(
          new Rejected(
              input,
              "",
              "",
              "the row has %d columns where the header has %d"
                  .formatted(cells.size(), columns.size())));
      return;
    }
    Map<String, String> named = LinkedHashMap.newLinkedHashMap(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      named.put(columns.get(i), cells.get(i));
    }
    sink.row(new Row(input, named));
  }

  private static boolean isBlank(List<String> cells) {
    return cells.size() == 1 && cells.getFirst().isBlank();
  }

  private static boolean isTags(List<String> cells) {
    boolean any = false;
    for (String cell : cells) {
      if (!cell.isBlank()) {
        if (cell.charAt(0) != '#') {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  private enum State {
    ROW,
    BAD,
    END
  }

  /** Where a row ends in the buffer and how many line ends it holds. */
  private record Scanned(
      State state, int rowEnd, int next, int lines, String problem, boolean openQuote) {}

  /** Where in a cell a character stands. */
  private enum At {
    CELL_START,
    PLAIN,
    QUOTED,
    QUOTE_SEEN;

    /** Returns where the next character stands; a quote inside a plain cell is text. */
    At after(int character, int delimiter) {
      return switch (this) {
        case QUOTED -> character == '"' ? QUOTE_SEEN : QUOTED;
        case CELL_START -> character == '"' ? QUOTED : character == delimiter ? CELL_START : PLAIN;
        case PLAIN -> character == delimiter ? CELL_START : PLAIN;
        case QUOTE_SEEN -> character == '"' ? QUOTED : character == delimiter ? CELL_START : PLAIN;
      };
    }
  }

  /** Finds the end of the row that begins at {@code start}, reading more as needed. */
  private Scanned scan() throws IOException {
    At where = At.CELL_START;
    int lines = 0;
    for (int at = start; ; at++) {
      if (at - start > LONGEST_ROW) {
        return tooLong(where == At.QUOTED, lines);
      }
      if (at >= end && !fill(at)) {
        return atTheEnd(at, where == At.QUOTED, lines);
      }
      byte next = buffer[at];
      if (where != At.QUOTED && (next == '\n' || next == '\r')) {
        return ended(at, lines);
      }
      lines += next == '\n' ? 1 : 0;
      where = where.after(next, delimiter);
    }
  }

  private Scanned atTheEnd(int at, boolean quoted, int lines) {
    if (at == start) {
      return new Scanned(State.END, at, at, 0, "", false);
    }
    return quoted
        ? new Scanned(State.BAD, at, at, lines, neverClosed("the end of the file"), true)
        : new Scanned(State.ROW, at, at, lines, "", false);
  }

  private Scanned ended(int at, int lines) throws IOException {
    int next = at + 1;
    if (buffer[at] == '\r' && (next < end || fill(next)) && buffer[next] == '\n') {
      next++;
    }
    return new Scanned(State.ROW, at, next, lines + 1, "", false);
  }

  private Scanned tooLong(boolean quoted, int lines) {
    return new Scanned(
        State.BAD,
        end,
        end,
        lines,
        quoted
            ? neverClosed("%,d bytes".formatted(LONGEST_ROW))
            : "the row is longer than %,d bytes".formatted(LONGEST_ROW),
        quoted);
  }

  private String neverClosed(String within) {
    return "a quote that opens on line %d is not closed within %s; reading goes on with the next line"
        .formatted(line, within);
  }

  /** Makes {@code at} readable without moving what is kept; false at the end. */
  private boolean fill(int at) throws IOException {
    if (ended) {
      return false;
    }
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int read = in.read(buffer, end, buffer.length - end);
    if (read < 0) {
      ended = true;
      return false;
    }
    end += read;
    return at < end || fill(at);
  }

  private void advance(Scanned scanned) {
    start = scanned.next;
    line += scanned.lines;
    compact();
  }

  /** Moves what was read but not used to the front, so that the buffer does not grow. */
  private void compact() {
    if (start > buffer.length / 2 || start == end) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
  }

  /** Skips to the beginning of the next line without keeping what is skipped. */
  private void skipLine() throws IOException {
    while (true) {
      for (int at = start; at < end; at++) {
        if (buffer[at] == '\n') {
          start = at + 1;
          line++;
          compact();
          return;
        }
      }
      start = 0;
      end = 0;
      if (!fill(0)) {
        return;
      }
    }
  }

  private List<String> cells(Scanned scanned) {
    String text = text(scanned.rowEnd);
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    At where = At.CELL_START;
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      At then = where.after(next, delimiter);
      if (then == At.CELL_START) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else if (then == At.PLAIN || (then == At.QUOTED && where != At.CELL_START)) {
        cell.append(next);
      }
      where = then;
    }
    cells.add(cell.toString());
    return cells;
  }

  private String text(int rowEnd) {
    String text = new String(buffer, start, rowEnd - start, encoding);
    if (text.indexOf('\u0000') >= 0) {
      throw new NotText("the row holds a NUL character: it is no text");
    }
    if (text.indexOf(REPLACEMENT) >= 0) {
      try {
        return encoding
            .newDecoder()
            .decode(ByteBuffer.wrap(buffer, start, rowEnd - start))
            .toString();
      } catch (CharacterCodingException e) {
        throw new NotText(
            "the row is not %s text; a mapping can name another encoding (docs/mapping.md)"
                .formatted(encoding));
      }
    }
    return text;
  }

  private void skipByteOrderMark() throws IOException {
    if (fill(2) && Arrays.equals(buffer, 0, 3, BYTE_ORDER_MARK, 0, 3)) {
      start = 3;
    }
  }

  /** A row that is no text; never leaves this class. */
  private static final class NotText extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotText(String message) {
      super(message);
    }
  }
}
