package org.truce.incident.linkage;

import java.util.Arrays;

/**
 * Sorts by long keys, least significant digit first; equal keys keep their order. One object sorts
 * one set after the other and leaves no garbage.
 */
final class RadixSort {
  private static final int BITS = 11;
  private static final int BUCKETS = 1 << BITS;

  /** Not negative; sorted by {@link #sort}. */
  long[] keys = new long[0];

  /** What belongs to each key. */
  int[] values = new int[0];

  private long[] otherKeys = new long[0];
  private int[] otherValues = new int[0];
  private final int[] starts = new int[BUCKETS + 1];

  /** Starts without room. */
  RadixSort() {}

  /** Starts with room for exactly so many keys. */
  RadixSort(int size) {
    allocate(size);
  }

  /**
   * Sorts the keys in place and returns the values in that order.
   *
   * @param keys not negative
   */
  static int[] sorted(long[] keys, int[] values) {
    RadixSort sort = new RadixSort();
    sort.keys = keys;
    sort.values = values.clone();
    sort.otherKeys = new long[keys.length];
    sort.otherValues = new int[keys.length];
    sort.sort(keys.length);
    System.arraycopy(sort.keys, 0, keys, 0, keys.length); // maybe onto itself
    return sort.values;
  }

  /** Makes room for so many keys; what was there is lost. */
  void makeRoom(int size) {
    if (keys.length < size) {
      allocate(size + size / 2);
    }
  }

  private void allocate(int size) {
    keys = new long[size];
    values = new int[size];
    otherKeys = new long[size];
    otherValues = new int[size];
  }

  /** Sorts the first keys, and the values with them. */
  void sort(int size) {
    long all = 0;
    for (int i = 1; i < size; i++) {
      all |= keys[i] ^ keys[0];
    }
    for (int shift = 0; shift < Long.SIZE; shift += BITS) {
      if ((all >>> shift & (BUCKETS - 1)) != 0) {
        pass(size, shift);
      }
    }
  }

  private void pass(int size, int shift) {
    long[] from = keys;
    long[] to = otherKeys;
    int[] valuesFrom = values;
    int[] valuesTo = otherValues;
    Arrays.fill(starts, 0);
    for (int i = 0; i < size; i++) {
      starts[(int) (from[i] >>> shift & (BUCKETS - 1)) + 1]++;
    }
    for (int i = 1; i <= BUCKETS; i++) {
      starts[i] += starts[i - 1];
    }
    for (int i = 0; i < size; i++) {
      int at = starts[(int) (from[i] >>> shift & (BUCKETS - 1))]++;
      to[at] = from[i];
      valuesTo[at] = valuesFrom[i];
    }
    keys = to;
    otherKeys = from;
    values = valuesTo;
    otherValues = valuesFrom;
  }
}
