package org.truce.cli;

/** The bounds of a share by Wilson's score, at 95 %. */
final class Wilson {
  private static final double Z = 1.959964;

  private Wilson() {}

  /** Returns the lower and upper bound, 0 to 1; everything is possible when nothing was tried. */
  static double[] bounds(int right, int all) {
    if (all == 0) {
      return new double[] {0, 1};
    }
    double share = (double) right / all;
    double square = Z * Z / all;
    double centre = (share + square / 2) / (1 + square);
    double half = Z * Math.sqrt(share * (1 - share) / all + square / (4 * all)) / (1 + square);
    return new double[] {Math.max(0, centre - half), Math.min(1, centre + half)};
  }
}
