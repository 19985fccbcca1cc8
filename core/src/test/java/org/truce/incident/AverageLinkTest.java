package org.truce.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The merging is compared with its definition, written plainly: try every pair, every time. */
class AverageLinkTest {
  private static final int UNSEEN = -2;

  private record Candidate(List<Integer> one, List<Integer> other, long sum) {
    private double mean() {
      return (double) sum / (one.size() * other.size());
    }
  }

  private static List<List<Integer>> byDefinition(
      int size, Map<Long, Integer> weights, AverageLink.MayMerge mayMerge) {
    List<List<Integer>> clusters = new ArrayList<>();
    IntStream.range(0, size).forEach(i -> clusters.add(new ArrayList<>(List.of(i))));
    while (true) {
      List<Candidate> candidates = new ArrayList<>();
      for (int i = 0; i < clusters.size(); i++) {
        for (int j = i + 1; j < clusters.size(); j++) {
          List<Integer> one = clusters.get(i);
          List<Integer> other = clusters.get(j);
          long sum = 0;
          for (int a : one) {
            for (int b : other) {
              sum += weights.getOrDefault(Candidates.pack(Math.min(a, b), Math.max(a, b)), UNSEEN);
            }
          }
          if (sum > 0 && mayMerge.test(one, other)) {
            candidates.add(new Candidate(one, other, sum));
          }
        }
      }
      if (candidates.isEmpty()) {
        clusters.sort(Comparator.comparingInt(List::getFirst));
        return clusters;
      }
      Candidate best =
          candidates.stream()
              .min(
                  Comparator.comparingDouble(Candidate::mean)
                      .reversed()
                      .thenComparingInt(c -> Math.min(c.one().getFirst(), c.other().getFirst()))
                      .thenComparingInt(c -> Math.max(c.one().getFirst(), c.other().getFirst())))
              .orElseThrow();
      clusters.remove(best.other());
      best.one().addAll(best.other());
      best.one().sort(Comparator.naturalOrder());
    }
  }

  @Test
  void mergesAsTheDefinitionSaysAlsoWhereMeansAreEqual() {
    int merged = 0;
    for (int seed = 0; seed < 5_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int size = random.nextInt(2, 12);
      Map<Long, Integer> weights = new HashMap<>();
      for (int i = 0; i < size; i++) {
        for (int j = i + 1; j < size; j++) {
          if (random.nextInt(3) > 0) {
            weights.put(Candidates.pack(i, j), random.nextInt(-3, 5));
          }
        }
      }
      // Members whose numbers leave the same remainder are of one account, or nobody is.
      int accounts = random.nextInt(2, 5);
      boolean free = random.nextBoolean();
      AverageLink.MayMerge mayMerge =
          (one, other) ->
              free
                  || one.stream()
                      .noneMatch(a -> other.stream().anyMatch(b -> a % accounts == b % accounts));
      List<List<Integer>> single = IntStream.range(0, size).mapToObj(i -> List.of(i)).toList();
      List<List<Integer>> found = new AverageLink(weights, UNSEEN).clusters(single, mayMerge);
      assertThat(found).as("seed %d", seed).isEqualTo(byDefinition(size, weights, mayMerge));
      merged += size - found.size();
    }
    assertThat(merged).isGreaterThan(5_000);
  }
}
