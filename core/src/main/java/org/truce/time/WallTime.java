package org.truce.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * A point in time as an agreement writes it: local wall time, IANA zone and how exactly the words
 * fix it.
 *
 * <p>A wall time that occurs twice when clocks go back is the earlier one; one that is skipped when
 * they go forward is moved on by the gap, as {@link java.time.ZonedDateTime} does.
 *
 * @param local the wall time
 * @param zone the zone whose clocks count
 * @param precision how exactly the words fix it
 * @param wording the words, or empty
 */
public record WallTime(LocalDateTime local, ZoneId zone, Precision precision, String wording) {

  /** How exactly the words fix a time. */
  public enum Precision {
    /** Exactly then. */
    MINUTE,
    /** Somewhere in that local hour. */
    HOUR,
    /** Somewhere in that local day. */
    DAY
  }

  /** Returns the first instant that the words allow. */
  public Instant earliest() {
    return at(truncated());
  }

  /**
   * Returns the last instant that the words allow, inclusive; equals {@link #earliest} if exact.
   */
  public Instant latest() {
    return switch (precision) {
      case MINUTE -> earliest();
      case HOUR -> at(truncated().plusHours(1)).minus(1, ChronoUnit.MICROS);
      case DAY -> at(truncated().plusDays(1)).minus(1, ChronoUnit.MICROS);
    };
  }

  private LocalDateTime truncated() {
    return switch (precision) {
      case MINUTE -> local;
      case HOUR -> local.truncatedTo(ChronoUnit.HOURS);
      case DAY -> local.truncatedTo(ChronoUnit.DAYS);
    };
  }

  private Instant at(LocalDateTime wall) {
    return wall.atZone(zone).toInstant();
  }
}
