package org.truce.incident.linkage;

import java.util.Arrays;

/**
 * The weights between the rows of one component, kept so that the next change of a large component
 * weighs the new row alone. Weights do not change: rows and model are fixed.
 */
final class KnownWeights {
  /** Smaller components are weighed anew; that is as quick as looking up. */
  static final int LEAST_ROWS = 32;

  static final KnownWeights NONE = new KnownWeights(new int[0]);

  private static final int UNKNOWN = -1;

  private final int[] rows;
  private final int[] places;
  private final int[] weights;

  /**
   * Makes room.
   *
   * @param order rows in the order in which they are numbered
   */
  KnownWeights(int[] order) {
    int[] sorted = order.clone();
    Arrays.sort(sorted);
    rows = sorted;
    places = new int[sorted.length];
    for (int i = 0; i < order.length; i++) {
      places[Arrays.binarySearch(sorted, order[i])] = i;
    }
    weights = new int[order.length * order.length];
  }

  /** Returns the numbers of rows, or a negative number for a row that is not here. */
  int[] numbers(int[] asked) {
    int[] numbers = new int[asked.length];
    for (int i = 0; i < asked.length; i++) {
      int at = Arrays.binarySearch(rows, asked[i]);
      numbers[i] = at < 0 ? UNKNOWN : places[at];
    }
    return numbers;
  }

  int size() {
    return rows.length;
  }

  void put(int one, int other, int weight) {
    weights[one * rows.length + other] = weight;
    weights[other * rows.length + one] = weight;
  }

  int weight(int one, int other) {
    return weights[one * rows.length + other];
  }
}
