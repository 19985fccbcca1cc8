package org.truce.agreement;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.truce.agreement.TermOfForce.Bound;

/**
 * By when something must be done: a length after an anchor. The end is exclusive: what is done at
 * that very moment is late.
 *
 * @param anchor from when it is counted; empty: from the entry into force of the reading
 * @param length how long
 * @param wording as written
 */
public record Deadline(Optional<Anchor> anchor, Length length, String wording) {

  /** From when a deadline is counted. */
  public sealed interface Anchor {

    /** A moment that the text fixes, more or less exactly. */
    record Fixed(Bound bound) implements Anchor {}

    /** Something that has not happened. */
    record Pending(String wording) implements Anchor {}

    /**
     * Known only to lie between two others.
     *
     * @param notBefore not before this one
     * @param noLaterThan and not after this deadline
     */
    record Between(Optional<Anchor> notBefore, Deadline noLaterThan) implements Anchor {}
  }

  /** How long after the anchor. */
  public sealed interface Length {

    /** So many days by the calendar: the wall time stays, whatever the clocks do. */
    record CalendarDays(int days) implements Length {}

    /** So long by the clock. */
    record Elapsed(Duration duration) implements Length {}

    /** To the end of the local day that lies so many days after the day of the anchor. */
    record EndOfDay(int days) implements Length {}
  }

  /** Returns when it falls due, as exactly as the text says; empty while the anchor is pending. */
  public Optional<Bound> due(TermOfForce term) {
    return moment(anchor, term).map(this::after);
  }

  /** Returns when an anchor lies; without one, when the term starts. */
  public static Optional<Bound> moment(Optional<Anchor> anchor, TermOfForce term) {
    if (anchor.isEmpty()) {
      return term.isPending() ? Optional.empty() : Optional.of(term.start());
    }
    return switch (anchor.get()) {
      case Anchor.Fixed fixed -> Optional.of(fixed.bound());
      case Anchor.Pending pending -> Optional.empty();
      case Anchor.Between between ->
          moment(between.notBefore(), term)
              .flatMap(from -> between.noLaterThan().due(term).map(to -> span(from, to)));
    };
  }

  /** The end is the last moment of the deadline, which is exclusive. */
  private static Bound span(Bound from, Bound to) {
    Instant latest = to.latest().minus(1, ChronoUnit.MICROS);
    return new Bound(
        from.earliest(),
        latest.isBefore(from.earliest()) ? from.earliest() : latest,
        from.zone(),
        from.wording());
  }

  private Bound after(Bound from) {
    return new Bound(
        moved(from.earliest(), from.zone()),
        moved(from.latest(), from.zone()),
        from.zone(),
        wording);
  }

  private Instant moved(Instant instant, ZoneId zone) {
    return switch (length) {
      case Length.Elapsed elapsed -> instant.plus(elapsed.duration());
      case Length.CalendarDays days ->
          instant.atZone(zone).plus(Period.ofDays(days.days())).toInstant();
      case Length.EndOfDay day ->
          instant
              .atZone(zone)
              .toLocalDate()
              .plusDays(day.days() + 1L)
              .atStartOfDay(zone)
              .toInstant();
    };
  }
}
