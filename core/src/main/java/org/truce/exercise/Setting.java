package org.truce.exercise;

import java.util.stream.Stream;

/**
 * What an exercise is made of. Three sets exist: on the first is learned, on the second whatever is
 * chosen by looking at results, on the third is only measured.
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

  /** For choosing limits and ways: other densities, shares and errors than for learning. */
  public static final Setting VALIDATION =
      new Setting(
          "validation",
          new Front(1_100, 80, 12.5, 13, 0.075, 0.40),
          new Telling(1.70, 0.14, 0.50, 0.12, 0.34, 0.82),
          new Doubt(1.05, 0.66, 0.14, 0.045, 0.035));

  /**
   * For measuring only: other rates again. They were set down before anything was measured on them;
   * of the results on them nothing may be chosen.
   */
  public static final Setting TEST =
      new Setting(
          "test",
          new Front(1_050, 75, 12, 12.3, 0.068, 0.45),
          new Telling(1.62, 0.13, 0.46, 0.14, 0.26, 0.80),
          new Doubt(0.97, 0.64, 0.13, 0.05, 0.04));

  /**
   * Returns the setting of that name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Setting named(String name) {
    return Stream.of(TRAINING, VALIDATION, TEST)
        .filter(setting -> setting.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\"%s\" is no setting: training, validation and test are".formatted(name)));
  }

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
