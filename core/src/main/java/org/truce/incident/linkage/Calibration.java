package org.truce.incident.linkage;

import java.util.List;

/**
 * A monotone map from sums of weights to calibrated log odds, both in thousandths of a nat:
 * straight between its points, and continued with slope one outside.
 *
 * @param points in ascending order of both coordinates; none: nothing is changed
 */
public record Calibration(List<Point> points) {
  /** Changes nothing. */
  public static final Calibration NONE = new Calibration(List.of());

  /**
   * One point.
   *
   * @param sum sum of weights
   * @param logOdds calibrated log odds
   */
  public record Point(int sum, int logOdds) {}

  public Calibration {
    points = List.copyOf(points);
    for (int i = 1; i < points.size(); i++) {
      if (points.get(i).sum() <= points.get(i - 1).sum()
          || points.get(i).logOdds() < points.get(i - 1).logOdds()) {
        throw new IllegalArgumentException("points of a calibration ascend, but not at " + i);
      }
    }
  }

  int apply(int sum) {
    if (points.isEmpty()) {
      return sum;
    }
    Point first = points.getFirst();
    if (sum <= first.sum()) {
      return sum - first.sum() + first.logOdds();
    }
    Point last = points.getLast();
    if (sum > last.sum()) {
      return sum - last.sum() + last.logOdds();
    }
    int below = 0;
    int above = points.size() - 1;
    while (above - below > 1) {
      int middle = (below + above) >>> 1;
      if (points.get(middle).sum() < sum) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return between(points.get(below), points.get(above), sum);
  }

  private static int between(Point before, Point next, int sum) {
    long rise = (long) (sum - before.sum()) * (next.logOdds() - before.logOdds());
    return before.logOdds() + (int) (rise / (next.sum() - before.sum()));
  }
}
