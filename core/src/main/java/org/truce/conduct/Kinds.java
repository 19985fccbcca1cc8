package org.truce.conduct;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A set of most specific kinds of a taxonomy: what something may be, or what a clause means.
 *
 * @param codes codes without narrower codes, sorted; never empty
 */
public record Kinds(SortedSet<String> codes) {
  public Kinds {
    if (codes.isEmpty()) {
      throw new IllegalArgumentException("a set of kinds is not empty");
    }
    codes = Collections.unmodifiableSortedSet(new TreeSet<>(codes));
  }

  /** Returns the kinds in any of these sets. */
  public static Kinds union(Collection<Kinds> sets) {
    TreeSet<String> all = new TreeSet<>();
    sets.forEach(kinds -> all.addAll(kinds.codes));
    return new Kinds(all);
  }

  /** Returns whether both have a kind in common. */
  public boolean meets(Kinds other) {
    return codes.stream().anyMatch(other.codes::contains);
  }

  /** Returns the kinds in both; call {@link #meets} before. */
  public Kinds and(Kinds other) {
    TreeSet<String> both = new TreeSet<>(codes);
    both.retainAll(other.codes);
    return new Kinds(both);
  }
}
