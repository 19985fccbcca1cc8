package org.truce.place;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The regions that are known, and whose they are according to whom.
 *
 * <p>A country's own entry stands for what its listed regions leave over, so that regions never
 * overlap and a set of regions can be compared by code alone.
 */
public final class Atlas {
  private final SortedMap<RegionCode, Region> regions;
  private final SortedMap<String, BoundaryVersion> boundaries;
  private final Map<Set<RegionCode>, Zone> unions = new ConcurrentHashMap<>();
  private final Map<RegionCode, SortedSet<RegionCode>> smallest = new ConcurrentHashMap<>();

  /** Builds an atlas of regions that do not overlap. */
  public Atlas(Collection<Region> regions, Collection<BoundaryVersion> boundaries) {
    this.regions = new TreeMap<>();
    regions.forEach(region -> this.regions.put(region.code(), region));
    this.boundaries = new TreeMap<>();
    boundaries.forEach(version -> this.boundaries.put(version.version(), version));
  }

  /** Returns the region with that code, if the atlas has it. */
  public Optional<Region> find(RegionCode code) {
    return Optional.ofNullable(regions.get(code));
  }

  /** Returns the codes of all regions, sorted. */
  public SortedSet<RegionCode> codes() {
    return new TreeSet<>(regions.keySet());
  }

  /** Returns the names of the boundary versions, sorted. */
  public SortedSet<String> boundaryVersions() {
    return new TreeSet<>(boundaries.keySet());
  }

  /** Returns the boundary version of that name, if the atlas has it. */
  public Optional<BoundaryVersion> findBoundary(String version) {
    return Optional.ofNullable(boundaries.get(version));
  }

  /** Returns the smallest regions that a code stands for: itself, or all of a country's. */
  public SortedSet<RegionCode> smallest(RegionCode code) {
    return smallest.computeIfAbsent(code, this::findSmallest);
  }

  private SortedSet<RegionCode> findSmallest(RegionCode code) {
    SortedSet<RegionCode> found = new TreeSet<>();
    if (code.equals(code.country())) {
      regions.keySet().stream().filter(c -> c.country().equals(code)).forEach(found::add);
    } else if (regions.containsKey(code)) {
      found.add(code);
    }
    return Collections.unmodifiableSortedSet(found);
  }

  /** Returns the smallest regions of all these codes. */
  public SortedSet<RegionCode> smallest(Collection<RegionCode> codes) {
    SortedSet<RegionCode> found = new TreeSet<>();
    codes.forEach(code -> found.addAll(smallest(code)));
    return found;
  }

  /** Returns the regions as one zone. */
  Zone zone(Set<RegionCode> codes) {
    return unions.computeIfAbsent(
        Set.copyOf(codes),
        wanted -> Zone.union(wanted.stream().map(c -> find(c).orElseThrow().zone()).toList()));
  }

  /**
   * Returns the regions of a state under a boundary version: those that are its own, and those of
   * which the version does not say.
   */
  Territory territory(Collection<String> states, BoundaryVersion version) {
    SortedSet<RegionCode> own = new TreeSet<>();
    SortedSet<RegionCode> disputed = new TreeSet<>();
    for (RegionCode code : regions.keySet()) {
      Optional<Set<String>> claimants = Optional.ofNullable(version.disputed().get(code));
      if (claimants.isPresent()) {
        if (states.containsAll(claimants.get())) {
          own.add(code);
        } else if (claimants.get().stream().anyMatch(states::contains)) {
          disputed.add(code);
        }
      } else if (states.stream().anyMatch(s -> owner(code, version).contains(s))) {
        own.add(code);
      }
    }
    return new Territory(own, disputed);
  }

  /** The regions of a territory. */
  record Territory(SortedSet<RegionCode> own, SortedSet<RegionCode> disputed) {}

  private static List<String> owner(RegionCode code, BoundaryVersion version) {
    for (RegionCode key : List.of(code, code.country())) {
      for (Map.Entry<String, Set<RegionCode>> state : version.states().entrySet()) {
        if (state.getValue().contains(key)) {
          return List.of(state.getKey());
        }
      }
    }
    return List.of();
  }
}
