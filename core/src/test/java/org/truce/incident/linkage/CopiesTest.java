package org.truce.incident.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.truce.incident.linkage.Workers.ON_ALL_PROCESSORS;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that say the same stand behind the one with the smallest id, row by row as defined. */
class CopiesTest {
  private static final long NOON = 1_767_700_800; // 6 January 2026

  @ParameterizedTest
  @ValueSource(ints = {2, 40, 1_500})
  void aRowIsACopyOfTheSmallestIdUnlessItsReportOrItsDatasetForbids(int contents) {
    Random random = new Random(20_260_106L + contents);
    for (int run = 0; run < 10; run++) {
      ClaimTable table = rows(random, 600, contents);
      int[] expected = IntStream.range(0, 600).map(row -> leader(table, row)).toArray();
      assertThat(Copies.of(table, Decided.NOTHING).leaderOf()).isEqualTo(expected);
      Copies sideBySide = Copies.of(table, Decided.NOTHING, ON_ALL_PROCESSORS, Copies::number);
      int[] rows = IntStream.range(0, 600).map(row -> 599 - row).toArray();
      assertThat(sideBySide.leading(rows))
          .isEqualTo(IntStream.of(rows).filter(row -> leader(table, row) == row).toArray());
    }
  }

  @Test
  void rowsThatOnlyShareANumberAreNoCopies() {
    ClaimTable table = rows(new Random(57), 600, 40);
    int[] expected = Copies.of(table, Decided.NOTHING).leaderOf();
    for (long number : new long[] {0, -1, 1L << 62}) {
      assertThat(Copies.of(table, Decided.NOTHING, Workers.ALONE, (cells, at) -> number).leaderOf())
          .isEqualTo(expected);
    }
  }

  /** Rows of so many different contents; every third comes from a dataset. */
  private static ClaimTable rows(Random random, int count, int contents) {
    ClaimTable table = new ClaimTable();
    for (int row = 0; row < count; row++) {
      int content = random.nextInt(contents);
      table.add(
          random.nextLong(),
          NOON + content,
          NOON + content + 600,
          new ClaimTable.Where(485_000_000, 375_000_000, 250),
          new ClaimTable.What(1, 0, 0, -1, -1, 0),
          new ClaimTable.Who(
              1, 1, random.nextInt(400), 1, 0, content % 3 == 0 ? ClaimTable.DATASET : 0));
    }
    return table;
  }

  private static int leader(ClaimTable table, int row) {
    int leader = row;
    boolean isFirstOfItsReport = true;
    for (int other = 0; other < table.size(); other++) {
      if (table.middle(other) == table.middle(row)) {
        leader = table.order(other) < table.order(leader) ? other : leader;
        isFirstOfItsReport &=
            table.cell(other, ClaimTable.REPORT) != table.cell(row, ClaimTable.REPORT)
                || table.order(other) >= table.order(row);
      }
    }
    boolean isDataset = (table.cell(row, ClaimTable.FLAGS) & ClaimTable.DATASET) != 0;
    return isFirstOfItsReport && !isDataset ? leader : row;
  }
}
