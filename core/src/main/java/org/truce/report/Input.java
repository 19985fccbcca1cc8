package org.truce.report;

/**
 * A place in a file.
 *
 * @param file name of the file as the user gave it
 * @param line line on which the record begins, from 1
 */
public record Input(String file, long line) implements Comparable<Input> {
  @Override
  public int compareTo(Input other) {
    int byFile = file.compareTo(other.file);
    return byFile != 0 ? byFile : Long.compare(line, other.line);
  }

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
