package org.truce.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.truce.place.Area;
import org.truce.place.Atlas;
import org.truce.place.BoundaryVersion;
import org.truce.place.LonLat;
import org.truce.place.Region;
import org.truce.place.RegionCode;
import org.truce.place.Zone;

/** Two states of square regions; whose the region AA-9 is, is disputed. */
final class SmallWorld {
  static final List<String> CODES = List.of("AA-1", "AA-2", "AA-9", "BB-1");
  static final String DISPUTED = "AA-9";
  static final Atlas ATLAS = new Atlas(regions(), List.of());

  private SmallWorld() {}

  private static List<Region> regions() {
    List<Region> regions = new ArrayList<>();
    for (int i = 0; i < CODES.size(); i++) {
      regions.add(new Region(new RegionCode(CODES.get(i)), square(2 * i, 1_000)));
    }
    return regions;
  }

  /** A square of one degree at the equator whose west side lies at that longitude. */
  static Zone square(int west, long accuracyMm) {
    List<LonLat> ring =
        List.of(
            LonLat.ofDegrees(west, 0),
            LonLat.ofDegrees(west + 1.0, 0),
            LonLat.ofDegrees(west + 1.0, 1),
            LonLat.ofDegrees(west, 1),
            LonLat.ofDegrees(west, 0));
    return Zone.of(List.of(new Zone.Rings(List.of(ring))), accuracyMm);
  }

  /**
   * Where a clause applies.
   *
   * @param regions codes, or empty for the territory of AA
   * @param outside whether it applies everywhere but there
   * @param ours whose the disputed region is, once that is known
   */
  record Extent(SortedSet<String> regions, boolean outside, Optional<Boolean> ours) {

    static Extent of(RandomGenerator random) {
      SortedSet<String> regions = new TreeSet<>();
      CODES.stream().skip(1).filter(code -> random.nextInt(3) == 0).forEach(regions::add);
      return new Extent(regions, random.nextBoolean(), Optional.empty());
    }

    Extent decided(boolean disputedIsOurs) {
      return new Extent(regions, outside, Optional.of(disputedIsOurs));
    }

    Area area() {
      Area drawn =
          regions.isEmpty()
              ? Area.ofTerritory(ATLAS, Set.of("AAA"), boundary())
              : Area.ofRegions(ATLAS, regions.stream().map(RegionCode::new).toList());
      return outside ? drawn.not() : drawn;
    }

    private BoundaryVersion boundary() {
      RegionCode disputed = new RegionCode(DISPUTED);
      Set<RegionCode> aa = Set.of(new RegionCode("AA-1"), new RegionCode("AA-2"));
      Set<RegionCode> bb = Set.of(new RegionCode("BB-1"));
      Set<RegionCode> aaAndDisputed = Set.of(new RegionCode("AA"));
      Set<RegionCode> bbAndDisputed = Set.of(new RegionCode("BB-1"), disputed);
      return ours.map(
              yes ->
                  version(
                      Map.of("AAA", yes ? aaAndDisputed : aa, "BBB", yes ? bb : bbAndDisputed),
                      Map.of()))
          .orElseGet(
              () -> version(Map.of("AAA", aa, "BBB", bb), Map.of(disputed, Set.of("AAA", "BBB"))));
    }

    private static BoundaryVersion version(
        Map<String, Set<RegionCode>> states, Map<RegionCode, Set<String>> disputed) {
      return new BoundaryVersion("made-up", "", "", states, disputed);
    }

    /** Returns, without any geometry, whether the clause applies in a region. */
    boolean applies(String region, boolean disputedIsOurs) {
      boolean drawn =
          regions.isEmpty()
              ? region.equals("AA-1")
                  || region.equals("AA-2")
                  || (region.equals(DISPUTED) && ours.orElse(disputedIsOurs))
              : regions.contains(region);
      return drawn != outside;
    }
  }
}
