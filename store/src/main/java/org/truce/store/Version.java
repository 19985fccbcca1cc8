package org.truce.store;

/**
 * A row and the span of ledger indices in which it is known.
 *
 * @param row what it says
 * @param from index of the entry whose effect opened it
 * @param to index of the entry whose effect closed it, exclusive; {@link #OPEN} while it stands
 */
public record Version(Row row, long from, long to) {

  /** Not closed. */
  public static final long OPEN = Long.MAX_VALUE;

  /** Returns whether the row is known once the entry of that index has had its effect. */
  public boolean at(long index) {
    return from <= index && index < to;
  }
}
