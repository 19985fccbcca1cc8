package org.truce.conduct;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who acted against whom, as far as a claim says.
 *
 * <p>Two shapes occur: the author and the other side are named independently of each other, or only
 * the two sides of a clash are known and either may have attacked.
 */
public sealed interface Parties {

  /** Nothing is said of who acted or against whom. */
  static Parties unknown() {
    return new Named(Collections.emptySortedSet(), Collections.emptySortedSet());
  }

  /** Returns everybody who is named on either side. */
  default SortedSet<Actor> named() {
    SortedSet<Actor> all = new TreeSet<>();
    switch (this) {
      case Named named -> {
        all.addAll(named.by());
        all.addAll(named.against());
      }
      case Clash clash -> {
        all.addAll(clash.one());
        all.addAll(clash.other());
      }
    }
    return all;
  }

  /**
   * Author and other side are named independently.
   *
   * @param by whom the claim alleges, one of them; empty: it does not say
   * @param against who was acted upon, one of them; empty: it does not say
   */
  record Named(SortedSet<Actor> by, SortedSet<Actor> against) implements Parties {
    public Named {
      by = frozen(by);
      against = frozen(against);
    }
  }

  /**
   * Two sides clashed; which of them attacked is not said.
   *
   * @param one one side, one of these
   * @param other the other side, one of these
   */
  record Clash(SortedSet<Actor> one, SortedSet<Actor> other) implements Parties {
    public Clash {
      one = frozen(one);
      other = frozen(other);
      if (one.isEmpty() || other.isEmpty()) {
        throw new IllegalArgumentException("a clash names both sides");
      }
    }
  }

  private static SortedSet<Actor> frozen(Collection<Actor> actors) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(actors));
  }
}
