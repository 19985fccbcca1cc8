package org.truce.provenance;

import java.time.Duration;

/**
 * The least vagueness with which a fact may leave the mission.
 *
 * @param placeMetres places are rounded to at least this many metres; 0 leaves them as they are
 * @param time times are rounded to at least this long; zero leaves them as they are
 */
public record Coarsening(long placeMetres, Duration time) {

  /** Nothing is made vaguer. */
  public static final Coarsening NONE = new Coarsening(0, Duration.ZERO);

  public Coarsening {
    if (placeMetres < 0 || time.isNegative()) {
      throw new IllegalArgumentException(
          "coarsening is not negative, was %d m and %s".formatted(placeMetres, time));
    }
  }

  /** Returns the vaguer of both, for place and time apart. */
  public Coarsening and(Coarsening other) {
    return new Coarsening(
        Math.max(placeMetres, other.placeMetres),
        time.compareTo(other.time) >= 0 ? time : other.time);
  }
}
