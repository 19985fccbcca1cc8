package org.truce.incident.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.truce.exercise.ExerciseTable;
import org.truce.exercise.Setting;

/** Whatever cuts a table into stretches and bands, the pairs are those that are near. */
class BlocksTest {
  private static final long FROM = 1_900_000_000L;

  /** How many pairs, and a sum that tells sets of pairs apart. */
  private record Pairs(long count, long sum) {
    Pairs with(int one, int other) {
      long pair = (long) Math.min(one, other) << 32 | Math.max(one, other);
      return new Pairs(count + 1, sum + Fingerprint.mix(pair));
    }
  }

  private static Pairs found(ClaimTable table, Workers workers) {
    long[] found = new long[2];
    new Blocks(table, TimeOrder.of(table))
        .visit(
            workers,
            () ->
                (one, a, other, b, squared) -> {
                  Pairs pair = new Pairs(0, 0).with(Stretch.row(one, a), Stretch.row(other, b));
                  synchronized (found) {
                    found[0]++;
                    found[1] += pair.sum();
                  }
                });
    return new Pairs(found[0], found[1]);
  }

  /** By the definition: every row with every later one that a day does not part. */
  private static Pairs near(ClaimTable table) {
    int[] byTime =
        IntStream.range(0, table.size())
            .boxed()
            .sorted(Comparator.comparingLong(table::middle))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] cells = table.cells();
    Pairs near = new Pairs(0, 0);
    for (int i = 0; i < byTime.length; i++) {
      int one = byTime[i];
      for (int j = i + 1; j < byTime.length; j++) {
        int other = byTime[j];
        if (table.middle(other) - table.middle(one) > 86_400) {
          break;
        }
        if (Tier.near(cells, one * ClaimTable.WIDTH, cells, other * ClaimTable.WIDTH)) {
          near = near.with(one, other);
        }
      }
    }
    return near;
  }

  @Test
  void everyNearPairOfAFrontIsMetOnceAcrossStretchesAndPiecesOfWork() {
    ClaimTable table = ExerciseTable.of(Setting.VALIDATION, 5, 75_000, 1_000_000).table();
    Pairs expected = near(table);
    assertThat(expected.count()).isGreaterThan(400_000);
    assertThat(found(table, Workers.ALONE)).isEqualTo(expected);
    assertThat(found(table, Workers.ON_ALL_PROCESSORS)).isEqualTo(expected);
  }

  @Test
  void tenThousandRowsOfOneSecondAllOverTheWorldMeetWhoIsNear() {
    Random random = new Random(1);
    ClaimTable table = new ClaimTable();
    for (int i = 0; i < 10_000; i++) {
      int lat = random.nextInt(160) * 10_000_000 - 800_000_000 + random.nextInt(300_000);
      int lon = random.nextInt(4) * 800_000_000 - 1_600_000_000 + random.nextInt(300_000);
      add(table, i, FROM, 100, new ClaimTable.Where(lat, lon, 200 + random.nextInt(19_000)));
    }
    Pairs expected = near(table);
    assertThat(expected.count()).isGreaterThan(10_000);
    assertThat(found(table, Workers.ALONE)).isEqualTo(expected);
  }

  @Test
  void rowsAtTheEndsOfEveryReachMeetWhateverTheirPrecision() {
    Random random = new Random(2);
    int[] radii = {0, 999, 1_000, 1_001, 4_000, 4_001, 20_000};
    int[] halves = {0, 60, 7_200, 7_201, 54_000};
    int[] steps = {0, 1, 14_399, 14_400, 14_401, 57_599, 57_600, 57_601};
    ClaimTable table = new ClaimTable();
    for (int i = 0; i < 30_000; i++) {
      long from = FROM + i / 100 * 14_400L + steps[random.nextInt(steps.length)];
      int radius = radii[random.nextInt(radii.length)];
      int lat = 480_000_000 + random.nextInt(5) * 179_900 + random.nextInt(3);
      int lon = 370_000_000 + random.nextInt(5) * 269_000 + random.nextInt(3);
      int half = halves[random.nextInt(halves.length)];
      add(table, i, from - half, 2L * half, new ClaimTable.Where(lat, lon, radius));
    }
    Pairs expected = near(table);
    assertThat(expected.count()).isGreaterThan(100_000);
    assertThat(found(table, Workers.ALONE)).isEqualTo(expected);
  }

  private static void add(ClaimTable table, int i, long from, long lasts, ClaimTable.Where where) {
    table.add(
        Fingerprint.mix(i),
        from,
        from + lasts,
        where,
        new ClaimTable.What(1, 0, 0, -1, -1, 0),
        new ClaimTable.Who(0, i, i, i, 0, 0));
  }
}
