package org.truce.store;

/**
 * How far the projection has come.
 *
 * @param entries how many ledger entries have had their effect; the next one has this index
 * @param chain digest over the effects of all of them, hexadecimal
 */
public record Progress(long entries, String chain) {

  /** Nothing projected yet. */
  public static final Progress NONE = new Progress(0, "");
}
