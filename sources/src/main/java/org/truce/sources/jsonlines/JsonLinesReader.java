package org.truce.sources.jsonlines;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.truce.notation.Notation;
import org.truce.notation.NotationException;
import org.truce.notation.ReportNotation;
import org.truce.report.Input;
import org.truce.report.Rejected;
import org.truce.sources.Reception;

/** Reads a file of reports, line by line. */
public final class JsonLinesReader {
  private static final int LONGEST_LINE = 4 << 20;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String file;

  /** Prepares to read a file under the name that the user gave it. */
  public JsonLinesReader(String file) {
    this.file = file;
  }

  /** Reads to the end; every line is either a report, blank, or rejected. */
  public void read(InputStream bytes, Reception reception) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    byte[] chunk = new byte[1 << 13];
    long length = 0;
    int number = 1;
    for (int read = bytes.read(chunk); read >= 0; read = bytes.read(chunk)) {
      int from = 0;
      for (int at = 0; at < read; at++) {
        if (chunk[at] == '\n') {
          length += at - from;
          keep(line, chunk, from, at, length);
          line(line, length, number++, reception);
          line.reset();
          length = 0;
          from = at + 1;
        }
      }
      length += read - from;
      keep(line, chunk, from, read, length);
    }
    line(line, length, number, reception);
  }

  /** Keeps what was read of a line, as long as the line is not too long. */
  private static void keep(
      ByteArrayOutputStream line, byte[] chunk, int from, int to, long length) {
    if (length <= LONGEST_LINE) {
      line.write(chunk, from, to - from);
    }
  }

  private void line(ByteArrayOutputStream bytes, long length, int number, Reception reception) {
    Input input = new Input(file, number);
    if (length > LONGEST_LINE) {
      reception.rejected(
          new Rejected(
              input,
              "",
              "",
              "the line has %,d bytes; a report has at most %,d".formatted(length, LONGEST_LINE)));
      return;
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.toByteArray()))
              .toString()
              .strip();
      if (number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
        text = text.substring(1).strip();
      }
      if (!text.isEmpty()) {
        reception.report(ReportNotation.read(Notation.jsonLine(file, number, text)));
      }
    } catch (CharacterCodingException e) {
      reception.rejected(new Rejected(input, "", "", "the line is not UTF-8 text"));
    } catch (NotationException e) {
      reception.rejected(new Rejected(input, "", "", e.reason()));
    }
  }
}
