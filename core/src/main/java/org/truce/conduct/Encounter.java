package org.truce.conduct;

import java.util.Comparator;

/**
 * Who may have done something to whom: one possibility among several.
 *
 * @param author who acted
 * @param against who was acted upon
 */
public record Encounter(Actor author, Actor against) implements Comparable<Encounter> {

  private static final Comparator<Encounter> ORDER =
      Comparator.comparing(Encounter::author).thenComparing(Encounter::against);

  @Override
  public int compareTo(Encounter other) {
    return ORDER.compare(this, other);
  }
}
