package org.truce.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * An interval with hard bounds: what it speaks of lies inside, for certain.
 *
 * <p>Instants are kept to the microsecond, so that decisions and digests depend on integers only.
 *
 * @param from first possible instant, inclusive, UTC; {@link #BEGINNING} when no bound is known
 * @param to end of the possible instants, exclusive, UTC; {@link #END} when no bound is known
 */
public record TimeSpan(Instant from, Instant to) implements Comparable<TimeSpan> {

  /** Before anything that a report can speak of. */
  public static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");

  /** After anything that a report can speak of. */
  public static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

  /** No bound is known on either side. */
  public static final TimeSpan ANY = new TimeSpan(BEGINNING, END);

  public TimeSpan {
    from = from.truncatedTo(ChronoUnit.MICROS);
    to = to.truncatedTo(ChronoUnit.MICROS);
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "a time span must end after it begins, was %s to %s".formatted(from, to));
    }
    if (from.isBefore(BEGINNING) || to.isAfter(END)) {
      throw new IllegalArgumentException(
          "a time span must lie in the years 1 to 9999, was %s to %s".formatted(from, to));
    }
  }

  /** Returns the local day, from midnight to midnight in that zone. */
  public static TimeSpan ofDay(LocalDate day, ZoneId zone) {
    return ofDays(day, day, zone);
  }

  /** Returns the local days from {@code first} to {@code last}, both whole. */
  public static TimeSpan ofDays(LocalDate first, LocalDate last, ZoneId zone) {
    return new TimeSpan(
        first.atStartOfDay(zone).toInstant(), last.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /** Returns whether the instant is one of the possible ones. */
  public boolean contains(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(to);
  }

  /** Returns whether every possible instant of {@code other} is one of this span's. */
  public boolean contains(TimeSpan other) {
    return !other.from.isBefore(from) && !other.to.isAfter(to);
  }

  /** Returns whether at least one instant lies in both. */
  public boolean overlaps(TimeSpan other) {
    return from.isBefore(other.to) && other.from.isBefore(to);
  }

  /** Returns the instants that lie in both, or nothing when there are none. */
  public Optional<TimeSpan> intersection(TimeSpan other) {
    if (!overlaps(other)) {
      return Optional.empty();
    }
    return Optional.of(new TimeSpan(later(from, other.from), earlier(to, other.to)));
  }

  /** Returns the smallest span that holds both. */
  public TimeSpan hull(TimeSpan other) {
    return new TimeSpan(earlier(from, other.from), later(to, other.to));
  }

  /** Returns how long the span is, exactly. */
  public Duration length() {
    return Duration.between(from, to);
  }

  /** Returns whether neither side is open. */
  public boolean isBounded() {
    return from.isAfter(BEGINNING) && to.isBefore(END);
  }

  /**
   * Returns the span widened to whole multiples of a length, counted from 1970; the span itself
   * when the length is zero. An open side stays open.
   */
  public TimeSpan coarsened(Duration length) {
    long seconds = length.toSeconds();
    if (seconds == 0) {
      return this;
    }
    long first = Math.floorDiv(from.getEpochSecond(), seconds) * seconds;
    long whole = to.getNano() == 0 ? to.getEpochSecond() : to.getEpochSecond() + 1;
    long last = -Math.floorDiv(-whole, seconds) * seconds;
    Instant start = from.equals(BEGINNING) ? from : later(BEGINNING, Instant.ofEpochSecond(first));
    Instant end = to.equals(END) ? to : earlier(END, Instant.ofEpochSecond(last));
    return new TimeSpan(start, end);
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  @Override
  public int compareTo(TimeSpan other) {
    int byStart = from.compareTo(other.from);
    return byStart != 0 ? byStart : to.compareTo(other.to);
  }
}
