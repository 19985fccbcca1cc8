package org.truce.incident.linkage;

import java.util.Arrays;

/**
 * Finds between which ends a value lies. A table of equal steps leads to the bin or to the one
 * before it, so that one end is compared, wherever the value lies and without a jump that is
 * guessed wrong.
 */
final class Bins {
  private final double[] ends;
  private final double stepsPerUnit;
  private final byte[] starts;

  /**
   * Prepares bins.
   *
   * @param step of the table; a power of two, so that finding a step is exact; smaller than the
   *     distance of any two ends
   * @param ends the last value of each bin but the last, inclusive, ascending
   */
  Bins(double step, double... ends) {
    for (int i = 1; i < ends.length; i++) {
      if (ends[i] - ends[i - 1] <= step) {
        throw new IllegalArgumentException("two ends within one step: " + ends[i]);
      }
    }
    this.ends = Arrays.copyOf(ends, ends.length + 1);
    this.ends[ends.length] = Double.POSITIVE_INFINITY;
    this.stepsPerUnit = 1 / step;
    this.starts = new byte[(int) (ends[ends.length - 1] / step) + 2];
    for (int i = 0; i < starts.length; i++) {
      while (i * step > this.ends[starts[i]]) {
        starts[i]++;
      }
    }
  }

  /** Returns the number of the bin of a value, which must not be negative. */
  int of(double value) {
    int start = starts[(int) Math.min(value * stepsPerUnit, starts.length - 1.0)];
    return value > ends[start] ? start + 1 : start;
  }
}
