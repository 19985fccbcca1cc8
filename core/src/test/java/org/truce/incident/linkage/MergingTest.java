package org.truce.incident.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The merging is compared with its definition, written plainly: try every pair, every time. */
class MergingTest {
  private record Candidate(List<Integer> one, List<Integer> other, long sum) {
    private double mean() {
      return (double) sum / (one.size() * other.size());
    }
  }

  private static List<List<Integer>> byDefinition(
      int size, int[][] weights, BiPredicate<List<Integer>, List<Integer>> mayMerge) {
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
              sum += weights[a][b];
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
      int[][] weights = new int[size][size];
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < i; j++) {
          weights[i][j] = random.nextInt(-3, 5);
          weights[j][i] = weights[i][j];
        }
      }
      // Members whose numbers leave the same remainder are of one account, or all are of one.
      int accounts = random.nextInt(2, 5);
      boolean one = random.nextBoolean();
      int[] found = one ? Merging.within(longs(weights), size) : across(weights, accounts);
      List<List<Integer>> defined =
          byDefinition(
              size,
              weights,
              (a, b) ->
                  one
                      || a.stream()
                          .noneMatch(i -> b.stream().anyMatch(j -> (i - j) % accounts == 0)));
      assertThat(clusters(found)).as("seed %d", seed).isEqualTo(defined);
      merged += size - defined.size();
    }
    assertThat(merged).isGreaterThan(5_000);
  }

  @Test
  void oneObjectMergesOneComponentAfterTheOtherAsAFreshOneDoes() {
    Merging used = new Merging();
    for (int seed = 0; seed < 2_000; seed++) {
      assertThat(merged(used, new SplittableRandom(seed)))
          .as("seed %d", seed)
          .isEqualTo(merged(new Merging(), new SplittableRandom(seed)));
    }
  }

  private static List<List<Integer>> merged(Merging merging, SplittableRandom random) {
    int size = random.nextInt(2, random.nextInt(20) == 0 ? 200 : 12); // sometimes many accounts
    merging.start(size);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        merging.weigh(i, j, random.nextInt(-3, 5));
      }
    }
    int[] accounts = IntStream.range(0, size).map(i -> random.nextInt(size)).toArray();
    return clusters(Arrays.copyOf(merging.clusters(accounts), size));
  }

  private static int[] across(int[][] weights, int accounts) {
    BitSet[] whose = new BitSet[weights.length];
    int[] sizes = new int[weights.length];
    for (int i = 0; i < whose.length; i++) {
      whose[i] = new BitSet();
      whose[i].set(i % accounts);
      sizes[i] = 1;
    }
    return Merging.across(longs(weights), sizes, whose);
  }

  private static long[] longs(int[][] weights) {
    return Arrays.stream(weights).flatMapToInt(Arrays::stream).asLongStream().toArray();
  }

  private static List<List<Integer>> clusters(int[] firstOf) {
    Map<Integer, List<Integer>> clusters = new TreeMap<>();
    for (int i = 0; i < firstOf.length; i++) {
      clusters.computeIfAbsent(firstOf[i], first -> new ArrayList<>()).add(i);
    }
    return List.copyOf(clusters.values());
  }
}
