package org.truce.incident.linkage;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How well a row belongs to its happening, and to which other it would belong best.
 *
 * @param row the row
 * @param own mean weight to the other rows of its happening, in thousandths of a nat; empty when it
 *     stands alone
 * @param rival the other happening with the highest mean weight, of those with a row that is near;
 *     empty when no other row is near
 */
public record Membership(int row, Optional<Integer> own, Optional<Rival> rival) {

  /**
   * A happening to which a row does not belong.
   *
   * @param happening the row that names it
   * @param mean mean weight to its rows, in thousandths of a nat; may be positive where two
   *     accounts or a better partner kept the row away
   */
  public record Rival(int happening, int mean) {}

  /**
   * Weighs a row against every happening that has a row near it.
   *
   * @param happening what {@link Linkage#sorted} gave for the table
   */
  public static Membership of(ClaimTable table, LinkModel model, int[] happening, int row) {
    Map<Integer, long[]> sums = new TreeMap<>();
    for (int other = 0; other < table.size(); other++) {
      if (other != row && (happening[other] == happening[row] || isNear(table, row, other))) {
        sums.putIfAbsent(happening[other], new long[2]);
      }
    }
    for (int other = 0; other < table.size(); other++) {
      long[] sum = sums.get(happening[other]);
      if (other != row && sum != null) {
        sum[0] += model.weight(table, row, other);
        sum[1]++;
      }
    }
    long[] own = sums.remove(happening[row]);
    return new Membership(row, Optional.ofNullable(own).map(Membership::mean), best(sums, table));
  }

  private static boolean isNear(ClaimTable table, int row, int other) {
    int[] cells = table.cells();
    return Tier.near(cells, row * ClaimTable.WIDTH, cells, other * ClaimTable.WIDTH);
  }

  private static int mean(long[] sum) {
    return (int) Math.floorDiv(sum[0], sum[1]);
  }

  /** The highest mean; of equal ones the happening whose name has the smallest fingerprint. */
  private static Optional<Rival> best(Map<Integer, long[]> sums, ClaimTable table) {
    return sums.entrySet().stream()
        .map(entry -> new Rival(entry.getKey(), mean(entry.getValue())))
        .min(
            java.util.Comparator.comparingInt((Rival rival) -> -rival.mean())
                .thenComparingLong(rival -> table.order(rival.happening())));
  }
}
