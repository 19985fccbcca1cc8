package org.truce.place;

import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How a place can lie to an area.
 *
 * @param cells every way it can lie; at least one
 * @param marginMm how far the nearest possible border is from the nearest possible position, in
 *     millimetres, when there is only one way and a distance could be measured
 * @param singlePosition whether the place is one exact position
 */
public record Reach(Set<Cell> cells, OptionalLong marginMm, boolean singlePosition) {

  /** One way in which a position lies to an area. */
  public enum Cell {
    /** Inside, whatever the true border is. */
    INSIDE,
    /** Outside, whatever the true border is. */
    OUTSIDE,
    /** So near the drawn border that its accuracy decides. */
    AT_BORDER,
    /** In a part of which the boundary version does not say whose it is. */
    DISPUTED
  }

  /** Every way is possible. */
  static final Reach UNKNOWN =
      new Reach(EnumSet.of(Cell.INSIDE, Cell.OUTSIDE), OptionalLong.empty(), false);

  public Reach {
    if (cells.isEmpty()) {
      throw new IllegalArgumentException("a place lies somewhere");
    }
    cells = java.util.Collections.unmodifiableSet(EnumSet.copyOf(cells));
  }

  /** Returns the reach of one certain way. */
  static Reach certain(Cell cell) {
    return new Reach(EnumSet.of(cell), OptionalLong.empty(), false);
  }

  /**
   * Returns how a place lies of which both statements hold. A position at the border agrees with
   * either side. Statements that exclude each other leave every way open.
   */
  Reach and(Reach other) {
    EnumSet<Cell> both = EnumSet.noneOf(Cell.class);
    for (Cell mine : cells) {
      for (Cell theirs : other.cells) {
        if (mine == theirs || theirs == Cell.AT_BORDER) {
          both.add(mine);
        } else if (mine == Cell.AT_BORDER) {
          both.add(theirs);
        }
      }
    }
    if (both.isEmpty()) {
      return UNKNOWN;
    }
    OptionalLong margin = marginMm.isPresent() ? marginMm : other.marginMm;
    return new Reach(both, margin, singlePosition || other.singlePosition);
  }
}
