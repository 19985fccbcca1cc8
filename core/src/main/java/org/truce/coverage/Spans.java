package org.truce.coverage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.truce.time.TimeSpan;

/**
 * A set of instants as spans that neither overlap nor touch, in order.
 *
 * @param spans the spans
 */
public record Spans(List<TimeSpan> spans) {
  public Spans {
    spans = List.copyOf(spans);
  }

  /** No instant. */
  public static final Spans NONE = new Spans(List.of());

  /** Returns the instants that lie in any of these spans. */
  public static Spans union(Collection<TimeSpan> spans) {
    List<TimeSpan> merged = new ArrayList<>();
    for (TimeSpan span : new TreeSet<>(spans)) {
      if (!merged.isEmpty() && !span.from().isAfter(merged.getLast().to())) {
        merged.set(merged.size() - 1, merged.getLast().hull(span));
      } else {
        merged.add(span);
      }
    }
    return new Spans(merged);
  }

  /** Returns the instants of either set. */
  public Spans or(Spans other) {
    List<TimeSpan> both = new ArrayList<>(spans);
    both.addAll(other.spans);
    return union(both);
  }

  /** Returns the instants that are not in the other set. */
  public Spans minus(Spans other) {
    List<TimeSpan> left = new ArrayList<>();
    for (TimeSpan span : spans) {
      Instant from = span.from();
      for (TimeSpan hole : other.spans) {
        if (hole.overlaps(span)) {
          if (hole.from().isAfter(from)) {
            left.add(new TimeSpan(from, hole.from()));
          }
          from = hole.to().isAfter(from) ? hole.to() : from;
        }
      }
      if (from.isBefore(span.to())) {
        left.add(new TimeSpan(from, span.to()));
      }
    }
    return new Spans(left);
  }

  /** Returns the instants that lie within a window. */
  public Spans within(TimeSpan window) {
    return new Spans(spans.stream().flatMap(span -> span.intersection(window).stream()).toList());
  }

  /** Returns how long all spans are together. */
  public Duration length() {
    return spans.stream().map(TimeSpan::length).reduce(Duration.ZERO, Duration::plus);
  }

  /** Returns whether every instant of the span is in the set. */
  public boolean contains(TimeSpan span) {
    return spans.stream().anyMatch(each -> each.contains(span));
  }

  /** Returns whether at least one instant of the span is in the set. */
  public boolean overlaps(TimeSpan span) {
    return spans.stream().anyMatch(each -> each.overlaps(span));
  }
}
