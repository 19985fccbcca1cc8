package org.truce.report;

import java.util.Arrays;
import java.util.Optional;
import org.truce.provenance.SourceClass;

/**
 * Outer bounds for places of which the source names a kind but no distance, per class of source.
 *
 * <p>The table is the product's own judgement (docs/report-format.md prints it) and whatever comes
 * from it is marked <em>assumed</em>. Those who stood there are trusted to mean the place itself; a
 * newsroom uses a town's name for its surroundings.
 */
public enum AssumedBounds {
  /** A named building, plant, bridge or crossing. */
  FACILITY(500, 1_000, 2_000),
  /** A named village, town or city. */
  SETTLEMENT(5_000, 10_000, 15_000),
  /** A named second-order unit (raion, district, mantika). */
  DISTRICT(60_000, 60_000, 60_000);

  private final long onTheSpot;
  private final long official;
  private final long distant;

  AssumedBounds(long onTheSpot, long official, long distant) {
    this.onTheSpot = onTheSpot;
    this.official = official;
    this.distant = distant;
  }

  /** Returns the outer bound in metres for a source of that class. */
  public long metres(SourceClass source) {
    return switch (source) {
      case MISSION, PATROL, SENSOR -> onTheSpot;
      case PARTY_OFFICIAL, LOCAL_OFFICIAL -> official;
      case NEWS_AGENCY, MEDIA, DATASET, NGO, WITNESS -> distant;
    };
  }

  /** Returns the entry for that code, if there is one. */
  public static Optional<AssumedBounds> find(String code) {
    return Arrays.stream(values()).filter(kind -> Claim.code(kind).equals(code)).findFirst();
  }
}
