package org.truce.incident.linkage;

import java.util.Arrays;
import java.util.List;

/** Pairs of rows with their weights, only ever appended. */
final class Edges {
  private int[] ends = new int[3 * 1_024];
  private int size;

  void add(int one, int other, int weight) {
    if (3 * size == ends.length) {
      ends = Arrays.copyOf(ends, Math.multiplyExact(3, Math.addExact(size, size / 2 + 8)));
    }
    ends[3 * size] = one;
    ends[3 * size + 1] = other;
    ends[3 * size + 2] = weight;
    size++;
  }

  /** Puts pieces together in their order; each is let go once it is copied, for there are many. */
  static Edges joined(List<Edges> pieces) {
    Edges joined = new Edges();
    int all = pieces.stream().mapToInt(Edges::size).reduce(0, Math::addExact);
    joined.ends = new int[Math.multiplyExact(3, all)];
    for (int i = 0; i < pieces.size(); i++) {
      Edges piece = pieces.set(i, joined);
      System.arraycopy(piece.ends, 0, joined.ends, 3 * joined.size, 3 * piece.size);
      joined.size += piece.size;
    }
    return joined;
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
