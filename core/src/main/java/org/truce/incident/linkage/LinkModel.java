package org.truce.incident.linkage;

import java.util.ArrayList;
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
  private final int[] found = new int[Comparator.values().length];

  /**
   * Makes a model ready for use. Not safe for several threads: each takes its own.
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
    if (one[a + ClaimTable.REPORT] == other[b + ClaimTable.REPORT]) {
      return -CERTAIN;
    }
    boolean sameSource = one[a + ClaimTable.SOURCE] == other[b + ClaimTable.SOURCE];
    if (sameSource && (one[a + ClaimTable.FLAGS] & ClaimTable.DATASET) != 0) {
      return -CERTAIN;
    }
    comparison.levels(one, a, other, b, found);
    int[][] tables = sameSource ? same : different;
    int sum = sameSource ? weights.sameSource().prior() : weights.differentSources().prior();
    for (int i = 0; i < tables.length; i++) {
      sum += tables[i][found[i]];
    }
    if (found[Comparator.AUTHOR.position()] % 5 == 4) {
      sum -= weights.limits().oppositeCost();
    }
    return Math.max(
        weights.limits().floor(),
        Math.min(weights.limits().ceiling(), weights.calibration().apply(sum)));
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

  int[] levels(ClaimTable table, int a, int b) {
    int[] levels = new int[found.length];
    int[] cells = table.cells();
    comparison.levels(cells, a * ClaimTable.WIDTH, cells, b * ClaimTable.WIDTH, levels);
    return levels;
  }
}
