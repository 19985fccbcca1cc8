package org.truce.publish;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Writes CSV of which no cell is a formula to a spreadsheet: a text that begins as one gets an
 * apostrophe before it, since it may come from anybody who sends a report.
 */
final class PlainCsv implements AutoCloseable {
  private static final Pattern FORMULA =
      Pattern.compile("[\\s\\p{Cf}]*[=+\\-@|\\uFF1D\\uFF0B\\uFF0D\\uFF20].*", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.][0-9]+)?");

  private final CsvWriter writer;

  PlainCsv(Path file) throws IOException {
    this.writer = CsvWriter.builder().build(file);
  }

  void writeRecord(String... cells) {
    writer.writeRecord(Arrays.stream(cells).map(PlainCsv::plain).toArray(String[]::new));
  }

  /** Returns the cell, with an apostrophe where a spreadsheet would compute it. */
  static String plain(String cell) {
    boolean computed = FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches();
    return computed ? "'" + cell : cell;
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
