package org.truce.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.time.WallTime.Precision;

class TimesTest {
  private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");

  private static TimeSpan span(String from, String to) {
    return new TimeSpan(Instant.parse(from), Instant.parse(to));
  }

  @Test
  void theEndOfASpanIsExclusive() {
    TimeSpan hour = span("2025-04-19T15:00:00Z", "2025-04-19T16:00:00Z");
    assertThat(hour.contains(Instant.parse("2025-04-19T15:00:00Z"))).isTrue();
    assertThat(hour.contains(Instant.parse("2025-04-19T16:00:00Z"))).isFalse();
    assertThat(hour.overlaps(span("2025-04-19T16:00:00Z", "2025-04-19T17:00:00Z"))).isFalse();
  }

  @Test
  void aSpanThatEndsWhereItBeginsIsRefused() {
    assertThatThrownBy(() -> span("2025-04-19T15:00:00Z", "2025-04-19T15:00:00Z"))
        .hasMessageContaining("must end after it begins");
  }

  @ParameterizedTest(name = "{0} in Kyiv has {1} hours")
  @CsvSource({"2025-04-20, 24", "2025-03-30, 23", "2025-10-26, 25"})
  void aLocalDayIsAsLongAsItsClocksSay(LocalDate day, long hours) {
    assertThat(TimeSpan.ofDay(day, KYIV).length()).isEqualTo(Duration.ofHours(hours));
  }

  @ParameterizedTest(name = "{0} to the {1}: {2} to {3}")
  @CsvSource({
    "2025-04-19T18:00, MINUTE, 2025-04-19T15:00:00Z, 2025-04-19T15:00:00Z",
    "2025-04-19T18:20, HOUR, 2025-04-19T15:00:00Z, 2025-04-19T15:59:59.999999Z",
    "2025-04-19T18:20, DAY, 2025-04-18T21:00:00Z, 2025-04-19T20:59:59.999999Z",
    // The clocks go forward at 03:00 on 30 March: that day has 23 hours.
    "2025-03-30T00:00, DAY, 2025-03-29T22:00:00Z, 2025-03-30T20:59:59.999999Z",
    // 03:30 does not exist on that day: it is moved on by the gap.
    "2025-03-30T03:30, MINUTE, 2025-03-30T01:30:00Z, 2025-03-30T01:30:00Z",
    // 03:30 occurs twice on 26 October: the earlier one.
    "2025-10-26T03:30, MINUTE, 2025-10-26T00:30:00Z, 2025-10-26T00:30:00Z",
  })
  void aWallTimeIsAsExactAsItsWords(
      LocalDateTime local, Precision precision, Instant earliest, Instant latest) {
    WallTime time = new WallTime(local, KYIV, precision, "");
    assertThat(time.earliest()).isEqualTo(earliest);
    assertThat(time.latest()).isEqualTo(latest);
  }

  @Test
  void coarseningWidensToWholeMultiplesAndLeavesOpenSidesOpen() {
    assertThat(span("2025-04-19T15:41:00Z", "2025-04-19T15:42:00Z").coarsened(Duration.ofHours(6)))
        .isEqualTo(span("2025-04-19T12:00:00Z", "2025-04-19T18:00:00Z"));
    assertThat(TimeSpan.ANY.coarsened(Duration.ofHours(6))).isEqualTo(TimeSpan.ANY);
  }
}
