package org.truce.incident.linkage;

import java.util.HashMap;
import java.util.Map;

/** Simpler rules on the same rows, and what calibration is worth: only for measuring. */
public final class Baselines {
  private static final int BINS = 20;

  private Baselines() {}

  /** Puts together whatever a chain of positive weights connects. */
  public static int[] components(ClaimTable table, LinkModel model) {
    Copies copies = Copies.of(table, Decided.NOTHING);
    Edges edges = new Edges();
    Learning.pairs(
        table,
        (one, other) -> {
          if (model.weight(table, one, other) > 0) {
            edges.add(one, other, 1);
          }
        });
    int[] first = new int[table.size()];
    for (int row = 0; row < first.length; row++) {
      first[row] = copies.leaderOf()[row];
    }
    int[] named = first.clone();
    Components.of(table.size(), edges)
        .forEach(
            rows -> {
              for (int row : rows) {
                named[row] = rows[0];
              }
            });
    for (int row = 0; row < first.length; row++) {
      first[row] = named[copies.leaderOf()[row]];
    }
    return first;
  }

  /**
   * Puts together whatever is reported of one day and one place of a hundredth of a degree, or, as
   * the event data sets do, of one day, author and kind.
   */
  public static int[] placeDay(ClaimTable table, boolean byPlace) {
    Map<Long, Integer> first = new HashMap<>();
    int[] named = new int[table.size()];
    for (int row = 0; row < named.length; row++) {
      long what =
          byPlace
              ? table.where(row).latE7() / 100_000 * 100_003L + table.where(row).lonE7() / 100_000
              : table.by(row) * 1_000L + table.conduct(row);
      long key = Fingerprint.mix(table.middle(row) / 86_400) ^ what;
      named[row] = first.merge(key, row, Math::min);
    }
    return named;
  }

  /**
   * Returns the expected calibration error over the near pairs that are given 0.05 or more: 20
   * bins, each with the distance between its mean probability and the share that is right.
   */
  public static double calibrationError(ClaimTable table, LinkModel model, int[] truth) {
    double[] given = new double[BINS];
    double[] right = new double[BINS];
    long[] pairs = new long[1];
    Learning.pairs(
        table,
        (one, other) -> {
          double probability = 1 / (1 + StrictMath.exp(-model.weight(table, one, other) / 1_000.0));
          if (probability >= 0.05) {
            int bin = Math.min(BINS - 1, (int) (probability * BINS));
            given[bin] += probability;
            right[bin] += truth[one] == truth[other] ? 1 : 0;
            pairs[0]++;
          }
        });
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(given[bin] - right[bin]);
    }
    return error / Math.max(1, pairs[0]);
  }
}
