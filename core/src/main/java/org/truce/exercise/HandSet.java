package org.truce.exercise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.truce.incident.linkage.Calibration;
import org.truce.incident.linkage.Comparator;
import org.truce.incident.linkage.LinkWeights;

/**
 * Weights as somebody who knows the field sets them by hand: the measure that learning must beat.
 *
 * <p>Place: the density of the normal distribution at the distance, with the sigma that is stated,
 * against an even background. Time: seven parts within 25 minutes and three within three hours.
 * Same kind +1.5 nats, wider kind +0.7, another −3; same author +0.5, opposite −1.5; same toll +2;
 * one source −3.
 */
public final class HandSet {
  private static final double[] VARIANCES = {.02, .25, 1, 4, 17.6, 49};
  private static final double[] Z_SQUARED = {.03, .1, .22, .45, .8, 1.3, 2, 3, 4.2, 6.2, 9, 14};
  private static final double[] MINUTES = {
    .5, 2, 4.5, 8.5, 14, 22, 33, 50, 75, 110, 155, 215, 305, 480, 800, 1_500
  };

  /** Reports per square kilometre and hour at a million a year along 20,000 square kilometres. */
  private static final double BACKGROUND = 0.0057;

  /** The weights. */
  public static final LinkWeights WEIGHTS = weights();

  private HandSet() {}

  private static LinkWeights weights() {
    List<List<Integer>> levels =
        List.of(
            place(),
            time(),
            List.of(1_500, 1_500, 1_500, 700, 0, -1_000, -3_000, 0),
            List.of(500, 200, 0, -700, -1_000, 0),
            List.of(0, 0, 500, 200, -1_500, 0, 0, 500, 200, -1_500),
            List.of(0, 0, 200, 2_000, 500, -1_500),
            List.of(0, 2_000, -1_000),
            List.of(0, 5_000, 3_000, 1_500, 0),
            Collections.nCopies(Comparator.CROWD.levels(), 0));
    int prior = milliNats(1.6 / BACKGROUND);
    return new LinkWeights(
        "by-hand",
        List.of("set by hand"),
        new LinkWeights.Table(prior, levels),
        new LinkWeights.Table(prior - 3_000, levels),
        Calibration.NONE,
        new LinkWeights.Limits(0, -6_000, 9_000, 0));
  }

  private static List<Integer> place() {
    List<Integer> place = new ArrayList<>();
    for (double variance : VARIANCES) {
      for (double z : Z_SQUARED) {
        place.add(milliNats(StrictMath.exp(-z / 2) / (2 * Math.PI * variance)));
      }
    }
    place.addAll(Collections.nCopies(Z_SQUARED.length, -1_500));
    return place;
  }

  private static List<Integer> time() {
    List<Integer> time = new ArrayList<>();
    for (int tier = 0; tier < 4; tier++) {
      for (double minutes : MINUTES) {
        double hours = minutes / 60;
        double tight = normal(hours, 0.59);
        double loose = normal(hours, 4.24);
        time.add(milliNats(tier == 3 ? 1 / 24.0 : 0.7 * tight + 0.3 * loose));
      }
    }
    return time;
  }

  private static double normal(double at, double sigma) {
    return StrictMath.exp(-at * at / (2 * sigma * sigma)) / (2.5066 * sigma);
  }

  private static int milliNats(double ratio) {
    return (int) Math.round(1_000 * StrictMath.log(ratio));
  }
}
