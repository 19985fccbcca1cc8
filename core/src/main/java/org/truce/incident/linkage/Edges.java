package org.truce.incident.linkage;

import java.util.Arrays;

/** Pairs of rows with their weights, only ever appended. */
final class Edges {
  private int[] ends = new int[3 * 1_024];
  private int size;

  void add(int one, int other, int weight) {
    if (3 * size == ends.length) {
      ends = Arrays.copyOf(ends, Math.multiplyExact(3, Math.addExact(size, size / 2)));
    }
    ends[3 * size] = one;
    ends[3 * size + 1] = other;
    ends[3 * size + 2] = weight;
    size++;
  }

  /** Adds all of others, in their order. */
  void addAll(Edges others) {
    int all = Math.addExact(size, others.size);
    if (ends.length < Math.multiplyExact(3, all)) {
      ends = Arrays.copyOf(ends, 3 * all);
    }
    System.arraycopy(others.ends, 0, ends, 3 * size, 3 * others.size);
    size = all;
  }

  int size() {
    return size;
  }

  int one(int edge) {
    return ends[3 * edge];
  }

  int other(int edge) {
    return ends[3 * edge + 1];
  }

  int weight(int edge) {
    return ends[3 * edge + 2];
  }
}
