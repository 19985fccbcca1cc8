package org.truce.snapshot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.truce.report.ClaimId;
import org.truce.report.ReportId;

/** Writes numbers, texts and names of claims; {@link SnapshotInput} reads them back. */
public final class SnapshotOutput {
  private final OutputStream out;
  private final Map<String, Integer> words = new HashMap<>();

  /**
   * Writes to a stream.
   *
   * @param out buffered; whoever opened it closes it
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
    long left = (number << 1) ^ (number >> 63);
    while ((left & ~0x7fL) != 0) {
      out.write((int) (left & 0x7f) | 0x80);
      left >>>= 7;
    }
    out.write((int) left);
  }

  /** Writes a number of which every size is as likely: always eight bytes. */
  public void fixed(long number) throws IOException {
    for (int shift = Long.SIZE - 8; shift >= 0; shift -= 8) {
      out.write((int) (number >>> shift));
    }
  }

  public void flag(boolean flag) throws IOException {
    out.write(flag ? 1 : 0);
  }

  /** Writes a text that hardly ever comes twice. */
  public void text(String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    number(utf8.length);
    out.write(utf8);
  }

  /** Writes a text that comes often. */
  public void word(String word) throws IOException {
    Integer known = words.get(word);
    if (known != null) {
      number(known);
    } else {
      number(-1);
      text(word);
      words.put(word, words.size());
    }
  }

  public void report(ReportId id) throws IOException {
    word(id.source());
    text(id.number());
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
