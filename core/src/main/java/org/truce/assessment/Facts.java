package org.truce.assessment;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.truce.agreement.Roster;
import org.truce.conduct.Kinds;
import org.truce.conduct.Taxonomy;
import org.truce.conduct.Weapon;
import org.truce.place.Area;
import org.truce.place.Atlas;
import org.truce.place.Place;
import org.truce.report.Happening;
import org.truce.time.TimeSpan;

/**
 * What is known of one happening, each fact as everything that it can be.
 *
 * @param when hard bounds
 * @param where hard bounds
 * @param conduct what it can have been
 * @param target what it can have been done to
 * @param encounters who can have done it to whom
 * @param weapons everything that is said of the weapon; nothing when nothing is
 */
public record Facts(
    TimeSpan when,
    Place where,
    Kinds conduct,
    Kinds target,
    Encounters encounters,
    Set<Weapon> weapons) {
  public Facts {
    weapons = Set.copyOf(weapons);
  }

  /** Returns facts of which no weapon is said. */
  public Facts(TimeSpan when, Place where, Kinds conduct, Kinds target, Encounters encounters) {
    this(when, where, conduct, target, encounters, Set.of());
  }

  /** Returns what a claim says happened, in the names of the agreement. */
  public static Facts of(TimeSpan when, Place where, Happening happening, Roster roster) {
    return new Facts(
        when,
        where,
        Taxonomy.CONDUCT.mostSpecific(happening.conduct()),
        happening
            .target()
            .map(Taxonomy.TARGETS::mostSpecific)
            .orElseGet(Taxonomy.TARGETS::anything),
        Encounters.of(happening.parties(), happening.notBy(), roster),
        happening.weapon().equals(Weapon.UNKNOWN) ? Set.of() : Set.of(happening.weapon()));
  }

  /** Returns whether both can be true of one happening. */
  boolean agreesWith(Facts other, Atlas atlas) {
    return when.overlaps(other.when)
        && conduct.meets(other.conduct)
        && target.meets(other.target)
        && encounters.and(other.encounters).isPresent()
        && Area.compatible(where, other.where, atlas);
  }

  /** Returns what is known when both are true, or nothing when they exclude each other. */
  Optional<Facts> and(Facts other, Atlas atlas) {
    if (!agreesWith(other, atlas)) {
      return Optional.empty();
    }
    return Optional.of(
        new Facts(
            when.intersection(other.when).orElseThrow(),
            where.and(other.where),
            conduct.and(other.conduct),
            target.and(other.target),
            encounters.and(other.encounters).orElseThrow(),
            both(weapons, other.weapons)));
  }

  private static Set<Weapon> both(Set<Weapon> a, Set<Weapon> b) {
    Set<Weapon> all = new HashSet<>(a);
    all.addAll(b);
    return all;
  }
}
