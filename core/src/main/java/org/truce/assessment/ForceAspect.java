package org.truce.assessment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.truce.agreement.TermOfForce;
import org.truce.agreement.TermOfForce.Bound;
import org.truce.assessment.Aspect.Alternative;
import org.truce.time.TimeSpan;

/**
 * Whether something happened while a reading was in force.
 *
 * <p>Where the words of a bound leave room, both the moment of the happening and the bound itself
 * are open. What matters then is only their order, so that two representative moments of the
 * happening and three positions of the bound (before, between, after) stand for all.
 */
final class ForceAspect {
  private ForceAspect() {}

  static Aspect<Boolean> of(TimeSpan when, TermOfForce term) {
    List<Moment> moments = moments(when, term);
    List<Position> starts = positions(moments, Segment.AT_START);
    List<Position> ends = positions(moments, Segment.AT_END);
    List<Alternative<Boolean>> alternatives = new ArrayList<>();
    for (Moment moment : moments) {
      for (Position start : starts) {
        for (Position end : ends) {
          alternatives.add(alternative(moment, start, end));
        }
      }
    }
    return new Aspect<>(alternatives);
  }

  private enum Segment {
    BEFORE("before entry into force"),
    AT_START("in the time in which it may have entered into force"),
    IN_FORCE("while in force"),
    SUSPENDED("while suspended"),
    AT_END("in the time in which it may have ended"),
    AFTER("after the end of force");

    private final String words;

    Segment(String words) {
      this.words = words;
    }
  }

  /** A representative moment; {@code rank} orders the moments inside a floating segment. */
  private record Moment(Segment segment, int rank, String words) {}

  /** A bound at or before {@code upTo} of the ranked moments: 0 is before the first. */
  private record Position(int upTo, String words) {
    static final Position FIXED = new Position(0, "");
  }

  private static Alternative<Boolean> alternative(Moment moment, Position start, Position end) {
    Map<Fact, String> values = new HashMap<>();
    values.put(Fact.TIME, moment.words());
    if (!start.words().isEmpty()) {
      values.put(Fact.ENTRY_INTO_FORCE, start.words());
    }
    if (!end.words().isEmpty()) {
      values.put(Fact.END_OF_FORCE, end.words());
    }
    boolean inForce =
        switch (moment.segment()) {
          case BEFORE, SUSPENDED, AFTER -> false;
          case IN_FORCE -> true;
          case AT_START -> start.upTo() <= moment.rank();
          case AT_END -> end.upTo() > moment.rank();
        };
    return new Alternative<>(inForce, values, Map.of());
  }

  private static List<Moment> moments(TimeSpan when, TermOfForce term) {
    List<Moment> moments = new ArrayList<>();
    Bound start = term.start();
    Instant surelyStarted = after(start);
    add(moments, when, TimeSpan.BEGINNING, start.earliest(), Segment.BEFORE);
    addFloating(moments, when, start, Segment.AT_START);
    Instant mayEnd = term.end().map(Bound::earliest).orElse(TimeSpan.END);
    addInForce(moments, when, surelyStarted, mayEnd, term);
    term.end().ifPresent(end -> addFloating(moments, when, end, Segment.AT_END));
    term.end().ifPresent(end -> add(moments, when, after(end), TimeSpan.END, Segment.AFTER));
    return moments;
  }

  /** Suspensions are sorted and do not overlap; they lie wholly within the term. */
  private static void addInForce(
      List<Moment> moments, TimeSpan when, Instant from, Instant to, TermOfForce term) {
    List<Moment> found = new ArrayList<>();
    Instant at = from;
    for (TimeSpan suspension : term.suspended()) {
      add(found, when, at, earlier(suspension.from(), to), Segment.IN_FORCE);
      add(
          found,
          when,
          later(suspension.from(), from),
          earlier(suspension.to(), to),
          Segment.SUSPENDED);
      at = later(at, suspension.to());
    }
    add(found, when, at, to, Segment.IN_FORCE);
    found.stream().distinct().forEach(moments::add);
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isBefore(b) ? b : a;
  }

  /** From an exact bound on, or just after the last instant that an open one allows. */
  private static Instant after(Bound bound) {
    return bound.isExact() ? bound.earliest() : bound.latest().plus(1, ChronoUnit.MICROS);
  }

  private static void add(
      List<Moment> moments, TimeSpan when, Instant from, Instant to, Segment segment) {
    if (part(when, from, to).isPresent()) {
      moments.add(new Moment(segment, 0, segment.words));
    }
  }

  private static void addFloating(
      List<Moment> moments, TimeSpan when, Bound bound, Segment segment) {
    if (bound.isExact()) {
      return;
    }
    part(when, bound.earliest(), after(bound))
        .ifPresent(
            part -> {
              boolean single = part.length().equals(ChronoUnit.MICROS.getDuration());
              moments.add(new Moment(segment, 1, segment.words + (single ? "" : ", early")));
              if (!single) {
                moments.add(new Moment(segment, 2, segment.words + ", late"));
              }
            });
  }

  private static Optional<TimeSpan> part(TimeSpan when, Instant from, Instant to) {
    return from.isBefore(to) ? when.intersection(new TimeSpan(from, to)) : Optional.empty();
  }

  /** Positions of a bound among the ranked moments of its segment; fixed when none lies there. */
  private static List<Position> positions(List<Moment> moments, Segment segment) {
    long ranked = moments.stream().filter(moment -> moment.segment() == segment).count();
    if (ranked == 0) {
      return List.of(Position.FIXED);
    }
    List<Position> positions = new ArrayList<>();
    positions.add(new Position(1, "before it"));
    if (ranked == 2) {
      positions.add(new Position(2, "between the two"));
    }
    positions.add(new Position(3, "after it"));
    return positions;
  }

  /**
   * Returns how far the span is from the nearest possible bound, in microseconds, if it is decided.
   */
  static Optional<Long> marginMicros(TimeSpan when, TermOfForce term) {
    List<Instant> bounds = new ArrayList<>();
    bounds.add(term.start().earliest());
    bounds.add(term.start().latest());
    term.end().ifPresent(end -> bounds.add(end.earliest()));
    term.end().ifPresent(end -> bounds.add(end.latest()));
    term.suspended().forEach(each -> bounds.addAll(List.of(each.from(), each.to())));
    return bounds.stream()
        .map(bound -> distance(when, bound))
        .min(Long::compare)
        .filter(distance -> distance >= 0);
  }

  /**
   * Distance from a bound to the nearest possible moment; negative when the bound cuts the span.
   */
  private static long distance(TimeSpan when, Instant bound) {
    if (!bound.isAfter(when.from())) {
      return ChronoUnit.MICROS.between(bound, when.from());
    }
    return bound.isBefore(when.to()) ? -1 : ChronoUnit.MICROS.between(when.to(), bound);
  }
}
