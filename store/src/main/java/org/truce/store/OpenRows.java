package org.truce.store;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rows that were written last and stand, so that most of what an entry changes need not be
 * looked up in the file. Of tables whose rows hardly ever change none are held.
 */
final class OpenRows {
  private static final int MOST = 30_000;
  private static final Set<Table> CHANGING = EnumSet.of(Table.INCIDENT, Table.FINDING, Table.DAILY);

  private final Map<List<Object>, Open> rows =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, Open> eldest) {
          return size() > MOST;
        }
      };

  /** A row that stands, and where it lies in its table. */
  record Open(long rowid, Version version) {}

  Optional<Open> find(Table table, List<Object> key) {
    return CHANGING.contains(table)
        ? Optional.ofNullable(rows.get(List.of(table, key)))
        : Optional.empty();
  }

  void put(Open open) {
    Row row = open.version().row();
    if (CHANGING.contains(row.table())) {
      rows.put(List.of(row.table(), row.key()), open);
    }
  }

  void remove(Row row) {
    rows.remove(List.of(row.table(), row.key()));
  }
}
