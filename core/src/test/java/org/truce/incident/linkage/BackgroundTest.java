package org.truce.incident.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BackgroundTest {
  private static final long DAY = 86_400;
  private static final long START = 1_924_992_000L;

  /** The same life of a front for so many days: ten reports a day in one square, one in another. */
  private static ClaimTable days(int days) {
    ClaimTable table = new ClaimTable();
    for (int day = 0; day < days; day++) {
      for (int i = 0; i < 11; i++) {
        int lat = i < 10 ? 480_500_000 : 490_500_000;
        long from = START + day * DAY + i * 3_600L;
        table.add(
            Fingerprint.of(day + "-" + i),
            from,
            from + 600,
            new ClaimTable.Where(lat, 370_500_000, 500),
            new ClaimTable.What(Kinship.CONDUCT.number("shelling"), 0, 0, -1, -1, 0),
            new ClaimTable.Who(1, i, table.size(), i, 0, 0));
      }
    }
    return table;
  }

  private static int level(ClaimTable counted, ClaimTable table, int row) {
    return Background.of(counted).level(table.cells(), row * ClaimTable.WIDTH);
  }

  @Test
  void howLongASetIsDoesNotChangeHowCrowdedItsPlacesAre() {
    ClaimTable week = days(7);
    ClaimTable year = days(365);
    assertThat(level(week, week, 0)).isEqualTo(level(year, week, 0)).isGreaterThan(0);
    assertThat(level(week, week, 10)).isEqualTo(level(year, week, 10));
    // Ten a day against one a day are 3.3 powers of two.
    assertThat(level(week, week, 0) - level(week, week, 10)).isBetween(6, 7);
  }

  @Test
  void aDayThatWasNotCountedIsAsTheMeanDay() {
    ClaimTable year = days(365);
    assertThat(level(days(7), year, 11 * 300)).isEqualTo(level(days(7), year, 0));
  }
}
