package org.truce.publish.html;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.truce.place.Atlas;
import org.truce.place.BoundaryVersion;
import org.truce.place.LonLat;
import org.truce.place.Region;
import org.truce.place.RegionCode;
import org.truce.place.Zone;

/**
 * Outlines to draw under the incidents, in hundredths of a degree.
 *
 * <p>Rounding to one grid moves a line by at most 0.8 km, which is less than the accuracy of the
 * outlines, and keeps borders that two regions share the same for both. Each border is drawn once:
 * plain between regions of one state, strong between states, dashed around a region of which the
 * boundary version does not say whose it is.
 */
final class BaseMap {
  private static final int GRID_E7 = 100_000;

  /** What a stretch of border divides, by the boundary version. */
  private enum Border {
    REGION,
    STATE,
    DISPUTED,
    OUTER
  }

  private final BoundaryVersion version;
  private final Frame frame;
  private final Map<Long, Set<RegionCode>> beside = new HashMap<>();
  private final Map<RegionCode, List<List<long[]>>> outlines = new TreeMap<>();

  /** Prepares outlines of all regions of these countries, as far as they reach into the frame. */
  BaseMap(Atlas atlas, BoundaryVersion version, Collection<RegionCode> countries, Frame frame) {
    this.version = version;
    this.frame = frame;
    SortedSet<RegionCode> shown = atlas.smallest(countries);
    shown.forEach(code -> atlas.find(code).map(Region::zone).ifPresent(zone -> add(code, zone)));
  }

  private void add(RegionCode code, Zone zone) {
    List<List<long[]>> rings = new ArrayList<>();
    for (Zone.Rings polygon : zone.polygons()) {
      for (List<LonLat> ring : polygon.rings()) {
        List<long[]> drawn = onGrid(ring);
        if (drawn.size() > 3 && frame.overlaps(Frame.of(ring))) {
          rings.add(drawn);
          for (int i = 1; i < drawn.size(); i++) {
            beside
                .computeIfAbsent(edge(drawn.get(i - 1), drawn.get(i)), e -> new TreeSet<>())
                .add(code);
          }
        }
      }
    }
    outlines.put(code, rings);
  }

  private static List<long[]> onGrid(List<LonLat> ring) {
    List<long[]> drawn = new ArrayList<>();
    for (LonLat position : ring) {
      long x = Math.round((double) position.lonE7() / GRID_E7);
      long y = Math.round((double) position.latE7() / GRID_E7);
      if (drawn.isEmpty() || drawn.getLast()[0] != x || drawn.getLast()[1] != y) {
        drawn.add(new long[] {x, y});
      }
    }
    return drawn;
  }

  /** Returns one number for an edge, whichever way it is walked. */
  private static long edge(long[] a, long[] b) {
    long one = (a[0] + 18_000) * 20_000 + a[1] + 9_000;
    long other = (b[0] + 18_000) * 20_000 + b[1] + 9_000;
    return Math.min(one, other) * 1_000_000_000L + Math.max(one, other);
  }

  /** Returns everything that the page draws. */
  Map<String, Object> written() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("version", version.version());
    map.put("by", version.assertedBy());
    map.put("source", version.source());
    List<Object> regions = new ArrayList<>();
    outlines.forEach(
        (code, rings) -> {
          Map<String, Object> region = new LinkedHashMap<>();
          region.put("code", code.code());
          region.put("disputed", version.disputed().containsKey(code));
          region.put("rings", rings.stream().map(BaseMap::steps).toList());
          regions.add(region);
        });
    map.put("regions", regions);
    map.put("borders", borders());
    return map;
  }

  private Map<String, Object> borders() {
    Map<Border, List<Object>> lines = new TreeMap<>();
    for (Border kind : Border.values()) {
      lines.put(kind, new ArrayList<>());
    }
    Set<Long> drawn = new HashSet<>();
    outlines.values().forEach(rings -> rings.forEach(ring -> lines(ring, drawn, lines)));
    Map<String, Object> written = new LinkedHashMap<>();
    lines.forEach((kind, all) -> written.put(org.truce.report.Claim.code(kind), all));
    return written;
  }

  /** Cuts a ring into stretches of one kind, leaving out what was drawn for a neighbour. */
  private void lines(List<long[]> ring, Set<Long> drawn, Map<Border, List<Object>> lines) {
    List<long[]> stretch = new ArrayList<>();
    Border kind = Border.OUTER;
    for (int i = 1; i < ring.size(); i++) {
      long edge = edge(ring.get(i - 1), ring.get(i));
      Border next = border(beside.getOrDefault(edge, Set.of()));
      boolean isNew = drawn.add(edge);
      if (!stretch.isEmpty() && (!isNew || next != kind)) {
        lines.computeIfAbsent(kind, k -> new ArrayList<>()).add(steps(stretch));
        stretch = new ArrayList<>();
      }
      if (isNew) {
        if (stretch.isEmpty()) {
          stretch.add(ring.get(i - 1));
          kind = next;
        }
        stretch.add(ring.get(i));
      }
    }
    if (!stretch.isEmpty()) {
      lines.computeIfAbsent(kind, k -> new ArrayList<>()).add(steps(stretch));
    }
  }

  private Border border(Set<RegionCode> sides) {
    if (sides.stream().anyMatch(version.disputed()::containsKey)) {
      return Border.DISPUTED;
    }
    if (sides.size() < 2) {
      return Border.OUTER;
    }
    long states = sides.stream().map(this::state).distinct().count();
    return states == 1 ? Border.REGION : Border.STATE;
  }

  private String state(RegionCode code) {
    for (RegionCode key : List.of(code, code.country())) {
      for (Map.Entry<String, Set<RegionCode>> state : version.states().entrySet()) {
        if (state.getValue().contains(key)) {
          return state.getKey();
        }
      }
    }
    return code.country().code();
  }

  /** Returns first the position itself, then step after step: small numbers are short. */
  private static List<Long> steps(List<long[]> line) {
    List<Long> steps = new ArrayList<>();
    long[] before = {0, 0};
    for (long[] position : line) {
      steps.add(position[0] - before[0]);
      steps.add(position[1] - before[1]);
      before = position;
    }
    return steps;
  }
}
