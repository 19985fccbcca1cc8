package org.truce.snapshot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Things that come often: each is written once, afterwards by its number; read back, equal ones are
 * the same object. One instance for writing, a fresh one for reading.
 */
public final class Recurring<T> {
  private static final int NEW = -1;

  private final Map<T, Integer> numbers = new HashMap<>();
  private final List<T> things = new ArrayList<>();

  /** Writes a thing, by its number when it came before. */
  public void write(SnapshotOutput out, T thing, SnapshotOutput.Item<T> item) throws IOException {
    Integer known = numbers.putIfAbsent(thing, numbers.size());
    if (known == null) {
      out.number(NEW);
      item.write(out, thing);
    } else {
      out.number(known);
    }
  }

  /** Reads what {@link #write} wrote. */
  public T read(SnapshotInput in, SnapshotInput.Item<T> item) throws IOException {
    int known = in.small();
    if (known >= 0 && known < things.size()) {
      return things.get(known);
    }
    if (known != NEW) {
      throw new IOException("the snapshot names by %d what it does not hold".formatted(known));
    }
    T thing = item.read(in);
    things.add(thing);
    return thing;
  }
}
