package org.truce.snapshot;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.truce.report.ClaimId;
import org.truce.report.ReportId;

/**
 * Reads what {@link SnapshotOutput} wrote. What is not of that form ends in an {@link IOException}.
 */
public final class SnapshotInput {
  private static final int MOST_BYTES = 1 << 24;
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int filled;
  private final Recurring<String> words = new Recurring<>();
  private LongFunction<Optional<ReportId>> numbered = number -> Optional.empty();

  /**
   * Reads from a stream.
   *
   * @param in whoever opened it closes it; more may be taken from it than is asked for
   */
  public SnapshotInput(InputStream in) {
    this.in = in;
  }

  /** Reads one item of a list. */
  @FunctionalInterface
  public interface Item<T> {
    T read(SnapshotInput in) throws IOException;
  }

  /** Takes one item of a list. */
  @FunctionalInterface
  public interface Taking {
    void take(SnapshotInput in) throws IOException;
  }

  private int next() throws IOException {
    if (at == filled) {
      fill();
    }
    return buffer[at++] & 0xff;
  }

  private void fill() throws IOException {
    filled = in.read(buffer);
    at = 0;
    if (filled <= 0) {
      throw new EOFException("the snapshot ends early");
    }
  }

  public long number() throws IOException {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int next = next();
      number |= (long) (next & 0x7f) << shift;
      if (next < 0x80) {
        return (number >>> 1) ^ -(number & 1);
      }
    }
    throw new IOException("the snapshot holds a number of more than 64 bits");
  }

  /** Reads a number of eight bytes. */
  public long fixed() throws IOException {
    if (filled - at >= Long.BYTES) {
      long number = (long) WORDS.get(buffer, at);
      at += Long.BYTES;
      return number;
    }
    long number = 0;
    for (int i = 0; i < 8; i++) {
      number = number << 8 | next();
    }
    return number;
  }

  /** Reads a number that must be from 0 to 2,147,483,647. */
  public int count() throws IOException {
    long number = number();
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw new IOException("the snapshot holds %d where a count stands".formatted(number));
    }
    return (int) number;
  }

  /** Reads a number that must fit into 32 bits. */
  public int small() throws IOException {
    long number = number();
    if (number != (int) number) {
      throw new IOException("the snapshot holds %d where a small number stands".formatted(number));
    }
    return (int) number;
  }

  public boolean flag() throws IOException {
    return next() == 1;
  }

  public String text() throws IOException {
    int length = count();
    if (length > MOST_BYTES) {
      throw new IOException("the snapshot holds a text of %d bytes".formatted(length));
    }
    if (length <= filled - at) {
      String text = new String(buffer, at, length, StandardCharsets.UTF_8);
      at += length;
      return text;
    }
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) next();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  public String word() throws IOException {
    return words.read(this, SnapshotInput::text);
  }

  /**
   * From here on reports are read by the numbers that they have.
   *
   * @param reports the report of a number, if there is one
   */
  public void numbered(LongFunction<Optional<ReportId>> reports) {
    numbered = reports;
  }

  public ReportId report() throws IOException {
    long number = number();
    return number < 0
        ? new ReportId(word(), text())
        : numbered
            .apply(number)
            .orElseThrow(
                () -> new IOException("the snapshot names a report that it does not hold"));
  }

  public ClaimId claim() throws IOException {
    return new ClaimId(report(), word());
  }

  public <T> List<T> list(Item<T> item) throws IOException {
    int size = count();
    if (size == 1) {
      return List.of(item.read(this));
    }
    List<T> list = new ArrayList<>(Math.min(size, 1 << 16));
    for (int i = 0; i < size; i++) {
      list.add(item.read(this));
    }
    return list;
  }

  /** Has as many items taken as were written. */
  public void each(Taking item) throws IOException {
    int size = count();
    for (int i = 0; i < size; i++) {
      item.take(this);
    }
  }

  public <T> Optional<T> optional(Item<T> item) throws IOException {
    return flag() ? Optional.of(item.read(this)) : Optional.empty();
  }
}
