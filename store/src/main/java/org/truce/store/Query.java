package org.truce.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which rows are asked for.
 *
 * @param table of which table
 * @param index known at this ledger index
 * @param conditions all of them hold
 * @param box only rows whose box meets this one; for claims and incidents
 * @param words only claims whose text holds these words, as far as the text index has come
 */
public record Query(
    Table table,
    long index,
    List<Condition> conditions,
    Optional<Box> box,
    Optional<String> words) {
  public Query {
    conditions = List.copyOf(conditions);
  }

  /** Everything in a table at an index. */
  public static Query of(Table table, long index) {
    return new Query(table, index, List.of(), Optional.empty(), Optional.empty());
  }

  /** Returns the query with one more condition. */
  public Query where(String column, Comparison comparison, Object value) {
    table.at(column);
    List<Condition> more = new ArrayList<>(conditions);
    more.add(new Condition(column, comparison, value));
    return new Query(table, index, more, box, words);
  }

  /** Returns the query within a box. */
  public Query within(Box meets) {
    return new Query(table, index, conditions, Optional.of(meets), words);
  }

  /** Returns the query for claims whose text holds the words. */
  public Query saying(String text) {
    return new Query(table, index, conditions, box, Optional.of(text));
  }

  /** How a column is compared. */
  public enum Comparison {
    IS("="),
    AT_MOST("<="),
    LESS("<"),
    MORE(">");

    private final String sql;

    Comparison(String sql) {
      this.sql = sql;
    }

    String sql() {
      return sql;
    }
  }

  /**
   * One comparison.
   *
   * @param column name of the column
   * @param comparison how it is compared
   * @param value a Long or a String
   */
  public record Condition(String column, Comparison comparison, Object value) {}

  /** A box in 1e-7 degrees, ends included. */
  public record Box(long south, long west, long north, long east) {}
}
