package org.truce.conduct;

/**
 * Somebody who acts or is acted upon, under the name that a report or agreement uses.
 *
 * @param name a party code ({@code RUS}), an organ of it ({@code RUS/armed-forces}) or a group's
 *     name
 */
public record Actor(String name) implements Comparable<Actor> {

  /** Somebody of whom nothing is said. */
  public static final Actor SOMEBODY = new Actor("somebody else");

  public Actor {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an actor has a name");
    }
  }

  @Override
  public int compareTo(Actor other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
