package org.truce.mechanism;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.truce.mechanism.Submission.Form;

/**
 * Cuts a file into submissions, record by record and byte for byte, without judging what a record
 * holds. Memory does not grow with the file.
 */
public final class Records {
  private static final int LONGEST = 4 << 20;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final String sender;
  private final Kind kind;
  private final String file;
  private final Consumer<Submission> taker;
  private final ByteArrayOutputStream record = new ByteArrayOutputStream();
  private byte[] header = new byte[0];
  private boolean quoted;
  private boolean closed;
  private boolean cellStart = true;
  private boolean cut;
  private long line = 1;
  private long first = 1;

  private Records(Path file, Kind kind, String sender, Consumer<Submission> taker) {
    this.sender = sender;
    this.kind = kind;
    this.file = file.getFileName().toString();
    this.taker = taker;
  }

  /**
   * What kind of records a file holds.
   *
   * @param form how each is read
   * @param mapping the mapping that was taken in, of {@link Form#MAPPED} alone
   * @param delimiter between the cells of a table
   */
  public record Kind(Form form, Optional<String> mapping, char delimiter) {
    /** Reports in our own form, or rows of UCDP GED. */
    public static Kind of(Form form) {
      return new Kind(form, Optional.empty(), ',');
    }

    private boolean isTable() {
      return form != Form.JSONL;
    }
  }

  /**
   * Cuts a file.
   *
   * @param sender who sends it
   * @throws IOException when the file cannot be read
   */
  public static void of(Path file, Kind kind, String sender, Consumer<Submission> taker)
      throws IOException {
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      new Records(file, kind, sender, taker).cut(bytes);
    }
  }

  private void cut(InputStream bytes) throws IOException {
    for (int next = bytes.read(); next >= 0; next = bytes.read()) {
      if (kind.isTable()) {
        note(next);
      }
      if (next == '\n') {
        line++;
      }
      if (next == '\n' && !quoted) {
        end();
      } else if (record.size() < LONGEST) {
        record.write(next);
      } else {
        cut = true;
      }
    }
    end();
  }

  /** A quote opens at the beginning of a cell, or doubled inside one; elsewhere it is text. */
  private void note(int next) {
    boolean quote = next == '"';
    boolean opens = quote && (cellStart || closed);
    closed = quoted && quote;
    quoted = quoted ? !quote : opens;
    cellStart = !quoted && !closed && (next == kind.delimiter() || next == '\n');
  }

  /** A record that is too long is kept as far as it goes, and will be found unreadable. */
  private void end() {
    byte[] bytes = withoutMark(record.toByteArray());
    record.reset();
    quoted = false;
    closed = false;
    cellStart = true;
    boolean blank = new String(bytes, StandardCharsets.UTF_8).isBlank();
    if (kind.isTable() && header.length == 0 && !blank) {
      header = bytes;
    } else if (!blank && !isTags(bytes)) {
      taker.accept(
          new Submission(
              sender,
              Optional.empty(),
              kind.form(),
              kind.mapping(),
              new Submission.Place(file, first),
              Bytes.of(kind.isTable() ? withHeader(bytes) : bytes)));
    }
    cut = false;
    first = line;
  }

  /** The row of HXL tags that may follow the header is no record. */
  private boolean isTags(byte[] bytes) {
    return kind.form() == Form.UCDP && !cut && bytes[0] == '#';
  }

  private static byte[] withoutMark(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(3, bytes.length), StandardCharsets.UTF_8);
    return !start.isEmpty() && start.charAt(0) == BYTE_ORDER_MARK
        ? java.util.Arrays.copyOfRange(bytes, 3, bytes.length)
        : bytes;
  }

  private byte[] withHeader(byte[] row) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(header);
    both.write('\n');
    both.writeBytes(row);
    return both.toByteArray();
  }
}
