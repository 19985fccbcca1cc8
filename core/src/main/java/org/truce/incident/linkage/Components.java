package org.truce.incident.linkage;

import java.util.Arrays;
import java.util.function.Consumer;

/** Rows that chains of edges connect. Rows without an edge make none. */
final class Components {
  private final int[] starts;
  private final int[] rows;
  private final int count;

  private Components(int[] starts, int[] rows, int count) {
    this.starts = starts;
    this.rows = rows;
    this.count = count;
  }

  static Components of(int size, Edges edges) {
    int[] roots = new int[size];
    for (int i = 0; i < size; i++) {
      roots[i] = i;
    }
    for (int edge = 0; edge < edges.size(); edge++) {
      join(roots, edges.one(edge), edges.other(edge));
    }
    int[] sizes = new int[size];
    for (int i = 0; i < size; i++) {
      roots[i] = roots[roots[i]]; // what it hangs on comes before it: final already
      sizes[roots[i]]++;
    }
    int[] starts = new int[size + 1];
    int[] next = new int[size];
    int count = 0;
    int filled = 0;
    for (int i = 0; i < size; i++) {
      if (sizes[i] > 1) {
        next[i] = filled;
        starts[count++] = filled;
        filled += sizes[i];
      }
    }
    starts[count] = filled;
    int[] rows = new int[filled];
    for (int i = 0; i < size; i++) {
      if (sizes[roots[i]] > 1) {
        rows[next[roots[i]]++] = i;
      }
    }
    return new Components(starts, rows, count);
  }

  int count() {
    return count;
  }

  void forEach(Consumer<int[]> visit) {
    forEach(0, count, visit);
  }

  /** Hands over those from one on and before another. */
  void forEach(int from, int to, Consumer<int[]> visit) {
    for (int i = from; i < to; i++) {
      visit.accept(Arrays.copyOfRange(rows, starts[i], starts[i + 1]));
    }
  }

  private static void join(int[] roots, int a, int b) {
    int one = root(roots, a);
    int other = root(roots, b);
    roots[Math.max(one, other)] = Math.min(one, other);
  }

  static int root(int[] roots, int node) {
    int at = node;
    while (roots[at] != at) {
      roots[at] = roots[roots[at]];
      at = roots[at];
    }
    return at;
  }
}
