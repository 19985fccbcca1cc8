package org.truce.place;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import org.truce.place.Place.AllOf;
import org.truce.place.Place.Anywhere;
import org.truce.place.Place.Circle;
import org.truce.place.Place.InRegions;
import org.truce.place.Reach.Cell;

/**
 * Where a clause applies, compiled so that unions, intersections and complements are judged as one
 * set.
 *
 * <p>An area has a part that is surely meant and a wider part that may be meant; they differ by
 * what a boundary version leaves disputed. While it is made of regions only, places given by region
 * are compared by code and need no geometry.
 */
public final class Area {

  /** The whole world. */
  public static Area everywhere(Atlas atlas) {
    Part world = new Part(Zone.empty(), Optional.of(new TreeSet<>()), true);
    return new Area(atlas, world, world);
  }

  /** Returns the area of these regions. */
  public static Area ofRegions(Atlas atlas, Collection<RegionCode> codes) {
    Part part = Part.ofRegions(atlas, atlas.smallest(codes));
    return new Area(atlas, part, part);
  }

  /** Returns the territory of these states under a boundary version. */
  public static Area ofTerritory(
      Atlas atlas, Collection<String> states, BoundaryVersion boundaryVersion) {
    Atlas.Territory territory = atlas.territory(states, boundaryVersion);
    SortedSet<RegionCode> possible = new TreeSet<>(territory.own());
    possible.addAll(territory.disputed());
    return new Area(atlas, Part.ofRegions(atlas, territory.own()), Part.ofRegions(atlas, possible));
  }

  /** Returns the area of a drawn zone. */
  public static Area ofZone(Atlas atlas, Zone zone) {
    Part part = new Part(zone, Optional.empty(), false);
    return new Area(atlas, part, part);
  }

  /**
   * A zone or, if {@code complement}, everything but it.
   *
   * @param regions the regions it is made of, when it is made of regions only
   */
  private record Part(Zone zone, Optional<SortedSet<RegionCode>> regions, boolean complement) {

    static Part ofRegions(Atlas atlas, SortedSet<RegionCode> codes) {
      return new Part(atlas.zone(codes), Optional.of(codes), false);
    }

    Part not() {
      return new Part(zone, regions, !complement);
    }

    Part or(Atlas atlas, Part other) {
      return not().and(atlas, other.not()).not();
    }

    Part and(Atlas atlas, Part other) {
      if (!complement && !other.complement) {
        return part(atlas, other, zone.intersection(other.zone), SetOperation.INTERSECTION, false);
      }
      if (complement && other.complement) {
        return part(atlas, other, Zone.union(List.of(zone, other.zone)), SetOperation.UNION, true);
      }
      return complement
          ? other.and(atlas, this)
          : part(atlas, other, zone.minus(other.zone), SetOperation.DIFFERENCE, false);
    }

    private Part part(
        Atlas atlas, Part other, Zone drawn, SetOperation operation, boolean complement) {
      if (regions.isEmpty() || other.regions.isEmpty()) {
        return new Part(drawn, Optional.empty(), complement);
      }
      SortedSet<RegionCode> codes = operation.apply(regions.get(), other.regions.get());
      return new Part(atlas.zone(codes), Optional.of(codes), complement);
    }

    long signedDistanceMm(LonLat position) {
      long distance = zone.signedDistanceMm(position);
      return complement ? -distance : distance;
    }

    boolean contains(RegionCode code) {
      return regions.orElseThrow().contains(code) != complement;
    }
  }

  private enum SetOperation {
    UNION,
    INTERSECTION,
    DIFFERENCE;

    SortedSet<RegionCode> apply(SortedSet<RegionCode> a, SortedSet<RegionCode> b) {
      SortedSet<RegionCode> result = new TreeSet<>(a);
      switch (this) {
        case UNION -> result.addAll(b);
        case INTERSECTION -> result.retainAll(b);
        case DIFFERENCE -> result.removeAll(b);
      }
      return result;
    }
  }

  private final Atlas atlas;
  private final Part sure;
  private final Part possible;

  private Area(Atlas atlas, Part sure, Part possible) {
    this.atlas = atlas;
    this.sure = sure;
    this.possible = possible;
  }

  /** Returns everything but this area. */
  public Area not() {
    return new Area(atlas, possible.not(), sure.not());
  }

  /** Returns what lies in both areas. */
  public Area and(Area other) {
    return combined(other, (mine, theirs) -> mine.and(atlas, theirs));
  }

  /** Returns what lies in either area. */
  public Area or(Area other) {
    return combined(other, (mine, theirs) -> mine.or(atlas, theirs));
  }

  private Area combined(Area other, BinaryOperator<Part> operation) {
    Part surely = operation.apply(sure, other.sure);
    boolean undisputed = isUndisputed() && other.isUndisputed();
    return new Area(atlas, surely, undisputed ? surely : operation.apply(possible, other.possible));
  }

  private boolean isUndisputed() {
    return sure.equals(possible);
  }

