package org.truce.place;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where something happened, as a set of positions that holds the true one for certain.
 *
 * <p>Intersecting two places never computes a new shape: it keeps both, so that nothing is rounded
 * and every bound can be traced to the claim that gave it.
 */
public sealed interface Place {

  /** Returns the place of which nothing is known. */
  static Place anywhere() {
    return new Anywhere();
  }

  /** Nothing is known of where. */
  record Anywhere() implements Place {}

  /**
   * Within a distance of a position.
   *
   * @param centre the position given
   * @param radiusMm hard outer bound in millimetres; 0 is exactly there
   * @param bound whether the source stated the bound
   */
  record Circle(LonLat centre, long radiusMm, Bound bound) implements Place {
    public Circle {
      if (radiusMm < 0 || radiusMm > 20_100_000_000L) {
        throw new IllegalArgumentException(
            "a radius lies between 0 and 20,100 km, was %d mm".formatted(radiusMm));
      }
    }

    private Circle onGrid(long metres) {
      long step = Math.max(1, metres * 10_000_000 / 111_320);
      LonLat moved =
          new LonLat(nearest(centre.lonE7(), step, 180), nearest(centre.latE7(), step, 90));
      long widest = Math.max(radiusMm + Geodesy.distanceMm(centre, moved), metres * 1_000);
      return new Circle(moved, widest, bound);
    }

    private static int nearest(int e7, long step, int limitDegrees) {
      long limit = limitDegrees * 10_000_000L;
      return (int) Math.max(-limit, Math.min(limit, Math.round((double) e7 / step) * step));
    }
  }

  /**
   * Somewhere in one of these regions.
   *
   * @param codes at least one
   */
  record InRegions(SortedSet<RegionCode> codes) implements Place {
    public InRegions {
      if (codes.isEmpty()) {
        throw new IllegalArgumentException("name at least one region");
      }
      codes = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(codes));
    }
  }

  /**
   * All of these hold at once.
   *
   * @param parts circles and regions, at least two, none of them of this kind
   */
  record AllOf(List<Place> parts) implements Place {
    public AllOf {
      parts = List.copyOf(parts);
      if (parts.size() < 2) {
        throw new IllegalArgumentException("an intersection has at least two parts");
      }
    }
  }

  /** Whether an outer bound was stated by the source or taken from the printed table. */
  enum Bound {
    STATED,
    ASSUMED
  }

  /** Returns the circles and regions that this place is made of; none when nothing is known. */
  default List<Place> parts() {
    return switch (this) {
      case Anywhere nowhere -> List.of();
      case AllOf all -> all.parts();
      case Circle circle -> List.of(circle);
      case InRegions regions -> List.of(regions);
    };
  }

  /**
   * Returns the place made vaguer: positions are moved onto a grid of that many metres and bounds
   * are widened so that the true place still lies inside. 0 changes nothing; regions stay as they
   * are.
   */
  default Place coarsened(long metres) {
    if (metres == 0) {
      return this;
    }
    Place all = anywhere();
    for (Place part : parts()) {
      all = all.and(part instanceof Circle circle ? circle.onGrid(metres) : part);
    }
    return all;
  }

  /** Returns the place that lies in both. */
  default Place and(Place other) {
    List<Place> both = new ArrayList<>(parts());
    for (Place part : other.parts()) {
      if (!both.contains(part)) {
        both.add(part);
      }
    }
    return both.isEmpty() ? anywhere() : both.size() == 1 ? both.getFirst() : new AllOf(both);
  }
}
