package org.truce.report;

/**
 * A record that could not be read; it is kept, counted and shown.
 *
 * @param input where it stands
 * @param column name of the column or field at fault, or empty
 * @param value the value at fault, shortened to 200 characters
 * @param reason what is wrong with it and what would be right
 */
public record Rejected(Input input, String column, String value, String reason)
    implements Comparable<Rejected> {
  private static final int LONGEST_VALUE = 200;

  public Rejected {
    value = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
  }

  @Override
  public int compareTo(Rejected other) {
    return input.compareTo(other.input);
  }

  /** Returns the message that a person reads. */
  @Override
  public String toString() {
    return column.isEmpty()
        ? "%s: %s; the record is kept as rejected".formatted(input, reason)
        : "%s: %s: \"%s\" %s; the record is kept as rejected"
            .formatted(input, column, value, reason);
  }
}
