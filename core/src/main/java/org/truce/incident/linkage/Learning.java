package org.truce.incident.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Learns weights from claims of which nobody said what belongs together.
 *
 * <p>Fellegi-Sunter (1969): pairs that are near are a mixture of one happening and two; in each
 * kind the levels of the comparators are independent. Expectation maximisation (Winkler 1988) finds
 * the share of each and how often each level occurs in each.
 */
public final class Learning {
  private static final int ROUNDS = 25;
  private static final double SMOOTHING = 3;

  private static final double[] NO_PAIRS = {0};

  private Learning() {}

  /** Pairs by the pattern of their levels. */
  static final class Patterns implements Blocks.Pairs {
    private final LinkModel model;
    private final boolean sameSource;
    final Map<Long, double[]> counts = new HashMap<>();

    Patterns(LinkModel model, boolean sameSource) {
      this.model = model;
      this.sameSource = sameSource;
    }

    @Override
    public void meet(int[] one, int a, int[] other, int b, double squared) {
      if ((one[a + ClaimTable.SOURCE] == other[b + ClaimTable.SOURCE]) == sameSource) {
        long pattern = packed(model.levels(one, a, other, b));
        counts.computeIfAbsent(pattern, key -> new double[1])[0]++;
      }
    }
  }

  static long packed(int[] levels) {
    long packed = 0;
    for (int level : levels) {
      packed = (packed << 7) | level;
    }
    return packed;
  }

  private static int level(long packed, int comparator, int comparators) {
    return (int) ((packed >>> (7 * (comparators - 1 - comparator))) & 127);
  }

  /** A mixture: share of pairs of one happening, and the frequency of each level in each kind. */
  static final class Mixture {
    double share;
    final double[][] one;
    final double[][] two;

    Mixture() {
      Comparator[] all = Comparator.values();
      one = new double[all.length][];
      two = new double[all.length][];
      for (Comparator comparator : all) {
        one[comparator.position()] = new double[comparator.levels()];
        two[comparator.position()] = new double[comparator.levels()];
      }
    }

    /** Returns the probability that a pair of that pattern is one happening. */
    java.util.function.LongToDoubleFunction posterior() {
      double[][] logs = new double[one.length][];
      for (int c = 0; c < one.length; c++) {
        logs[c] = new double[one[c].length];
        for (int level = 0; level < logs[c].length; level++) {
          logs[c][level] = StrictMath.log(one[c][level] / two[c][level]);
        }
      }
      double prior = StrictMath.log(share / (1 - share));
      return pattern -> {
        double logOdds = prior;
        for (int c = 0; c < logs.length; c++) {
          logOdds += logs[c][level(pattern, c, logs.length)];
        }
        return 1 / (1 + StrictMath.exp(-logOdds));
      };
    }

    LinkWeights.Table weights() {
      List<List<Integer>> levels = new ArrayList<>();
      for (int c = 0; c < one.length; c++) {
        List<Integer> weights = new ArrayList<>();
        for (int level = 0; level < one[c].length; level++) {
          weights.add(milliNats(one[c][level] / two[c][level]));
        }
        levels.add(weights);
      }
      return new LinkWeights.Table(milliNats(share / (1 - share)), levels);
    }
  }

  private static int milliNats(double ratio) {
    return (int) Math.round(1_000 * StrictMath.log(ratio));
  }

  /** Starts with what everybody knows: near in place and time and of one kind is often one. */
  static Mixture learned(
      Map<Long, double[]> counts, java.util.function.LongToDoubleFunction start) {
    Mixture mixture = new Mixture();
    maximise(mixture, counts, start);
    for (int round = 0; round < ROUNDS; round++) {
      Mixture current = mixture;
      Mixture next = new Mixture();
      maximise(next, counts, current.posterior());
      mixture = next;
    }
    return mixture;
  }

