package org.truce.store;

import java.util.ArrayList;
import java.util.List;

/** A query in SQLite's words. */
final class SqliteQuery {
  private final StringBuilder sql = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  SqliteQuery(Query query) {
    String table = query.table().sql();
    sql.append(table).append(" WHERE known_from <= ? AND known_to > ?");
    values.add(query.index());
    values.add(query.index());
    for (Query.Condition condition : query.conditions()) {
      sql.append(" AND ")
          .append(SqliteSchema.quoted(condition.column()))
          .append(' ')
          .append(condition.comparison().sql())
          .append(" ?");
      values.add(condition.value());
    }
    query.box().ifPresent(box -> within(table, box));
    query.words().ifPresent(this::saying);
  }

  private void within(String table, Query.Box box) {
    sql.append(" AND rowid IN (SELECT id FROM ")
        .append(table)
        .append("_box WHERE south <= ? AND north >= ? AND west <= ? AND east >= ?)");
    values.addAll(List.of(box.north(), box.south(), box.east(), box.west()));
  }

  /** The words are one phrase, whatever signs they hold. */
  private void saying(String words) {
    sql.append(" AND rowid IN (SELECT -rowid FROM claim_words WHERE claim_words MATCH ?)");
    values.add('"' + words.replace("\"", "\"\"") + '"');
  }

  String fromWhere() {
    return sql.toString();
  }

  List<Object> values() {
    return values;
  }
}
