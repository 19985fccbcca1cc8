package org.truce.incident.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Weighs pairs: log odds that two claims speak of one happening, in thousandths of a nat.
 *
 * <p>A pair of one source has its own weights: two near reports of one patrol are usually two
 * happenings.
 */
public final class LinkModel {
  /** Outweighs everything that is compared. */
  public static final int CERTAIN = 1_000_000;

  /** Sums from here on, upwards, have their calibrated weights ready. */
  private static final int LEAST_READY = -16_000;

  private static final int MOST_READY = 16_000;

  private final LinkWeights weights;
  private final int[] ready = new int[MOST_READY - LEAST_READY];
  private final Comparison comparison;
  private final int[][] different;
  private final int[][] same;
  private final int linkingSum;
  private final Bounds differentBounds;
  private final Bounds sameBounds;

  /**
   * Makes a model ready for use, by several threads too, as long as no actors are added.
   *
   * @param weights what was learned
   * @param background how much is reported from where
   * @param actors sets of authors of the rows that will be compared
   */
  public LinkModel(LinkWeights weights, Background background, ActorSets actors) {
    this.weights = weights;
    this.comparison = new Comparison(background, actors);
    this.different = weights.differentSources().tables();
    this.same = weights.sameSource().tables();
    Arrays.setAll(ready, at -> calibrated(weights, at + LEAST_READY));
    this.linkingSum = linkingSum(weights);
    this.differentBounds = Bounds.of(weights.differentSources().prior(), different);
    this.sameBounds = Bounds.of(weights.sameSource().prior(), same);
  }

  /**
   * What the comparisons that are still to come can weigh at most, so that a pair that cannot link
   * is left early.
   *
   * @param prior before anything is compared
   * @param beforePlace after all that is looked up: time, toll, crowding, conduct and target
   * @param afterPlace after place too
   */
  private record Bounds(int prior, int beforePlace, int afterPlace) {
    private static Bounds of(int prior, int[][] tables) {
      int rest =
          most(tables, Comparator.AUTHOR)
              + most(tables, Comparator.NAME)
              + most(tables, Comparator.TEXT);
      return new Bounds(prior, rest + most(tables, Comparator.PLACE), rest);
    }

    private static int most(int[][] tables, Comparator comparator) {
      return Arrays.stream(tables[comparator.position()]).max().orElse(0);
    }
  }

