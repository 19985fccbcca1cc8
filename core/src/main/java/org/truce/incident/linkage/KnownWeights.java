package org.truce.incident.linkage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The weights between rows that were in one component, kept so that the next change of a large
 * component weighs the new row alone. Weights do not change: rows and model are fixed.
 */
final class KnownWeights {
  /** Smaller components are weighed anew; that is as quick as looking up. */
  static final int LEAST_ROWS = 32;

  /** A weight that is not known. */
  static final int UNKNOWN = Integer.MIN_VALUE;

  static final KnownWeights NONE = new KnownWeights(0);

  private final Map<Integer, Integer> numbers = new HashMap<>();
  private int room;
  private int[] weights;

  /**
   * Starts with no row.
   *
   * @param room for so many rows at first
   */
  KnownWeights(int room) {
    this.room = room;
    weights = new int[room * room];
    Arrays.fill(weights, UNKNOWN);
  }

  int size() {
    return numbers.size();
  }

  /** Says whether so many rows that have left are among these that it is better to start anew. */
  boolean isWornOut(int rows) {
    return size() > rows + rows / 2;
  }

  /** Returns the numbers of rows here; a new row is given the next one. */
  int[] numbers(int[] rows) {
    int[] found = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      Integer number = numbers.putIfAbsent(rows[i], numbers.size());
      found[i] = number == null ? numbers.size() - 1 : number;
    }
    if (size() > room) {
      grow(size() + size() / 4);
    }
    return found;
  }

  private void grow(int more) {
    int[] grown = new int[more * more];
    Arrays.fill(grown, UNKNOWN);
    for (int i = 0; i < room; i++) {
      System.arraycopy(weights, i * room, grown, i * more, room);
    }
    weights = grown;
    room = more;
  }

  void put(int one, int other, int weight) {
    weights[one * room + other] = weight;
    weights[other * room + one] = weight;
  }

  /** Returns the weight of two numbered rows, or {@link #UNKNOWN}. */
  int weight(int one, int other) {
    return weights[one * room + other];
  }
}
