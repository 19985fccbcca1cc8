package org.truce.incident.linkage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sets of alleged authors as numbers; 0 is the empty set: nobody is named. */
public final class ActorSets {
  static final int NEITHER_SAID = 0;
  static final int ONE_SAID = 1;
  static final int SAME = 2;
  static final int OVERLAP = 3;
  static final int OPPOSITE = 4;

  /** So many sets have their relations ready; later ones are compared when asked. */
  private static final int READY = 256;

  private final byte[] ready = new byte[READY * READY];
  private final Map<String, Integer> actors = new HashMap<>();
  private final Map<BitSet, Integer> numbers = new HashMap<>();
  private final List<BitSet> sets = new ArrayList<>();

  /** Starts with the empty set. */
  public ActorSets() {
    numbers.put(new BitSet(), 0);
    sets.add(new BitSet());
  }

  /** Returns the number of the set of these actors. */
  public int number(Collection<String> names) {
    BitSet set = new BitSet();
    for (String name : names) {
      set.set(actors.computeIfAbsent(name, added -> actors.size()));
    }
    return numbers.computeIfAbsent(
        set,
        added -> {
          sets.add(added);
          prepare(sets.size() - 1);
          return sets.size() - 1;
        });
  }

  private void prepare(int added) {
    for (int other = 0; added < READY && other <= added; other++) {
      byte relation = (byte) compared(added, other);
      ready[added * READY + other] = relation;
      ready[other * READY + added] = relation;
    }
  }

  /** Returns how two sets of authors stand to each other. */
  int relation(int one, int other) {
    return one < READY && other < READY ? ready[one * READY + other] : compared(one, other);
  }

  private int compared(int one, int other) {
    if (one == 0 || other == 0) {
      return one == other ? NEITHER_SAID : ONE_SAID;
    }
    if (one == other) {
      return SAME;
    }
    return sets.get(one).intersects(sets.get(other)) ? OVERLAP : OPPOSITE;
  }
}
