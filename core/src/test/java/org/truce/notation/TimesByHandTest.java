package org.truce.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.agreement.Agreement;
import org.truce.agreement.TermOfForce;
import org.truce.place.Atlas;

/**
 * When a reading begins and ends, worked by hand, in UTC.
 *
 * <p>Clocks in Kyiv: UTC+2, and UTC+3 from 30 March 2025, 03:00 to 26 October 2025, 04:00. Beirut:
 * UTC+2, and UTC+3 from 30 March 2025, 00:00. Moscow: UTC+3 throughout. New York: UTC-5, and UTC-4
 * from 9 March 2025, 02:00. A bound whose words leave room ends a microsecond before the next one
 * begins.
 */
class TimesByHandTest {

  @ParameterizedTest(name = "{0} {1} {2}, for {3} {4}")
  @CsvSource({
    // Thirty days over the spring change keep the wall time; 720 hours do not.
    "2025-03-25T00:00, Europe/Kyiv, minute, P30D, calendar-days, 2025-03-24T22:00:00Z, 2025-03-24T22:00:00Z, 2025-04-23T21:00:00Z, 2025-04-23T21:00:00Z",
    "2025-03-25T00:00, Europe/Kyiv, minute, PT720H, hours, 2025-03-24T22:00:00Z, 2025-03-24T22:00:00Z, 2025-04-23T22:00:00Z, 2025-04-23T22:00:00Z",
    // Two days over the autumn change last 49 hours.
    "2025-10-25T00:00, Europe/Kyiv, minute, P2D, calendar-days, 2025-10-24T21:00:00Z, 2025-10-24T21:00:00Z, 2025-10-26T22:00:00Z, 2025-10-26T22:00:00Z",
    "2025-10-25T00:00, Europe/Kyiv, minute, PT48H, hours, 2025-10-24T21:00:00Z, 2025-10-24T21:00:00Z, 2025-10-26T21:00:00Z, 2025-10-26T21:00:00Z",
    // The day on which clocks go forward has 23 hours, the day on which they go back 25.
    "2025-03-30, Europe/Kyiv, day, PT48H, hours, 2025-03-29T22:00:00Z, 2025-03-30T20:59:59.999999Z, 2025-03-31T22:00:00Z, 2025-04-01T20:59:59.999999Z",
    "2025-10-26, Europe/Kyiv, day, PT48H, hours, 2025-10-25T21:00:00Z, 2025-10-26T21:59:59.999999Z, 2025-10-27T21:00:00Z, 2025-10-28T21:59:59.999999Z",
    // 03:30 does not exist on 30 March: it is moved on by the hour that is skipped.
    "2025-03-29T03:30, Europe/Kyiv, minute, P1D, calendar-days, 2025-03-29T01:30:00Z, 2025-03-29T01:30:00Z, 2025-03-30T01:30:00Z, 2025-03-30T01:30:00Z",
    "2025-03-30T03:30, Europe/Kyiv, minute, PT1H, hours, 2025-03-30T01:30:00Z, 2025-03-30T01:30:00Z, 2025-03-30T02:30:00Z, 2025-03-30T02:30:00Z",
    // 03:30 occurs twice on 26 October: the earlier one. An hour named by itself is both of them.
    "2025-10-26T03:30, Europe/Kyiv, minute, PT1H, hours, 2025-10-26T00:30:00Z, 2025-10-26T00:30:00Z, 2025-10-26T01:30:00Z, 2025-10-26T01:30:00Z",
    "2025-10-26T03:30, Europe/Kyiv, hour, PT3H, hours, 2025-10-26T00:00:00Z, 2025-10-26T01:59:59.999999Z, 2025-10-26T03:00:00Z, 2025-10-26T04:59:59.999999Z",
    // Both ends float with a start of which only the day is known.
    "2025-03-18, Europe/Moscow, day, P30D, calendar-days, 2025-03-17T21:00:00Z, 2025-03-18T20:59:59.999999Z, 2025-04-16T21:00:00Z, 2025-04-17T20:59:59.999999Z",
    "2025-03-25, Europe/Kyiv, day, P30D, calendar-days, 2025-03-24T22:00:00Z, 2025-03-25T21:59:59.999999Z, 2025-04-23T21:00:00Z, 2025-04-24T20:59:59.999999Z",
    // Without a change of clocks days and hours are the same.
    "2025-04-19T18:00, Europe/Moscow, minute, PT30H, hours, 2025-04-19T15:00:00Z, 2025-04-19T15:00:00Z, 2025-04-20T21:00:00Z, 2025-04-20T21:00:00Z",
    "2024-11-27T04:00, Asia/Beirut, minute, P60D, calendar-days, 2024-11-27T02:00:00Z, 2024-11-27T02:00:00Z, 2025-01-26T02:00:00Z, 2025-01-26T02:00:00Z",
    // Beirut changes at midnight, so 30 March begins at 01:00.
    "2025-03-30, Asia/Beirut, day, P1D, calendar-days, 2025-03-29T22:00:00Z, 2025-03-30T20:59:59.999999Z, 2025-03-30T22:00:00Z, 2025-03-31T20:59:59.999999Z",
    // A leap day and a year's end are days like others.
    "2024-02-28T12:00, Europe/Kyiv, minute, P2D, calendar-days, 2024-02-28T10:00:00Z, 2024-02-28T10:00:00Z, 2024-03-01T10:00:00Z, 2024-03-01T10:00:00Z",
    "2025-12-31T12:00, Europe/Kyiv, minute, P1D, calendar-days, 2025-12-31T10:00:00Z, 2025-12-31T10:00:00Z, 2026-01-01T10:00:00Z, 2026-01-01T10:00:00Z",
    // The other side of the world changes on another day.
    "2025-03-08T12:00, America/New_York, minute, P1D, calendar-days, 2025-03-08T17:00:00Z, 2025-03-08T17:00:00Z, 2025-03-09T16:00:00Z, 2025-03-09T16:00:00Z",
    "2025-03-08T12:00, America/New_York, minute, PT24H, hours, 2025-03-08T17:00:00Z, 2025-03-08T17:00:00Z, 2025-03-09T17:00:00Z, 2025-03-09T17:00:00Z"
  })
  void beginsAndEndsThen(
      String local,
      String zone,
      String precision,
      String length,
      String convention,
      Instant firstStart,
      Instant lastStart,
      Instant firstEnd,
      Instant lastEnd) {
    TermOfForce term =
        term(
            "from: { local: \"%s\", zone: %s, precision: %s }, for: { %s: %s }"
                .formatted(local, zone, precision, length, convention));
    assertThat(term.start().earliest()).isEqualTo(firstStart);
    assertThat(term.start().latest()).isEqualTo(lastStart);
    assertThat(term.end().orElseThrow().earliest()).isEqualTo(firstEnd);
    assertThat(term.end().orElseThrow().latest()).isEqualTo(lastEnd);
  }

  private static TermOfForce term(String inForce) {
    String text =
        """
        agreement: made-up
        title: Made up
        label: truce
        class: preliminary
        authenticity: oral
        sources: { S: { title: none, publisher: none } }
        parties: { AAA: { name: A, answers-for: [AAA/army] }, BBB: { name: B, answers-for: [BBB/army] } }
        readings:
          one: { asserted-by: { speaker: A, date: "2025-01-01", source: S }, in-force: { %s }, clauses: [silence] }
        clauses:
          silence: { article: "1", prohibits: { conduct: fire, by: [AAA], against: anyone, target: any, where: anywhere } }
        """
            .formatted(inForce);
    Agreement read =
        new AgreementNotation(new Atlas(List.of(), List.of()), name -> Optional.empty())
            .read(Notation.yaml("agreement.yaml", new StringReader(text)));
    return read.readings().getFirst().inForce();
  }
}
