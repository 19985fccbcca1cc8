package org.truce.incident.linkage;

/** What a row says, as a key: equal for rows that may be copies of each other. */
record Said(ClaimTable table, int row) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Said that
        && table == that.table
        && Copies.isSame(table.cells(), row * ClaimTable.WIDTH, that.row * ClaimTable.WIDTH);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(Copies.number(table.cells(), row * ClaimTable.WIDTH));
  }
}
