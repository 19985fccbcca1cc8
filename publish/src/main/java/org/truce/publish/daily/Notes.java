package org.truce.publish.daily;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Where each number comes from: numbered lists of incidents and claims, equal lists once. */
final class Notes {
  private final Map<List<String>, Integer> numbers = new LinkedHashMap<>();

  /** Returns the number of the note that lists these; 0 when there is nothing to list. */
  int number(Collection<String> references) {
    if (references.isEmpty()) {
      return 0;
    }
    List<String> sorted = List.copyOf(new TreeSet<>(references));
    return numbers.computeIfAbsent(sorted, list -> numbers.size() + 1);
  }

  /** Returns the lists in the order of their numbers. */
  List<List<String>> lists() {
    return new ArrayList<>(numbers.keySet());
  }
}
