package org.truce.store;

import java.util.ArrayList;
import java.util.List;
import org.truce.store.Table.Column;

/** The tables of {@link Table} in SQLite, with what makes them fast. */
final class SqliteSchema {
  /** Number of this form; a file of another form is thrown away and made again from the ledger. */
  static final int FORM = 5;

  private SqliteSchema() {}

  static List<String> statements() {
    List<String> all = new ArrayList<>();
    all.add(
        "CREATE TABLE entry (entry INTEGER PRIMARY KEY, recorded_at INTEGER NOT NULL, chain TEXT"
            + " NOT NULL, content BLOB NOT NULL)");
    all.add("CREATE INDEX entry_recorded ON entry (recorded_at)");
    for (Table table : Table.values()) {
      all.add(table(table));
      String name = table.sql();
      all.add(
          "CREATE UNIQUE INDEX %1$s_key ON %1$s (%2$s, known_from)".formatted(name, keys(table)));
      all.add("CREATE INDEX %1$s_opened ON %1$s (known_from)".formatted(name));
      all.add(
          "CREATE INDEX %1$s_closed ON %1$s (known_to) WHERE known_to < %2$d"
              .formatted(name, Version.OPEN));
      if (hasBox(table)) {
        all.add(
            ("CREATE VIRTUAL TABLE %s_box USING rtree_i32"
                    + " (id, south, north, west, east, first_hour, last_hour)")
                .formatted(name));
      }
    }
    all.add("CREATE INDEX member_incident ON member (incident)");
    all.add("CREATE INDEX claim_entry ON claim (entry)");
    all.add("CREATE INDEX incident_about ON incident (about_from)");
    all.add("CREATE INDEX incident_attention ON incident (attention, known_from)");
    all.add("CREATE INDEX finding_clause ON finding (reading, clause, outcome, known_from)");
    all.add("CREATE INDEX claim_tally ON claim (about_from) WHERE kind = 'tally'");
    all.add("CREATE INDEX claim_sum ON claim (about_from) WHERE kind IN ('tally', 'pattern')");
    all.add("CREATE INDEX report_source ON report (source, known_from)");
    all.add("CREATE VIRTUAL TABLE claim_words USING fts5 (text, tokenize = 'trigram')");
    all.add("CREATE TABLE text_index (entries INTEGER NOT NULL)");
    all.add("INSERT INTO text_index VALUES (0)");
    all.add("PRAGMA user_version = " + FORM);
    return all;
  }

  private static String table(Table table) {
    StringBuilder sql = new StringBuilder("CREATE TABLE " + table.sql() + " (");
    for (Column column : table.columns()) {
      sql.append(quoted(column.name()))
          .append(column.number() ? " INTEGER" : " TEXT")
          .append(" NOT NULL, ");
    }
    return sql.append("known_from INTEGER NOT NULL, known_to INTEGER NOT NULL)").toString();
  }

  static String keys(Table table) {
    return names(table.columns().subList(0, table.keys()));
  }

  /** The condition that a row has a key, its cells to be bound. */
  static String keyed(Table table) {
    return String.join(
        " AND ",
        table.columns().subList(0, table.keys()).stream()
            .map(column -> quoted(column.name()) + " = ?")
            .toList());
  }

  static String names(List<Column> columns) {
    return String.join(", ", columns.stream().map(Column::name).map(SqliteSchema::quoted).toList());
  }

  static String quoted(String name) {
    return '"' + name + '"';
  }

  static boolean hasBox(Table table) {
    return table == Table.CLAIM || table == Table.INCIDENT;
  }
}
