package org.truce.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.truce.agreement.TermOfForce.Bound;
import org.truce.time.TimeSpan;

/** Easter 2025 in Kyiv's and the energy moratorium in Moscow's time. */
class LocalTimesTest {
  private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");
  private static final LocalTimes TIMES = new LocalTimes(KYIV);
  private static final Instant SUNDAY = Instant.parse("2025-04-19T21:00:00Z");
  private static final Instant MONDAY = Instant.parse("2025-04-20T21:00:00Z");

  private static Bound bound(Instant earliest, Instant latest) {
    return new Bound(earliest, latest, KYIV, "from Sunday");
  }

  private static Bound exact(Instant at) {
    return bound(at, at);
  }

  @Test
  void aWindowSaysBothEndsAndItsLength() {
    assertThat(TIMES.window(new TimeSpan(SUNDAY, MONDAY)))
        .isEqualTo("2025-04-20 00:00 to 2025-04-21 00:00 (24 h)");
    assertThat(TIMES.window(new TimeSpan(SUNDAY, SUNDAY.plusSeconds(5_460))))
        .isEqualTo("2025-04-20 00:00 to 2025-04-20 01:31 (91 min)");
  }

  @Test
  void anOpenEndIsAnyTime() {
    assertThat(TIMES.window(TimeSpan.ANY)).isEqualTo("any time to any time");
    assertThat(TIMES.window(new TimeSpan(TimeSpan.BEGINNING, MONDAY)))
        .isEqualTo("any time to 2025-04-21 00:00");
    assertThat(TIMES.window(new TimeSpan(SUNDAY, TimeSpan.END)))
        .isEqualTo("2025-04-20 00:00 to any time");
  }

  @Test
  void aTermWithoutRoomSaysItsLength() {
    assertThat(TIMES.term(new TermOfForce(exact(SUNDAY), Optional.of(exact(MONDAY)))))
        .isEqualTo("2025-04-20 00:00 to 2025-04-21 00:00 Europe/Kyiv (24 h)");
  }

  @Test
  void aTermWhoseStartOrEndFloatsSaysNoLength() {
    Bound floating = bound(SUNDAY, Instant.parse("2025-04-20T20:59:59.999999Z"));
    Bound end = bound(MONDAY, Instant.parse("2025-04-21T20:59:59.999999Z"));
    assertThat(TIMES.term(new TermOfForce(floating, Optional.of(exact(MONDAY)))))
        .isEqualTo("between 2025-04-20 00:00 and 2025-04-20 23:59 to 2025-04-21 00:00 Europe/Kyiv");
    assertThat(TIMES.term(new TermOfForce(exact(SUNDAY), Optional.of(end))))
        .isEqualTo("2025-04-20 00:00 to between 2025-04-21 00:00 and 2025-04-21 23:59 Europe/Kyiv");
  }

  @Test
  void aTermWithoutAnEndOrABeginningSaysSo() {
    assertThat(TIMES.term(new TermOfForce(exact(SUNDAY), Optional.empty())))
        .isEqualTo("2025-04-20 00:00 to an open end, Europe/Kyiv");
    assertThat(TIMES.term(TermOfForce.pending("upon approval", KYIV)))
        .isEqualTo("not in force: upon approval");
  }

  @Test
  void aLengthIsInHoursWhereItIsWholeHours() {
    assertThat(LocalTimes.hours(Duration.ofHours(1_441))).isEqualTo("1,441 h");
    assertThat(LocalTimes.hours(Duration.ofMinutes(1_001))).isEqualTo("1,001 min");
    assertThat(LocalTimes.hours(Duration.ZERO)).isEqualTo("0 h");
    assertThat(LocalTimes.hours(Duration.ofMinutes(119))).isEqualTo("119 min");
  }

  @Test
  void theZoneIsThatOfTheReadingsStart() {
    assertThat(
            LocalTimes.of(
                    org.truce.testing.Example.of("energy-moratorium-2025")
                        .agreement()
                        .findReading("moscow")
                        .orElseThrow())
                .at(Instant.parse("2025-03-18T12:00:00Z")))
        .isEqualTo("2025-03-18 15:00");
  }
}
