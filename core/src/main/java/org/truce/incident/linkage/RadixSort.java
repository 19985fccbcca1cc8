package org.truce.incident.linkage;

/** Sorts by long keys, least significant digit first; equal keys keep their order. */
final class RadixSort {
  private static final int BITS = 11;
  private static final int BUCKETS = 1 << BITS;

  private RadixSort() {}

  /**
   * Sorts the keys in place and returns the values in that order.
   *
   * @param keys not negative
   */
  static int[] sorted(long[] keys, int[] values) {
    long[] from = keys;
    long[] to = new long[keys.length];
    int[] valuesFrom = values.clone();
    int[] valuesTo = new int[values.length];
    long all = 0;
    boolean swapped = false;
    for (long key : keys) {
      all |= key ^ keys[0];
    }
    for (int shift = 0; shift < 64; shift += BITS) {
      if ((all >>> shift & (BUCKETS - 1)) == 0) {
        continue;
      }
      pass(from, to, valuesFrom, valuesTo, shift);
      long[] keysSwap = from;
      from = to;
      to = keysSwap;
      swapped = !swapped;
      int[] valuesSwap = valuesFrom;
      valuesFrom = valuesTo;
      valuesTo = valuesSwap;
    }
    if (swapped) {
      System.arraycopy(from, 0, keys, 0, keys.length);
    }
    return valuesFrom;
  }

  private static void pass(long[] from, long[] to, int[] valuesFrom, int[] valuesTo, int shift) {
    int[] starts = new int[BUCKETS + 1];
    for (long key : from) {
      starts[(int) (key >>> shift & (BUCKETS - 1)) + 1]++;
    }
    for (int i = 1; i <= BUCKETS; i++) {
      starts[i] += starts[i - 1];
    }
    for (int i = 0; i < from.length; i++) {
      int at = starts[(int) (from[i] >>> shift & (BUCKETS - 1))]++;
      to[at] = from[i];
      valuesTo[at] = valuesFrom[i];
    }
  }
}
