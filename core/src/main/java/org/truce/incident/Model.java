package org.truce.incident;

/**
 * The weights by which pairs of claims are compared, in thousandths of a nat. Positive speaks for
 * one happening, negative for two.
 *
 * @param version name of the version, printed with every result
 * @param time weights of the times
 * @param place weights of the places
 * @param other weights of everything else
 */
public record Model(String version, Time time, Place place, Other other) {

  /** Weights set by hand; not calibrated. */
  public static final Model BY_HAND =
      new Model(
          "by-hand-2",
          new Time(2_000, 900, 200, -6_000),
          new Place(2_200, 600, -1_500, -6_000),
          new Other(-1_500, 700, 100, -2_500, -1_200, -3_500, -1_500, 3_700));

  /**
   * Weights of the times.
   *
   * @param sameHalfHour both are known to an hour or better and can lie within half an hour
   * @param sameHours both are known to six hours or better and overlap
   * @param overlap they overlap, but at least one is vaguer
   * @param apart their hard bounds exclude each other
   */
  public record Time(int sameHalfHour, int sameHours, int overlap, int apart) {}

  /**
   * Weights of the places, by distance over the combined sigma (outer bound / 2.45).
   *
   * @param near at most 1 sigma
   * @param possible at most 2.45 sigma
   * @param unknown at least one is given by region only or not at all
   * @param apart their hard bounds exclude each other
   */
  public record Place(int near, int possible, int unknown, int apart) {}

  /**
   * Weights of everything else.
   *
   * @param prior before anything is compared
   * @param sameKind conduct or target is of the same kind
   * @param possibleKind one may be the other
   * @param otherKind they exclude each other
   * @param oppositeAuthors different authors are alleged; no veto
   * @param sameSource both come from one source, which usually means two happenings
   * @param unseen a pair that was never compared
   * @param copiedText neither gives a position, and most of one text stands in the other
   */
  public record Other(
      int prior,
      int sameKind,
      int possibleKind,
      int otherKind,
      int oppositeAuthors,
      int sameSource,
      int unseen,
      int copiedText) {}
}
