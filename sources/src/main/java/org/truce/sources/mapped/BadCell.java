package org.truce.sources.mapped;

/** A cell that cannot be read; never leaves this package. */
final class BadCell extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String column;
  private final String value;
  private final String reason;

  BadCell(String column, String value, String reason) {
    super(column + ": " + value + " " + reason, null, false, false);
    this.column = column;
    this.value = value;
    this.reason = reason;
  }

  String column() {
    return column;
  }

  String value() {
    return value;
  }

  String reason() {
    return reason;
  }
}