  /** The least sum of weights that links once it is calibrated: calibration is monotone. */
  private static int linkingSum(LinkWeights weights) {
    int low = -CERTAIN;
    int high = CERTAIN;
    while (high - low > 1) {
      int middle = (low + high) >> 1;
      if (weights.calibration().apply(middle) > weights.limits().least()) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /** Returns {@link #link} of two rows of a table. */
  int link(ClaimTable table, int one, int other) {
    int[] cells = table.cells();
    int a = one * ClaimTable.WIDTH;
    int b = other * ClaimTable.WIDTH;
    double squared = Distance.squared(cells, a, cells, b);
    return link(
        cells, a, cells, b, squared, Comparison.crowd(crowding(cells, a), crowding(cells, b)));
  }

  /**
   * Returns the weight of two rows if it is more than {@link #least}, and {@code least} otherwise:
   * of three pairs two are left before their place is weighed, which costs most.
   *
   * @param squared {@link Distance#squared} of the rows
   * @param crowd {@link Comparison#crowd} of the rows
   */
  int link(int[] one, int a, int[] other, int b, double squared, int crowd) {
    boolean sameSource = one[a + ClaimTable.SOURCE] == other[b + ClaimTable.SOURCE];
    int[][] tables = sameSource ? same : different;
    Bounds bounds = sameSource ? sameBounds : differentBounds;
    int sum = bounds.prior() + lookedUp(tables, one, a, other, b) + tables[8][crowd];
    if (sum + bounds.beforePlace() < linkingSum) {
      return least();
    }
    sum += tables[0][Comparison.place(one, a, other, b, squared)];
    if (sum + bounds.afterPlace() < linkingSum || isNeverOne(one, a, other, b)) {
      return least();
    }
    sum += rest(tables, one, a, other, b);
    return sum < linkingSum ? least() : calibrated(sum);
  }

  /** What time, toll, conduct and target weigh. */
  private int lookedUp(int[][] tables, int[] one, int a, int[] other, int b) {
    return tables[1][Comparison.time(one, a, other, b)]
        + tables[2][comparison.conduct(one, a, other, b)]
        + tables[3][Comparison.target(one, a, other, b)]
        + tables[5][Comparison.toll(one[a + ClaimTable.TOLL], other[b + ClaimTable.TOLL])];
  }

  /** What author, name and text weigh. */
  private int rest(int[][] tables, int[] one, int a, int[] other, int b) {
    int author = comparison.author(one, a, other, b);
    return tables[4][author]
        + tables[6][Comparison.name(one[a + ClaimTable.NAME], other[b + ClaimTable.NAME])]
        + tables[7][Comparison.text(one[a + ClaimTable.TEXT], other[b + ClaimTable.TEXT])]
        - (author % 5 == 4 ? weights.limits().oppositeCost() : 0);
  }

  /** Returns how crowded it is around a row. */
  int crowding(int[] cells, int at) {
    return comparison.crowding(cells, at);
  }

  private int calibrated(int sum) {
    int at = sum - LEAST_READY;
    return at >= 0 && at < ready.length ? ready[at] : calibrated(weights, sum);
  }

  private static int calibrated(LinkWeights weights, int sum) {
    int logOdds = weights.calibration().apply(sum);
    return Math.max(weights.limits().floor(), Math.min(weights.limits().ceiling(), logOdds));
  }

  /** Two claims of one report, and two rows of one dataset, are never one happening. */
  private static boolean isNeverOne(int[] one, int a, int[] other, int b) {
    return one[a + ClaimTable.REPORT] == other[b + ClaimTable.REPORT]
        || (one[a + ClaimTable.SOURCE] == other[b + ClaimTable.SOURCE]
            && (one[a + ClaimTable.FLAGS] & ClaimTable.DATASET) != 0);
  }

  /** Returns what was learned. */
  public LinkWeights weights() {
    return weights;
  }

  /** Returns the least weight that links: below it two rows share no component. */
  int least() {
    return weights.limits().least();
  }

  /** Returns the weight of two rows of which neither need be of the same table. */
  int weight(int[] one, int a, int[] other, int b) {
    if (isNeverOne(one, a, other, b)) {
      return -CERTAIN;
    }
    boolean sameSource = one[a + ClaimTable.SOURCE] == other[b + ClaimTable.SOURCE];
    int[][] tables = sameSource ? same : different;
    int sum =
        (sameSource ? sameBounds : differentBounds).prior()
            + lookedUp(tables, one, a, other, b)
            + tables[8][Comparison.crowd(crowding(one, a), crowding(other, b))]
            + tables[0][Comparison.place(one, a, other, b)]
            + rest(tables, one, a, other, b);
    return calibrated(sum);
  }

  /** Returns the weight of two rows of a table. */
  public int weight(ClaimTable table, int a, int b) {
    int[] cells = table.cells();
    return weight(cells, a * ClaimTable.WIDTH, cells, b * ClaimTable.WIDTH);
  }

  /**
   * One comparison of a pair.
   *
   * @param comparator what was compared
   * @param level what was found
   * @param weight thousandths of a nat
   */
  public record Compared(Comparator comparator, int level, int weight) {}

  /** Returns what was compared between two rows and what each comparison weighs. */
  public List<Compared> explain(ClaimTable table, int a, int b) {
    int[] levels = levels(table, a, b);
    int[][] tables = table.source(a) == table.source(b) ? same : different;
    List<Compared> all = new ArrayList<>();
    for (Comparator comparator : Comparator.values()) {
      int at = comparator.position();
      all.add(new Compared(comparator, levels[at], tables[at][levels[at]]));
    }
    return all;
  }

  private int[] levels(ClaimTable table, int a, int b) {
    int[] cells = table.cells();
    return levels(cells, a * ClaimTable.WIDTH, cells, b * ClaimTable.WIDTH);
  }

  int[] levels(int[] one, int a, int[] other, int b) {
    int[] levels = new int[Comparator.values().length];
    comparison.levels(one, a, other, b, levels);
    return levels;
  }
}
