package org.truce.snapshot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.truce.report.ClaimId;
import org.truce.report.ReportId;

/**
 * Writes numbers, texts and names of claims; {@link SnapshotInput} reads them back. {@link #flush}
 * at the end.
 */
public final class SnapshotOutput {
  private static final int LONGEST_NUMBER = 10;

  private final OutputStream out;
  private final byte[] buffer = new byte[1 << 16];
  private int filled;
  private final Recurring<String> words = new Recurring<>();
  private ToLongFunction<ReportId> numbers = id -> -1;

  /**
   * Writes to a stream.
   *
   * @param out whoever opened it closes it
   */
  public SnapshotOutput(OutputStream out) {
    this.out = out;
  }

  /** Writes one item of a list. */
  @FunctionalInterface
  public interface Item<T> {
    void write(SnapshotOutput out, T item) throws IOException;
  }

  /** Writes a whole number; small ones, of either sign, take little room. */
  public void number(long number) throws IOException {
    makeRoom(LONGEST_NUMBER);
    long left = (number << 1) ^ (number >> 63);
    while ((left & ~0x7fL) != 0) {
      buffer[filled++] = (byte) ((left & 0x7f) | 0x80);
      left >>>= 7;
    }
    buffer[filled++] = (byte) left;
  }

  private void makeRoom(int bytes) throws IOException {
    if (filled + bytes > buffer.length) {
      flush();
    }
  }

  /** Hands everything on to the stream. */
  public void flush() throws IOException {
    out.write(buffer, 0, filled);
    filled = 0;
  }

  /** Writes a number of which every size is as likely: always eight bytes. */
  public void fixed(long number) throws IOException {
    makeRoom(Long.BYTES);
    for (int shift = Long.SIZE - 8; shift >= 0; shift -= 8) {
      buffer[filled++] = (byte) (number >>> shift);
    }
  }

  public void flag(boolean flag) throws IOException {
    makeRoom(1);
    buffer[filled++] = (byte) (flag ? 1 : 0);
  }

  /** Writes a text that hardly ever comes twice. */
  public void text(String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    number(utf8.length);
    makeRoom(utf8.length);
    if (utf8.length > buffer.length) {
      out.write(utf8);
    } else {
      System.arraycopy(utf8, 0, buffer, filled, utf8.length);
      filled += utf8.length;
    }
  }

  /** Writes a text that comes often. */
  public void word(String word) throws IOException {
    words.write(this, word, SnapshotOutput::text);
  }

  /**
   * From here on reports are written by the numbers that they have.
   *
   * @param numberOf the number of a report, from 0; −1 when it has none
   */
  public void numbered(ToLongFunction<ReportId> numberOf) {
    numbers = numberOf;
  }

  public void report(ReportId id) throws IOException {
    long number = numbers.applyAsLong(id);
    number(number);
    if (number < 0) {
      word(id.source());
      text(id.number());
    }
  }

  public void claim(ClaimId id) throws IOException {
    report(id.report());
    word(id.name());
  }

  /** Writes how many there are, then each. */
  public <T> void each(Collection<? extends T> items, Item<T> item) throws IOException {
    number(items.size());
    for (T each : items) {
      item.write(this, each);
    }
  }

  public <T> void optional(Optional<? extends T> found, Item<T> item) throws IOException {
    flag(found.isPresent());
    if (found.isPresent()) {
      item.write(this, found.get());
    }
  }
}