  private static void maximise(
      Mixture mixture, Map<Long, double[]> counts, java.util.function.LongToDoubleFunction belief) {
    double ones = 0;
    double all = 0;
    long[] keys = counts.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    for (long key : keys) {
      double count = counts.getOrDefault(key, NO_PAIRS)[0];
      double one = count * belief.applyAsDouble(key);
      ones += one;
      all += count;
      for (int c = 0; c < mixture.one.length; c++) {
        mixture.one[c][level(key, c, mixture.one.length)] += one;
        mixture.two[c][level(key, c, mixture.one.length)] += count - one;
      }
    }
    mixture.share = Math.max(1e-9, Math.min(1 - 1e-9, ones / Math.max(1, all)));
    for (int c = 0; c < mixture.one.length; c++) {
      smooth(mixture.one[c], SMOOTHING * mixture.share);
      smooth(mixture.two[c], SMOOTHING * (1 - mixture.share));
    }
  }

  /** A level that was hardly seen weighs nothing: it gets a few pairs of the average kind. */
  private static void smooth(double[] counts, double pairs) {
    double sum = Arrays.stream(counts).sum() + pairs * counts.length;
    for (int i = 0; i < counts.length; i++) {
      counts[i] = (counts[i] + pairs) / sum;
    }
  }

  /** Near in place and time, of kinds that may be one, not against opposite authors. */
  static double firstGuess(long pattern) {
    int n = Comparator.values().length;
    int place = level(pattern, Comparator.PLACE.position(), n) % Comparison.PLACE_BINS;
    int time = level(pattern, Comparator.TIME.position(), n) % Comparison.TIME_BINS;
    int conduct = level(pattern, Comparator.CONDUCT.position(), n);
    boolean likely = place <= 5 && time <= 6 && conduct <= 4;
    return likely ? 0.7 : place <= 7 && time <= 8 && conduct <= 4 ? 0.1 : 0.002;
  }

  /** Visits every pair of rows that is near; of copies only the first. */
  public static void pairs(ClaimTable table, Visitor visitor) {
    new Blocks(table, leaders(table))
        .visit(
            (one, a, other, b, squared) ->
                visitor.visit(Stretch.row(one, a), Stretch.row(other, b)));
  }

  private static TimeOrder leaders(ClaimTable table) {
    return TimeOrder.of(table).leading(Copies.of(table, Decided.NOTHING));
  }

  /** Is shown pairs of rows. */
  @FunctionalInterface
  public interface Visitor {
    /** Is shown one pair. */
    void visit(int one, int other);
  }

  /** Learns both tables; calibration and limits are the given ones. */
  public static LinkWeights learn(ClaimTable table, ActorSets actors, LinkWeights.Limits limits) {
    Background background = Background.of(table);
    LinkModel empty = new LinkModel(empty(), background, actors);
    TimeOrder leaders = leaders(table);
    Patterns different = new Patterns(empty, false);
    new Blocks(table, leaders).visit(different);
    Patterns same = new Patterns(empty, true);
    new Blocks(table, leaders).visit(same);
    Mixture mixture = learned(different.counts, Learning::firstGuess);
    Mixture own = learned(same.counts, ownFirst(mixture));
    return new LinkWeights(
        "learned", List.of(), mixture.weights(), own.weights(), Calibration.NONE, limits);
  }

  private static java.util.function.LongToDoubleFunction ownFirst(Mixture mixture) {
    java.util.function.LongToDoubleFunction posterior = mixture.posterior();
    return pattern -> 0.02 * posterior.applyAsDouble(pattern);
  }

  private static LinkWeights empty() {
    List<List<Integer>> zero = new ArrayList<>();
    for (Comparator comparator : Comparator.values()) {
      zero.add(java.util.Collections.nCopies(comparator.levels(), 0));
    }
    LinkWeights.Table table = new LinkWeights.Table(0, zero);
    return new LinkWeights(
        "empty",
        List.of(),
        table,
        table,
        Calibration.NONE,
        new LinkWeights.Limits(0, -9_000, 9_000, 0));
  }
}
