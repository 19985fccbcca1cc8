package org.truce.mechanism;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.truce.store.Change;
import org.truce.store.Row;
import org.truce.store.Table;

/** The changes that one entry makes; of one key the last counts. */
final class Effects {
  private final Map<List<Object>, Change> changes = new LinkedHashMap<>();

  void put(Row row) {
    changes.put(List.of(row.table(), row.key()), new Change.Put(row));
  }

  void gone(Table table, List<Object> key) {
    changes.put(List.of(table, key), new Change.Gone(table, key));
  }

  List<Change> list() {
    return List.copyOf(changes.values());
  }
}
