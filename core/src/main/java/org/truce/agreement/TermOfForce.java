package org.truce.agreement;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.truce.time.TimeSpan;
import org.truce.time.WallTime;

/**
 * From when until when a reading applies, as exactly as the text says.
 *
 * @param start entry into force; at {@link TimeSpan#END} when it is pending
 * @param end end of force, exclusive; empty: open-ended
 * @param suspended times within it in which it does not apply
 */
public record TermOfForce(Bound start, Optional<Bound> end, List<TimeSpan> suspended) {
  public TermOfForce {
    suspended = List.copyOf(suspended);
    if (end.isPresent() && !start.latest().isBefore(end.get().earliest())) {
      throw new IllegalArgumentException(
          "the end of force (%s) must come after its start (%s), however both are read"
              .formatted(end.get().earliest(), start.latest()));
    }
  }

  /** Returns a term without suspension. */
  public TermOfForce(Bound start, Optional<Bound> end) {
    this(start, end, List.of());
  }

  /** Returns a term that has not begun: nothing is covered by it. */
  public static TermOfForce pending(String wording, ZoneId zone) {
    return new TermOfForce(new Bound(TimeSpan.END, TimeSpan.END, zone, wording), Optional.empty());
  }

  /** Returns whether it has not begun and nobody can say when it will. */
  public boolean isPending() {
    return start.earliest().equals(TimeSpan.END);
  }

  /** Returns the part of the term from a later start on. */
  public TermOfForce from(Bound later) {
    boolean empty = end.isPresent() && !later.latest().isBefore(end.get().earliest());
    return empty ? pending(later.wording(), later.zone()) : new TermOfForce(later, end, suspended);
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
