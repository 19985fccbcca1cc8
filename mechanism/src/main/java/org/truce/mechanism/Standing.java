package org.truce.mechanism;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What acts say of subjects: of each subject the latest act counts that was not undone.
 *
 * @param <S> what is spoken of
 * @param <V> what is said of it
 */
final class Standing<S, V> {
  private final Map<S, TreeMap<Long, V>> said = new HashMap<>();

  /**
   * What counts.
   *
   * @param act index of the act's entry
   */
  record Said<V>(long act, V value) {}

  void say(S subject, long act, V value) {
    said.computeIfAbsent(subject, s -> new TreeMap<>()).put(act, value);
  }

  void undo(S subject, long act) {
    TreeMap<Long, V> acts = said.get(subject);
    if (acts != null) {
      acts.remove(act);
    }
  }

  Optional<Said<V>> of(S subject) {
    return Optional.ofNullable(said.get(subject))
        .filter(acts -> !acts.isEmpty())
        .map(acts -> new Said<>(acts.lastKey(), acts.lastEntry().getValue()));
  }

  /** Returns every subject of which something counts, with what. */
  Map<S, Said<V>> all() {
    Map<S, Said<V>> all = new HashMap<>();
    said.keySet().forEach(subject -> of(subject).ifPresent(value -> all.put(subject, value)));
    return all;
  }
}
