package org.truce.agreement;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.truce.time.TimeSpan;

/**
 * Writes times for people: wall time of the zone whose clocks the agreement counts by.
 *
 * @param zone that zone
 */
public record LocalTimes(ZoneId zone) {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  /** Returns the times by whose clocks a reading counts. */
  public static LocalTimes of(Reading reading) {
    return new LocalTimes(reading.inForce().start().zone());
  }

  /** Returns the wall time to the minute. */
  public String at(Instant instant) {
    return MINUTES.format(instant.atZone(zone));
  }

  /** Returns both ends and the length; an open end in words. */
  public String window(TimeSpan span) {
    if (!span.isBounded()) {
      String from = span.from().equals(TimeSpan.BEGINNING) ? "any time" : at(span.from());
      String to = span.to().equals(TimeSpan.END) ? "any time" : at(span.to());
      return from + " to " + to;
    }
    return "%s to %s (%s)".formatted(at(span.from()), at(span.to()), hours(span.length()));
  }

  /**
   * Returns from when until when a reading applies, and its length where the text leaves no room.
   */
  public String term(TermOfForce term) {
    if (term.isPending()) {
      return "not in force: %s".formatted(term.start().wording());
    }
    String from = bound(term.start());
    if (term.end().isEmpty()) {
      return "%s to an open end, %s".formatted(from, zone);
    }
    TermOfForce.Bound end = term.end().get();
    String length =
        term.start().isExact() && end.isExact()
            ? " (%s)".formatted(hours(Duration.between(term.start().earliest(), end.earliest())))
            : "";
    return "%s to %s %s%s".formatted(from, bound(end), zone, length);
  }

  private String bound(TermOfForce.Bound bound) {
    return bound.isExact()
        ? at(bound.earliest())
        : "between %s and %s".formatted(at(bound.earliest()), at(bound.latest()));
  }

  /** Returns a length in hours, or in minutes where it is no whole number of hours. */
  public static String hours(Duration length) {
    return length.toMinutes() % 60 == 0
        ? "%,d h".formatted(length.toHours())
        : "%,d min".formatted(length.toMinutes());
  }
}
