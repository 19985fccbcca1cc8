package org.truce.incident.linkage;

/**
 * Finds between which ends a value lies. A table of equal steps leads near, so that mostly one end
 * or two are compared, wherever the value lies.
 */
final class Bins {
  private final double[] ends;
  private final double stepsPerUnit;
  private final byte[] starts;

  /**
   * Prepares bins.
   *
   * @param step of the table; a power of two, so that finding a step is exact
   * @param ends the last value of each bin but the last, inclusive, ascending
   */
  Bins(double step, double... ends) {
    this.ends = ends;
    this.stepsPerUnit = 1 / step;
    this.starts = new byte[(int) (ends[ends.length - 1] / step) + 2];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = (byte) from(0, i * step);
    }
  }

  /** Returns the number of the bin of a value, which must not be negative. */
  int of(double value) {
    return from(starts[(int) Math.min(value * stepsPerUnit, starts.length - 1.0)], value);
  }

  private int from(int start, double value) {
    int bin = start;
    while (bin < ends.length && value > ends[bin]) {
      bin++;
    }
    return bin;
  }
}
