package org.truce.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows that were written last and stand, so that most of what an entry changes need not be
 * looked up in the file.
 */
final class OpenRows {
  private static final int MOST = 100_000;

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
    return Optional.ofNullable(rows.get(List.of(table, key)));
  }

  void put(Open open) {
    Row row = open.version().row();
    rows.put(List.of(row.table(), row.key()), open);
  }

  void remove(Row row) {
    rows.remove(List.of(row.table(), row.key()));
  }

  /** Forgets everything, because what was written is undone. */
  void clear() {
    rows.clear();
  }
}
