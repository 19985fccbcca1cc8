package org.truce.revision;

import java.util.Optional;
import org.truce.report.Claim;
import org.truce.report.Count;

/** What changed in a claim of a report that both versions have. */
public sealed interface Change {

  /** The later version makes a claim that the earlier one did not make. */
  record Added(String kind) implements Change {}

  /** The later version makes a claim no more. */
  record Withdrawn(String kind) implements Change {}

  /**
   * A value is another one.
   *
   * @param aspect of what
   * @param shift how it lies to the one before
   * @param before as words; empty: not said
   * @param now as words; empty: no longer said
   */
  record Value(Aspect aspect, Shift shift, String before, String now) implements Change {}

  /**
   * A number of people is another one.
   *
   * @param category what happened to them
   * @param before the number of the earlier version
   * @param now the number of the later one
   * @param reason why; {@link Claim.RevisionKind#LATE_DEATH}: as many were moved from the injured;
   *     empty: nothing says why
   * @param stated whether the source says so; otherwise the numbers of the report show it
   */
  record Toll(
      Claim.Category category,
      Count before,
      Count now,
      Optional<Claim.RevisionKind> reason,
      boolean stated)
      implements Change {}

  /** How a value lies to the one before. */
  enum Shift {
    /** Nothing was said before. */
    GIVEN,
    /** Nothing is said any more. */
    LEFT_OUT,
    /** It lies within what was said before. */
    NARROWED,
    /** What was said before lies within it. */
    WIDENED,
    /** It is another one. */
    OTHER
  }
}
