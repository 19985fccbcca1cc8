package org.truce.exercise;

import java.util.HashMap;
import java.util.Map;

/**
 * What a sorting is worth against what really belongs together.
 *
 * @param precision share of the pairs put together that belong together
 * @param recall share of the pairs that belong together that were put together
 * @param bcubedPrecision B-cubed precision (Bagga, Baldwin 1998)
 * @param bcubedRecall B-cubed recall
 */
public record Scores(double precision, double recall, double bcubedPrecision, double bcubedRecall) {

  /** Compares a sorting with the truth: two rows belong together when their numbers are equal. */
  public static Scores of(int[] found, int[] truth) {
    Map<Long, Integer> both = new HashMap<>(found.length * 2);
    Map<Integer, Integer> foundSizes = new HashMap<>();
    Map<Integer, Integer> truthSizes = new HashMap<>();
    for (int i = 0; i < found.length; i++) {
      both.merge((long) found[i] << 32 | truth[i], 1, Integer::sum);
      foundSizes.merge(found[i], 1, Integer::sum);
      truthSizes.merge(truth[i], 1, Integer::sum);
    }
    double right = 0;
    double bcubedPrecision = 0;
    double bcubedRecall = 0;
    for (Map.Entry<Long, Integer> entry : both.entrySet()) {
      double n = entry.getValue();
      right += n * (n - 1) / 2;
      bcubedPrecision += n * n / foundSizes.getOrDefault((int) (entry.getKey() >>> 32), 1);
      bcubedRecall += n * n / truthSizes.getOrDefault(entry.getKey().intValue(), 1);
    }
    return new Scores(
        right / Math.max(1, pairs(foundSizes)),
        right / Math.max(1, pairs(truthSizes)),
        bcubedPrecision / Math.max(1, found.length),
        bcubedRecall / Math.max(1, found.length));
  }

  private static double pairs(Map<Integer, Integer> sizes) {
    return sizes.values().stream().mapToDouble(n -> n * (n - 1.0) / 2).sum();
  }

  /** Returns the harmonic mean of pair precision and recall. */
  public double pairF1() {
    return 2 * precision * recall / Math.max(1e-12, precision + recall);
  }

  /** Returns the harmonic mean of B-cubed precision and recall. */
  public double bcubedF() {
    return 2 * bcubedPrecision * bcubedRecall / Math.max(1e-12, bcubedPrecision + bcubedRecall);
  }
}
