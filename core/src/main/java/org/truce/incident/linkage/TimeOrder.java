package org.truce.incident.linkage;

import java.util.Arrays;

/**
 * The rows of a table that have a {@link Tier}, in the order of time.
 *
 * @param rows their numbers
 * @param mayBeCrowded whether {@link Crowds} must look for more than it lets through in one place
 *     at one time; copies are counted as well
 */
@SuppressWarnings("ArrayRecordComponent") // one number for each of millions of rows
record TimeOrder(int[] rows, boolean mayBeCrowded) {
  /** Of no rows. */
  static final TimeOrder NONE = new TimeOrder(new int[0], false);

  static TimeOrder of(ClaimTable table) {
    int[] cells = table.cells();
    RadixSort sort = new RadixSort(table.size());
    Crowds crowds = new Crowds();
    int count = 0;
    for (int row = 0; row < table.size(); row++) {
      int at = row * ClaimTable.WIDTH;
      int tier = Tier.of(cells, at);
      if (tier != Tier.NONE) {
        crowds.count(cells, at, tier);
        sort.keys[count] = (long) cells[at + ClaimTable.TIME] - Integer.MIN_VALUE;
        sort.values[count++] = row;
      }
    }
    sort.sort(count);
    return new TimeOrder(Arrays.copyOf(sort.values, count), crowds.isAny());
  }

  /** Returns those rows of which no other is the leader. */
  TimeOrder leading(Copies copies) {
    return new TimeOrder(copies.leading(rows), mayBeCrowded);
  }

  /** Returns those rows that are compared with others. */
  int[] compared(ClaimTable table) {
    return mayBeCrowded ? Crowds.kept(table, rows) : rows;
  }
}
