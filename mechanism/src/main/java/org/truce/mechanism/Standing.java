package org.truce.mechanism;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.truce.snapshot.SnapshotInput;
import org.truce.snapshot.SnapshotOutput;

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

  /** Lets every act say of its subject what it is now found to say. */
  void fill(LongFunction<V> value) {
    said.values().forEach(acts -> acts.replaceAll((act, before) -> value.apply(act)));
  }

  /** Writes one thing of many. */
  @FunctionalInterface
  interface Writing<T> {
    void write(SnapshotOutput out, T thing) throws IOException;
  }

  /** Reads what an act said. */
  @FunctionalInterface
  interface Reading<V> {
    V read(SnapshotInput in, long act) throws IOException;
  }

  /** Writes everything that acts said. */
  void write(SnapshotOutput out, Writing<S> subject, Writing<V> value) throws IOException {
    out.each(
        said.entrySet(),
        (to, each) -> {
          subject.write(to, each.getKey());
          to.each(
              each.getValue().entrySet(),
              (more, act) -> {
                more.number(act.getKey());
                value.write(more, act.getValue());
              });
        });
  }

  /** Reads what {@link #write} wrote. */
  void read(SnapshotInput in, SnapshotInput.Item<S> subject, Reading<V> value) throws IOException {
    in.each(
        each -> {
          S spokenOf = subject.read(each);
          each.each(
              more -> {
                long act = more.number();
                say(spokenOf, act, value.read(more, act));
              });
        });
  }
}
