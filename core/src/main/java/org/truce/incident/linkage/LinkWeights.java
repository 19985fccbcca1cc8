package org.truce.incident.linkage;

import java.util.List;

/**
 * Learned weights: a value with a version and where it comes from.
 *
 * @param version name of the version, printed with every result
 * @param provenance how it was learned, line by line
 * @param differentSources weights of a pair of two sources
 * @param sameSource weights of a pair of one source
 * @param calibration from the sum of weights to calibrated log odds
 * @param limits what else the sorting needs
 */
public record LinkWeights(
    String version,
    List<String> provenance,
    Table differentSources,
    Table sameSource,
    Calibration calibration,
    Limits limits) {
  public LinkWeights {
    provenance = List.copyOf(provenance);
  }

  /**
   * The weights of every level of every comparator.
   *
   * @param prior before anything is compared
   * @param levels by comparator, then by level
   */
  public record Table(int prior, List<List<Integer>> levels) {
    public Table {
      levels = levels.stream().map(List::copyOf).toList();
      for (Comparator comparator : Comparator.values()) {
        int given =
            levels.size() > comparator.position() ? levels.get(comparator.position()).size() : 0;
        if (given != comparator.levels()) {
          throw new IllegalArgumentException(
              "%s has %d levels, but %d weights are given"
                  .formatted(comparator, comparator.levels(), given));
        }
      }
    }

    int[][] tables() {
      return levels.stream()
          .map(weights -> weights.stream().mapToInt(Integer::intValue).toArray())
          .toArray(int[][]::new);
    }
  }

  /**
   * What else the sorting needs, in thousandths of a nat.
   *
   * @param least weight from which two claims are linked at all
   * @param floor least weight of any pair, so that no single comparison decides everything
   * @param ceiling greatest weight of any pair
   * @param oppositeCost what joining claims against opposite authors must weigh in addition: hiding
   *     an alleged breach inside another is the costliest error
   */
  public record Limits(int least, int floor, int ceiling, int oppositeCost) {}
}
