package org.truce.incident;

import java.util.HashMap;
import java.util.Map;

/** Numbers for texts, so that equal texts are compared quickly. Only equality means anything. */
final class Numbers {
  private final Map<String, Integer> known = new HashMap<>();

  int of(String text) {
    return known.computeIfAbsent(text, added -> known.size() + 1);
  }
}
