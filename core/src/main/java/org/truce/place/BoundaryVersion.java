package org.truce.place;

import java.util.Map;
import java.util.Set;

/**
 * Which regions belong to which state, as somebody asserts it.
 *
 * @param version name of the version, such as {@code un-2014}
 * @param assertedBy who asserts it, or empty for a version that takes no position
 * @param source where the assertion can be checked
 * @param states ISO 3166-1 alpha-3 code of a state → its regions; a country code stands for all of
 *     the country's regions that are not named elsewhere in the version
 * @param disputed regions of which this version does not say whose they are → the states that claim
 *     them
 */
public record BoundaryVersion(
    String version,
    String assertedBy,
    String source,
    Map<String, Set<RegionCode>> states,
    Map<RegionCode, Set<String>> disputed) {
  public BoundaryVersion {
    states = Map.copyOf(states);
    disputed = Map.copyOf(disputed);
  }
}
