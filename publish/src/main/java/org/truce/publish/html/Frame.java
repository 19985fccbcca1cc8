package org.truce.publish.html;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.truce.place.Atlas;
import org.truce.place.LonLat;
import org.truce.place.RegionCode;
import org.truce.place.Zone;

/**
 * A box of longitudes and latitudes, in 1e-7 degrees.
 *
 * @param west least longitude
 * @param south least latitude
 * @param east greatest longitude
 * @param north greatest latitude
 */
record Frame(int west, int south, int east, int north) {
  private static final Frame NOTHING =
      new Frame(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE);

  /** Returns the frame of these countries' listed regions; of the country where none is listed. */
  static Frame of(Atlas atlas, Collection<RegionCode> countries) {
    SortedSet<RegionCode> regions = new TreeSet<>();
    for (RegionCode country : countries) {
      SortedSet<RegionCode> listed = new TreeSet<>(atlas.smallest(country));
      if (listed.size() > 1) {
        listed.remove(country);
      }
      regions.addAll(listed);
    }
    return regions.stream().map(code -> of(atlas, code)).reduce(NOTHING, Frame::and);
  }

  /** Returns the frame of one region. */
  static Frame of(Atlas atlas, RegionCode code) {
    Frame frame = NOTHING;
    for (Zone.Rings polygon :
        atlas.find(code).map(region -> region.zone().polygons()).orElse(List.of())) {
      frame = frame.and(of(polygon.rings().getFirst()));
    }
    return frame;
  }

  /** Returns the frame of a line. */
  static Frame of(List<LonLat> line) {
    return line.stream()
        .map(p -> new Frame(p.lonE7(), p.latE7(), p.lonE7(), p.latE7()))
        .reduce(NOTHING, Frame::and);
  }

  private Frame and(Frame other) {
    return new Frame(
        Math.min(west, other.west),
        Math.min(south, other.south),
        Math.max(east, other.east),
        Math.max(north, other.north));
  }

  /** Returns whether both have a position in common. */
  boolean overlaps(Frame other) {
    return west <= other.east && other.west <= east && south <= other.north && other.south <= north;
  }
}
