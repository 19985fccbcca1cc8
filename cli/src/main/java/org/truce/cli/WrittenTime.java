package org.truce.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.truce.time.TimeSpan;

/** Times as people write them after an option: with their offset from UTC. */
final class WrittenTime {
  private WrittenTime() {}

  /** Returns the moment, or says that the option's text is none. */
  static Instant instant(String option, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new UnusableInput(
          "%s: \"%s\" is not a time such as 2025-04-20T17:00+03:00".formatted(option, text));
    }
  }

  /** Returns the span that {@code --about FROM/TO} names; its end is exclusive. */
  static TimeSpan span(String text) {
    String[] ends = text.split("/", -1);
    if (ends.length != 2) {
      throw new UnusableInput(
          "--about: \"%s\" is not FROM/TO, two times with offset".formatted(text));
    }
    Instant from = instant("--about", ends[0]);
    Instant to = instant("--about", ends[1]);
    if (!from.isBefore(to)) {
      throw new UnusableInput("--about: %s does not come before %s".formatted(ends[0], ends[1]));
    }
    return new TimeSpan(from, to);
  }
}
