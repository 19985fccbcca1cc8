package org.truce.publish.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values that occur many times, written once and referred to by their position. */
final class Interned<T> {
  private final Map<T, Integer> positions = new LinkedHashMap<>();

  /** Returns the position of the value, which is added if it is new. */
  int position(T value) {
    return positions.computeIfAbsent(value, v -> positions.size());
  }

  /** Returns the values by position. */
  List<T> values() {
    return new ArrayList<>(positions.keySet());
  }
}