  /** Returns how a place can lie to this area. */
  public Reach reach(Place place) {
    if (isEverywhere()) {
      return Reach.certain(Cell.INSIDE);
    }
    return switch (place) {
      case Anywhere nowhere -> unknown();
      case Circle circle -> reach(circle);
      case InRegions regions -> reach(regions);
      case AllOf all ->
          all.parts().stream().map(this::reach).reduce(Reach::and).orElseGet(this::unknown);
    };
  }

  /**
   * Of a place that may lie anywhere a region will be known one day, or a position off the border.
   */
  private Reach unknown() {
    EnumSet<Cell> cells = EnumSet.of(Cell.INSIDE, Cell.OUTSIDE);
    if (!isUndisputed()) {
      cells.add(Cell.DISPUTED);
    }
    return new Reach(cells, OptionalLong.empty(), false);
  }

  private boolean isEverywhere() {
    return sure.complement() && sure.zone().isEmpty();
  }

  private Reach reach(Circle circle) {
    long inside = sure.signedDistanceMm(circle.centre());
    long outside = possible.signedDistanceMm(circle.centre());
    long radius = circle.radiusMm();
    long accuracy = Math.max(sure.zone().accuracyMm(), possible.zone().accuracyMm());
    EnumSet<Cell> cells = EnumSet.noneOf(Cell.class);
    if (inside + radius > accuracy) {
      cells.add(Cell.INSIDE);
    }
    if (outside - radius < -accuracy) {
      cells.add(Cell.OUTSIDE);
    }
    if (touchesBorder(inside, radius, accuracy) || touchesBorder(outside, radius, accuracy)) {
      cells.add(Cell.AT_BORDER);
    }
    if (!isUndisputed() && inside - radius < -accuracy && outside + radius > accuracy) {
      cells.add(Cell.DISPUTED);
    }
    return new Reach(cells, margin(cells, inside, outside, radius + accuracy), radius == 0);
  }

  private static boolean touchesBorder(long signedDistance, long radius, long accuracy) {
    return signedDistance - radius <= accuracy && signedDistance + radius >= -accuracy;
  }

  private static OptionalLong margin(Set<Cell> cells, long inside, long outside, long doubt) {
    if (cells.equals(EnumSet.of(Cell.INSIDE))) {
      return OptionalLong.of(inside - doubt);
    }
    if (cells.equals(EnumSet.of(Cell.OUTSIDE))) {
      return OptionalLong.of(-outside - doubt);
    }
    return OptionalLong.empty();
  }

  private Reach reach(InRegions place) {
    EnumSet<Cell> cells = EnumSet.noneOf(Cell.class);
    for (RegionCode code : atlas.smallest(place.codes())) {
      if (sure.regions().isPresent() && possible.regions().isPresent()) {
        cells.add(
            sure.contains(code)
                ? Cell.INSIDE
                : possible.contains(code) ? Cell.DISPUTED : Cell.OUTSIDE);
      } else {
        cells.addAll(drawnCells(atlas.find(code).orElseThrow().zone()));
      }
    }
    return cells.isEmpty() ? unknown() : new Reach(cells, OptionalLong.empty(), false);
  }

  private Set<Cell> drawnCells(Zone region) {
    if (lies(sure, region, false)) {
      return EnumSet.of(Cell.INSIDE);
    }
    if (lies(possible, region, true)) {
      return EnumSet.of(Cell.OUTSIDE);
    }
    return EnumSet.of(Cell.INSIDE, Cell.OUTSIDE, Cell.AT_BORDER);
  }

  private static boolean lies(Part part, Zone region, boolean outside) {
    return part.complement() == outside
        ? part.zone().surelyCovers(region)
        : part.zone().surelyDisjoint(region);
  }

  /** Returns whether both places can hold at once, as far as pairs of their parts tell. */
  public static boolean compatible(Place a, Place b, Atlas atlas) {
    for (Place one : a.parts()) {
      for (Place other : b.parts()) {
        if (!pairCompatible(one, other, atlas)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean pairCompatible(Place a, Place b, Atlas atlas) {
    if (a instanceof Circle one && b instanceof Circle other) {
      return Geodesy.distanceMm(one.centre(), other.centre()) <= one.radiusMm() + other.radiusMm();
    }
    if (a instanceof InRegions one && b instanceof InRegions other) {
      SortedSet<RegionCode> common = new TreeSet<>(atlas.smallest(one.codes()));
      common.retainAll(atlas.smallest(other.codes()));
      return !common.isEmpty() || unknownTo(atlas, one) || unknownTo(atlas, other);
    }
    return a instanceof Circle circle
        ? touches(circle, (InRegions) b, atlas)
        : touches((Circle) b, (InRegions) a, atlas);
  }

  private static boolean unknownTo(Atlas atlas, InRegions place) {
    return place.codes().stream().anyMatch(code -> atlas.smallest(code).isEmpty());
  }

  private static boolean touches(Circle circle, InRegions regions, Atlas atlas) {
    if (unknownTo(atlas, regions)) {
      return true;
    }
    Set<Cell> cells = ofRegions(atlas, regions.codes()).reach(circle).cells();
    return !cells.equals(EnumSet.of(Cell.OUTSIDE));
  }
}
