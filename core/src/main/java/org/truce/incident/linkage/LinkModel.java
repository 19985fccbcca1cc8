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

  private final LinkWeights weights;
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
    this.linkingSum = linkingSum(weights);
    this.differentBounds = Bounds.of(weights.differentSources().prior(), different);
    this.sameBounds = Bounds.of(weights.sameSource().prior(), same);
  }

  /**
   * What the comparisons that are still to come can weigh at most, so that a pair that cannot link
   * is left early.
   *
   * @param prior before anything is compared
   * @param afterTime after time, toll and crowding
   * @param afterPlace after place too
   * @param afterConduct after conduct too
   */
  private record Bounds(int prior, int afterTime, int afterPlace, int afterConduct) {
    private static Bounds of(int prior, int[][] tables) {
      int rest =
          most(tables, Comparator.TARGET)
              + most(tables, Comparator.AUTHOR)
              + most(tables, Comparator.NAME)
              + most(tables, Comparator.TEXT);
      int afterPlace = rest + most(tables, Comparator.CONDUCT);
      return new Bounds(prior, afterPlace + most(tables, Comparator.PLACE), afterPlace, rest);
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
   * most pairs are left after time and crowding, most of the others after place.
   *
   * @param squared {@link Distance#squared} of the rows
   * @param crowd {@link Comparison#crowd} of the rows
   */
  int link(int[] one, int a, int[] other, int b, double squared, int crowd) {
    boolean sameSource = one[a + ClaimTable.SOURCE] == other[b + ClaimTable.SOURCE];
    int[][] tables = sameSource ? same : different;
    Bounds bounds = sameSource ? sameBounds : differentBounds;
    int sum =
        bounds.prior()
            + tables[1][Comparison.time(one, a, other, b)]
            + tables[5][Comparison.toll(one[a + ClaimTable.TOLL], other[b + ClaimTable.TOLL])]
            + tables[8][crowd];
    if (sum + bounds.afterTime() < linkingSum) {
      return least();
    }
    sum += tables[0][Comparison.place(one, a, other, b, squared)];
    if (sum + bounds.afterPlace() < linkingSum) {
      return least();
    }
    sum += tables[2][comparison.conduct(one, a, other, b)];
    if (sum + bounds.afterConduct() < linkingSum || isNeverOne(one, a, other, b)) {
      return least();
    }
    sum += rest(tables, one, a, other, b);
    return sum < linkingSum ? least() : calibrated(sum);
  }

  /** What target, author, name and text weigh. */
  private int rest(int[][] tables, int[] one, int a, int[] other, int b) {
    int author = comparison.author(one, a, other, b);
    return tables[3][Comparison.target(one, a, other, b)]
        + tables[4][author]
        + tables[6][Comparison.name(one[a + ClaimTable.NAME], other[b + ClaimTable.NAME])]
        + tables[7][Comparison.text(one[a + ClaimTable.TEXT], other[b + ClaimTable.TEXT])]
        - (author % 5 == 4 ? weights.limits().oppositeCost() : 0);
  }

  /** Returns how crowded it is around a row. */
  int crowding(int[] cells, int at) {
    return comparison.crowding(cells, at);
  }

  private int calibrated(int sum) {
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
    int near =
        tables[0][Comparison.place(one, a, other, b)]
            + tables[1][Comparison.time(one, a, other, b)]
            + tables[2][comparison.conduct(one, a, other, b)]
            + tables[5][Comparison.toll(one[a + ClaimTable.TOLL], other[b + ClaimTable.TOLL])]
            + tables[8][Comparison.crowd(crowding(one, a), crowding(other, b))];
    int prior = (sameSource ? sameBounds : differentBounds).prior();
    return calibrated(prior + near + rest(tables, one, a, other, b));
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
