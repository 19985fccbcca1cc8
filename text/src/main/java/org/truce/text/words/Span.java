package org.truce.text.words;

/**
 * A piece of a document.
 *
 * @param start first UTF-16 unit, inclusive
 * @param end last UTF-16 unit, exclusive
 */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "a span satisfies 0 <= start <= end, was %d to %d".formatted(start, end));
    }
  }

  /** Returns the words of the span, verbatim. */
  public String of(String document) {
    return document.substring(start, end);
  }

  /** Returns whether both have a unit in common. */
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /** Returns whether the other lies inside this one. */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  /** Returns the smallest span that holds both. */
  public Span hull(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }
}
