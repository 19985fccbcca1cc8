package org.truce.incident.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A row says what was put into it. */
class ClaimTableTest {

  @ParameterizedTest
  @MethodSource("times")
  void aTimeIsKeptFromTheFirstEventDataUntilAnArchiveIsReadAgain(Instant from) {
    ClaimTable table = new ClaimTable();
    long second = from.getEpochSecond();
    int row =
        table.add(
            1,
            second - 600,
            second + 600,
            new ClaimTable.Where(485_000_000, 375_000_000, 250),
            new ClaimTable.What(1, 0, 0, -1, -1, 0),
            new ClaimTable.Who(1, 1, 1, 1, 0, 0));
    assertThat(table.middle(row)).isEqualTo(second);
    assertThat(table.halfWidth(row)).isEqualTo(600);
  }

  static Stream<Instant> times() {
    return Stream.of("1989-01-01T00:00:00Z", "2026-01-06T12:00:00Z", "2055-12-31T23:00:00Z")
        .map(Instant::parse);
  }
}
