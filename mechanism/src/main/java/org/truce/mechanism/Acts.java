package org.truce.mechanism;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.truce.snapshot.SnapshotInput;
import org.truce.snapshot.SnapshotOutput;

/** The acts that were not refused, and which of them were undone. */
final class Acts {
  private final Map<Long, Done> done = new HashMap<>();
  private final Map<Long, Long> undone = new HashMap<>();
  private List<Long> indices = List.of();

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

  void write(SnapshotOutput out) throws IOException {
    out.each(done.keySet(), SnapshotOutput::number);
    out.each(
        undone.entrySet(),
        (to, each) -> {
          to.number(each.getKey());
          to.number(each.getValue());
        });
  }

  /** Reads what {@link #write} wrote; call {@link #fill} before it is used. */
  void read(SnapshotInput in) throws IOException {
    indices = in.list(SnapshotInput::number);
    in.each(each -> undone(each.number(), each.number()));
  }

  /**
   * Completes what was read.
   *
   * @param again reads the act of an entry again
   */
  void fill(LongFunction<Done> again) {
    indices.forEach(index -> add(index, again.apply(index)));
    indices = List.of();
  }
}
