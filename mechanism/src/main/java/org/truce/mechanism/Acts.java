package org.truce.mechanism;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The acts that were not refused, and which of them were undone. */
final class Acts {
  private final Map<Long, Done> done = new HashMap<>();
  private final Map<Long, Long> undone = new HashMap<>();

  /**
   * An act that counts or counted.
   *
   * @param entry its entry
   * @param key who did it
   * @param act what was done
   */
  record Done(Entry entry, String key, Act act) {}

  void add(long index, Done act) {
    done.put(index, act);
  }

  Optional<Done> find(long index) {
    return Optional.ofNullable(done.get(index));
  }

  /** Returns the act that undid it; 0 when none did. */
  long undoneBy(long index) {
    return undone.getOrDefault(index, 0L);
  }

  void undone(long index, long by) {
    undone.put(index, by);
  }

  void restored(long index) {
    undone.remove(index);
  }
}
