package org.truce.incident.linkage;

/** What of two claims is compared, and how many levels the comparison has. */
public enum Comparator {
  /** Distance over the combined sigma, by the size of that sigma. */
  PLACE(0, Comparison.PLACE_TIERS * Comparison.PLACE_BINS),
  /** Time between the middles, by the vaguer of both times. */
  TIME(1, Comparison.TIME_TIERS * Comparison.TIME_BINS),
  /** What was done. */
  CONDUCT(2, 8),
  /** What it was done to. */
  TARGET(3, 6),
  /** Who is alleged to have done it, within one account and across accounts. */
  AUTHOR(4, 10),
  /** How many were killed. */
  TOLL(5, 6),
  /** The name of the place or facility. */
  NAME(6, 3),
  /** The text's sketch. */
  TEXT(7, 5),
  /** How much is reported from there on such a day, in half powers of two. */
  CROWD(8, Background.LEVELS);

  private final int position;
  private final int levels;

  Comparator(int position, int levels) {
    this.position = position;
    this.levels = levels;
  }

  /** Returns how many levels the comparison has; they are numbered from 0. */
  public int levels() {
    return levels;
  }

  /** Returns where it stands among the comparators, from 0. */
  public int position() {
    return position;
  }
}
