package org.truce.report;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.truce.conduct.Actor;
import org.truce.conduct.Parties;
import org.truce.conduct.Weapon;

/**
 * What is said to have been done.
 *
 * @param conduct code of the conduct taxonomy; {@code conduct} when nothing is said
 * @param target code of the target taxonomy, if said
 * @param parties who acted against whom, as far as said
 * @param notBy whom the source excludes as author
 * @param weapon what is known of the weapon
 * @param effects in the recorder's words
 */
public record Happening(
    String conduct,
    Optional<String> target,
    Parties parties,
    SortedSet<Actor> notBy,
    Weapon weapon,
    Optional<String> effects) {
  public Happening {
    notBy = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(notBy));
  }

  /** Nothing is said of what was done. */
  public static final Happening UNKNOWN = of("conduct", Optional.empty(), Parties.unknown());

  /** Returns a happening of which only conduct, target and parties are said. */
  public static Happening of(String conduct, Optional<String> target, Parties parties) {
    return new Happening(
        conduct, target, parties, new TreeSet<>(), Weapon.UNKNOWN, Optional.empty());
  }
}
