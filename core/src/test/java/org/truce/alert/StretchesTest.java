package org.truce.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.truce.alert.Stretch.State;
import org.truce.report.Claim;
import org.truce.testing.Lines;
import org.truce.time.TimeSpan;

/** Alerts as stretches of time. */
class StretchesTest {
  private static final Instant MAY_3 = Instant.parse("2025-05-03T00:00:00Z");

  private static String alert(String about, String more) {
    return "{\"claim\":\"alert\",\"kind\":\"air\",\"place\":{\"region\":\"UA-63\"},\"about\":%s%s}"
        .formatted(about, more);
  }

  private static Stretches of(String... alerts) {
    List<Claim> claims = Lines.said(2, "A", String.join(",", alerts));
    return Stretches.of(claims, MAY_3, Duration.ofHours(12));
  }

  @Test
  void messagesThatOverlapOrTouchAreOneStretch() {
    Stretches found =
        of(
            alert("{\"from\":\"2025-05-02T10:00Z\",\"to\":\"2025-05-02T11:00Z\"}", ""),
            alert("{\"from\":\"2025-05-02T10:30Z\",\"to\":\"2025-05-02T12:00Z\"}", ""),
            alert("{\"from\":\"2025-05-02T12:00Z\",\"to\":\"2025-05-02T12:30Z\"}", ""),
            alert("{\"from\":\"2025-05-02T14:00Z\",\"to\":\"2025-05-02T15:00Z\"}", ""));
    assertThat(found.all()).hasSize(2);
    assertThat(found.all().getFirst().claims()).hasSize(3);
    assertThat(found.all().getFirst().span().length()).isEqualTo(Duration.ofMinutes(150));
  }

  @Test
  void oneThatNobodyEndedStandsAndIsNotNewTheNextDay() {
    Stretches found = of(alert("{\"from\":\"2025-05-02T20:00Z\"}", ""));
    assertThat(found.all().getFirst().state()).isEqualTo(State.STANDING);
    TimeSpan nextDay = new TimeSpan(MAY_3, MAY_3.plus(Duration.ofDays(1)));
    assertThat(found.begunIn(nextDay)).isEmpty();
    assertThat(found.standingAt(MAY_3)).hasSize(1);
  }

  @Test
  void anAllClearEndsWhatStands() {
    Stretches found =
        of(
            alert("{\"from\":\"2025-05-02T20:00Z\"}", ""),
            alert("\"2025-05-02T21:15Z\"", ",\"ended\":true"));
    assertThat(found.all()).hasSize(1);
    assertThat(found.all().getFirst().state()).isEqualTo(State.ENDED);
    assertThat(found.all().getFirst().span().to()).isEqualTo(Instant.parse("2025-05-02T21:16:00Z"));
    assertThat(found.all().getFirst().claims()).hasSize(2);
  }

  @Test
  void oneThatStandsForDaysIsStaleAndNotTimeUnderAlert() {
    Stretches found = of(alert("{\"from\":\"2022-04-04T16:45Z\"}", ""));
    assertThat(found.all().getFirst().state()).isEqualTo(State.STALE);
    assertThat(found.under(new TimeSpan(MAY_3.minus(Duration.ofDays(1)), MAY_3)))
        .isEqualTo(Duration.ZERO);
  }
}
