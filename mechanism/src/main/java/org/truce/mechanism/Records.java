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
  private final Form form;
  private final String file;
  private final Consumer<Submission> taker;
  private final ByteArrayOutputStream record = new ByteArrayOutputStream();
  private byte[] header = new byte[0];
  private boolean quoted;
  private boolean cut;
  private long line = 1;
  private long first = 1;

  private Records(String sender, Form form, String file, Consumer<Submission> taker) {
    this.sender = sender;
    this.form = form;
    this.file = file;
    this.taker = taker;
  }

  /**
   * Cuts a file.
   *
   * @param sender who sends it
   * @throws IOException when the file cannot be read
   */
  public static void of(Path file, Form form, String sender, Consumer<Submission> taker)
      throws IOException {
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      new Records(sender, form, file.getFileName().toString(), taker).cut(bytes);
    }
  }

  private void cut(InputStream bytes) throws IOException {
    for (int next = bytes.read(); next >= 0; next = bytes.read()) {
      if (next == '"' && form == Form.UCDP) {
        quoted = !quoted;
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

  /** A record that is too long is kept as far as it goes, and will be found unreadable. */
  private void end() {
    byte[] bytes = withoutMark(record.toByteArray());
    record.reset();
    quoted = false;
    boolean blank = new String(bytes, StandardCharsets.UTF_8).isBlank();
    if (form == Form.UCDP && header.length == 0 && !blank) {
      header = bytes;
    } else if (!blank && !isTags(bytes)) {
      taker.accept(
          new Submission(
              sender,
              Optional.empty(),
              form,
              new Submission.Place(file, first),
              Bytes.of(form == Form.UCDP ? withHeader(bytes) : bytes)));
    }
    cut = false;
    first = line;
  }

  /** The row of HXL tags that may follow the header is no record. */
  private boolean isTags(byte[] bytes) {
    return form == Form.UCDP && !cut && bytes[0] == '#';
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
