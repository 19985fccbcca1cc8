package org.truce.store;

import java.util.List;

/** What the effect of one ledger entry does to the projection. */
public sealed interface Change {

  /** From this entry on the row says this; nothing happens when it already does. */
  record Put(Row row) implements Change {}

  /**
   * From this entry on there is no such row.
   *
   * @param key the cells of the key
   */
  record Gone(Table table, List<Object> key) implements Change {
    public Gone {
      key = List.copyOf(key);
    }
  }
}
