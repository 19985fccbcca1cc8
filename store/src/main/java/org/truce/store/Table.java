package org.truce.store;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A table of the projection and its columns, as docs/tables.md describes them.
 *
 * <p>Times are microseconds since 1970 UTC, positions 1e-7 degrees, distances millimetres. The
 * first columns are the key: of one key at most one row is known at any index.
 */
@SuppressWarnings("ImmutableEnumChecker") // List.of makes the lists immutable
public enum Table {
  /** A report as received; the key is the ledger index of its entry. */
  REPORT(
      1,
      "entry:n report:t state:t source:t side:t handling:t exercise:n machine:n said_from:n"
          + " said_to:n recorded_at:n reconstructed:n claims:n copy_of:n file:t line:n"),
  /** A record that could not be read, with the reason. */
  REJECTED(1, "entry:n handling:t file:t line:n field:t value:t reason:t"),
  /** A claim that stands. */
  CLAIM(
      1,
      "claim:t entry:n kind:t source:t side:t handling:t about_from:n about_to:n said_to:n south:n"
          + " west:n north:n east:n conduct:t text:t"),
  /** Which incident a claim belongs to. */
  MEMBER(1, "claim:t incident:n"),
  /** An incident; one that was merged into another or has no claims left keeps its number. */
  INCIDENT(
      1,
      "incident:n state:t into:n cluster:t handling:t about_from:n about_to:n south:n west:n"
          + " north:n east:n claims:n members:n origins:n sides:t contested:n attention:n"),
  /** What a clause of a reading says under one side's account; not covered has no row. */
  FINDING(
      4,
      "incident:n reading:t clause:t side:t outcome:t authors:t exception_claimed:n missing:t"
          + " handling:t"),
  /** What of a day (UTC) is known, summed up, so that a count at any index is quick. */
  DAILY(1, "day:n incidents:n contested:n breaches:n undetermined:n claims:n"),
  /** Where an alleged breach stands on one axis, once a person has moved it. */
  AXIS(3, "incident:n axis:t reading:t value:t act:n"),
  /** An act of a person, also one that was refused. */
  ACT(1, "entry:n act:t person:t role:t subject:t reason:t refused:t undone_by:n recorded_at:n"),
  /** A key that may act, and in which role. */
  PERSON(2, "key:t role:t name:t side:t granted_by:n"),
  /** What analysts decided about two claims: together, apart, or that it cannot be decided. */
  DECISION(2, "first:t second:t verdict:t act:n"),
  /** A mapping by which rows of tables are read; the entry holds its text. */
  MAPPING(1, "mapping:t entry:n name:t"),
  /** Under which reader, model, agreement and versions everything after was worked out. */
  EPOCH(1, "entry:n reader:t model:t agreement:t zones:t projector:n");

  private final int keys;
  private final List<Column> columns;

  Table(int keys, String columns) {
    this.keys = keys;
    this.columns = Arrays.stream(columns.split(" ", -1)).map(Column::parse).toList();
  }

  /**
   * A column.
   *
   * @param name its name in SQL
   * @param number whether it holds whole numbers; otherwise text
   */
  public record Column(String name, boolean number) {
    private static Column parse(String text) {
      String[] parts = text.split(":", -1);
      return new Column(parts[0], parts[1].equals("n"));
    }
  }

  /** Returns the columns in order, without {@code known_from} and {@code known_to}. */
  public List<Column> columns() {
    return columns;
  }

  /** Returns how many of the first columns are the key. */
  public int keys() {
    return keys;
  }

  /** Returns the name in SQL. */
  public String sql() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the position of a column. */
  public int at(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    throw new IllegalArgumentException("%s has no column %s".formatted(sql(), column));
  }
}
