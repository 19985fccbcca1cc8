package org.truce.exercise;

/**
 * What an exercise is made of. Two sets exist; nothing learned on one may be tested on it.
 *
 * @param name printed with every figure
 * @param front how much happens where and when
 * @param telling how it is told
 * @param doubt how wrong what is told is
 */
public record Setting(String name, Front front, Telling telling, Doubt doubt) {

  /** For learning weights and calibration. */
  public static final Setting TRAINING =
      new Setting(
          "training",
          new Front(1_000, 70, 11, 12, 0.06, 0.35),
          new Telling(1.55, 0.12, 0.55, 0.10, 0.30, 0.85),
          new Doubt(1.0, 0.60, 0.12, 0.04, 0.03));

  /** For testing: other densities, shares and errors than for learning. */
  public static final Setting TEST =
      new Setting(
          "test",
          new Front(1_100, 80, 12.5, 13, 0.075, 0.40),
          new Telling(1.70, 0.14, 0.50, 0.12, 0.34, 0.82),
          new Doubt(1.05, 0.66, 0.14, 0.045, 0.035));

  /**
   * How much happens where and when.
   *
   * @param kilometres length of the front
   * @param hotSpots places where much happens
   * @param depthKilometres standard deviation across the front
   * @param spotKilometres standard deviation of a hot spot along the front
   * @param burstShare share of happenings that follow another within two hours nearby
   * @param daySpread standard deviation of the logarithm of how much happens on a day
   */
  public record Front(
      double kilometres,
      int hotSpots,
      double depthKilometres,
      double spotKilometres,
      double burstShare,
      double daySpread) {}

  /**
   * How it is told.
   *
   * @param moreReports mean number of reports of a happening beyond the first
   * @param blame probability that the author's side tells of it, blaming the other
   * @param neutralNames probability that a neutral source names an author
   * @param dead probability that somebody died and that is told
   * @param copies probability that a medium copies an earlier report
   * @param targets probability that what was hit is told
   */
  public record Telling(
      double moreReports,
      double blame,
      double neutralNames,
      double dead,
      double copies,
      double targets) {}

  /**
   * How wrong what is told is.
   *
   * @param place error of a position in units of what is stated
   * @param time error of a time in units of what is stated
   * @param otherKind probability that a wider kind of conduct is told
   * @param wrongKind probability that a kind beside it is told
   * @param vagueTime probability that only a part of the day is told
   */
  public record Doubt(
      double place, double time, double otherKind, double wrongKind, double vagueTime) {}
}
