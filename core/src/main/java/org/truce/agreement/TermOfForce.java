package org.truce.agreement;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.truce.time.WallTime;

/**
 * From when until when a reading applies, as exactly as the text says.
 *
 * @param start entry into force
 * @param end end of force, exclusive; empty: open-ended
 */
public record TermOfForce(Bound start, Optional<Bound> end) {
  public TermOfForce {
    if (end.isPresent() && !start.latest().isBefore(end.get().earliest())) {
      throw new IllegalArgumentException(
          "the end of force (%s) must come after its start (%s), however both are read"
              .formatted(end.get().earliest(), start.latest()));
    }
  }

  /**
   * A point in time that the text fixes, more or less exactly.
   *
   * @param earliest first instant that the text allows
   * @param latest last instant that the text allows, inclusive
   * @param zone the zone whose clocks the text counts by
   * @param wording the words, or what they were computed from
   */
  public record Bound(Instant earliest, Instant latest, ZoneId zone, String wording) {
    public Bound {
      if (latest.isBefore(earliest)) {
        throw new IllegalArgumentException(
            "latest %s is before earliest %s".formatted(latest, earliest));
      }
    }

    /** Returns the bound that a wall time gives. */
    public static Bound of(WallTime time) {
      return new Bound(time.earliest(), time.latest(), time.zone(), time.wording());
    }

    /** Returns whether the text leaves no room. */
    public boolean isExact() {
      return earliest.equals(latest);
    }
  }
}
