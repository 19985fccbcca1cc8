package org.truce.mechanism;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.truce.snapshot.SnapshotInput;
import org.truce.snapshot.SnapshotOutput;
import org.truce.store.Row;
import org.truce.store.Table;

/** Where people have moved alleged breaches on the four axes. */
final class Axes {
  private final Standing<Axis, String> moved = new Standing<>();

  /**
   * One axis of one incident.
   *
   * @param name {@code verification}, {@code qualification}, {@code attribution} or {@code
   *     disclosure}
   * @param reading of the qualification; empty for the others
   */
  record Axis(long incident, String name, String reading) {}

  void move(Axis axis, long act, String value, Effects effects) {
    moved.say(axis, act, value);
    refresh(axis, effects);
  }

  void undo(Axis axis, long act, Effects effects) {
    moved.undo(axis, act);
    refresh(axis, effects);
  }

  private void refresh(Axis axis, Effects effects) {
    Optional<Standing.Said<String>> now = moved.of(axis);
    if (now.isEmpty()) {
      effects.gone(Table.AXIS, List.of(axis.incident(), axis.name(), axis.reading()));
    } else {
      effects.put(
          Row.of(
              Table.AXIS,
              axis.incident(),
              axis.name(),
              axis.reading(),
              now.get().value(),
              now.get().act()));
    }
  }

  void write(SnapshotOutput out) throws IOException {
    moved.write(
        out,
        (to, axis) -> {
          to.number(axis.incident());
          to.word(axis.name());
          to.word(axis.reading());
        },
        SnapshotOutput::word);
  }

  /** Reads what {@link #write} wrote. */
  void read(SnapshotInput in) throws IOException {
    moved.read(
        in, from -> new Axis(from.number(), from.word(), from.word()), (from, act) -> from.word());
  }
}
