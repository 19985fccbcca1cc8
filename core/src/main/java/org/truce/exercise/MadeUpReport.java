package org.truce.exercise;

import java.util.List;

/**
 * One report of an exercise.
 *
 * @param number from 0 in the order in which they are said
 * @param mouth who says it and when
 * @param about what it says happened when and where
 * @param what what is said to have happened
 * @param truth number of the happening that it is about; never told to what is tested
 */
public record MadeUpReport(long number, Mouth mouth, About about, What what, int truth) {

  /** Returns the id of the report. */
  public String id() {
    return "EXERCISE-" + number;
  }

  /**
   * Who says it and when.
   *
   * @param source id of the source
   * @param side {@code AAA}, {@code BBB} or {@code neutral}
   * @param origin id of the source that is copied; its own when none is
   * @param said second since 1970
   */
  public record Mouth(String source, String side, String origin, long said) {}

  /**
   * When and where.
   *
   * @param from first possible second since 1970, inclusive
   * @param to end of the possible seconds, exclusive
   * @param latE7 latitude in 1e-7 degrees
   * @param lonE7 longitude in 1e-7 degrees
   * @param withinMetres outer bound
   */
  public record About(long from, long to, int latE7, int lonE7, int withinMetres) {}

  /**
   * What.
   *
   * @param conduct code of the conduct
   * @param target code of the target; empty when not said
   * @param by alleged author; empty when not said
   * @param killed number of people killed; −1 when not said
   */
  public record What(String conduct, String target, List<String> by, int killed) {}
}
