package org.truce.tally;

import java.time.Duration;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.truce.report.Claim;
import org.truce.time.TimeSpan;

/**
 * Whether two tallies count the same thing over the same window and area.
 *
 * @param obstacles what differs; empty: nothing that was said
 * @param one length of the first window
 * @param other length of the second window
 * @param windows how the two windows lie to each other
 */
public record Comparability(
    SortedSet<Obstacle> obstacles, Duration one, Duration other, Windows windows) {
  public Comparability {
    obstacles = Collections.unmodifiableSortedSet(new TreeSet<>(obstacles));
  }

  /** What keeps two tallies from being compared. */
  public enum Obstacle {
    /** The windows are not the same hours. */
    WINDOW,
    /** The units or the parts are not the same. */
    UNIT,
    /** The areas are not the same. */
    AREA,
    /** The windows are the same but not the hours left out of them. */
    LEFT_OUT,
    /** One counts another stage than the other: launched is not hit. */
    COUNT_CLASS
  }

  /** How two windows lie to each other. */
  public enum Windows {
    SAME,
    ONE_INSIDE_OTHER,
    OVERLAP,
    APART;

    /** Returns how two windows lie. */
    public static Windows of(TimeSpan a, TimeSpan b) {
      if (a.equals(b)) {
        return SAME;
      }
      if (a.contains(b) || b.contains(a)) {
        return ONE_INSIDE_OTHER;
      }
      return a.overlaps(b) ? OVERLAP : APART;
    }
  }

  /** Compares two tallies. */
  public static Comparability of(Claim.Tally a, Claim.Tally b) {
    SortedSet<Obstacle> obstacles = new TreeSet<>();
    TimeSpan one = a.statement().about();
    TimeSpan other = b.statement().about();
    if (!one.equals(other)) {
      obstacles.add(Obstacle.WINDOW);
    } else if (!a.scope().except().equals(b.scope().except())) {
      obstacles.add(Obstacle.LEFT_OUT);
    }
    if (!a.unit().equals(b.unit()) || !units(a).equals(units(b))) {
      obstacles.add(Obstacle.UNIT);
    }
    if (!a.statement().where().place().equals(b.statement().where().place())) {
      obstacles.add(Obstacle.AREA);
    }
    if (!a.scope().counted().equals(b.scope().counted())) {
      obstacles.add(Obstacle.COUNT_CLASS);
    }
    return new Comparability(obstacles, one.length(), other.length(), Windows.of(one, other));
  }

  /** Returns whether nothing that was said keeps them apart. */
  public boolean comparable() {
    return obstacles.isEmpty();
  }

  private static SortedSet<String> units(Claim.Tally tally) {
    SortedSet<String> units = new TreeSet<>();
    tally.parts().forEach(part -> units.add(part.what()));
    return units;
  }
}
