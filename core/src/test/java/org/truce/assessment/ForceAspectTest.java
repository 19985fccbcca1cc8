package org.truce.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.agreement.TermOfForce;
import org.truce.agreement.TermOfForce.Bound;
import org.truce.time.TimeSpan;

/**
 * A truce from 20 April 2025 00:00 to 21 April 00:00 UTC, as in Kyiv's words of Easter 2025, and
 * one of which only the days of its ends are known.
 */
class ForceAspectTest {
  private static final ZoneId UTC = ZoneOffset.UTC;
  private static final TermOfForce EXACT =
      new TermOfForce(
          bound("2025-04-20T00:00:00Z", "2025-04-20T00:00:00Z"),
          Optional.of(bound("2025-04-21T00:00:00Z", "2025-04-21T00:00:00Z")));
  private static final TermOfForce DAYS =
      new TermOfForce(
          bound("2025-03-18T00:00:00Z", "2025-03-18T23:59:59.999999Z"),
          Optional.of(bound("2025-04-17T00:00:00Z", "2025-04-17T23:59:59.999999Z")));
  private static final TermOfForce SUSPENDED =
      new TermOfForce(
          bound("2025-04-20T00:00:00Z", "2025-04-20T00:00:00Z"),
          Optional.empty(),
          List.of(span("2025-05-01T00:00:00Z", "2025-05-02T00:00:00Z")));

  private static Bound bound(String earliest, String latest) {
    return new Bound(Instant.parse(earliest), Instant.parse(latest), UTC, "as written");
  }

  private static TimeSpan span(String from, String to) {
    return new TimeSpan(Instant.parse(from), Instant.parse(to));
  }

  private static List<String> ways(String from, String to, TermOfForce term) {
    return ForceAspect.of(span(from, to), term).alternatives().stream()
        .map(
            way ->
                (way.output() ? "in force" : "not")
                    + new TreeMap<>(way.values())
                        .entrySet().stream()
                            .map(each -> "; " + each.getKey().code() + " " + each.getValue())
                            .collect(Collectors.joining()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "2025-04-19T23:59:00Z, 2025-04-20T00:00:00Z, not; time before entry into force",
    "2025-04-20T00:00:00Z, 2025-04-20T00:01:00Z, in force; time while in force",
    "2025-04-20T23:59:00Z, 2025-04-21T00:00:00Z, in force; time while in force",
    "2025-04-21T00:00:00Z, 2025-04-21T00:01:00Z, not; time after the end of force"
  })
  void anExactBoundIsTheFirstInstantInForceOrTheFirstAfter(String from, String to, String says) {
    assertThat(ways(from, to, EXACT)).containsExactly(says);
  }

  @Test
  void aSpanAcrossBothBoundsHasThreeParts() {
    assertThat(ways("2025-04-19T00:00:00Z", "2025-04-22T00:00:00Z", EXACT))
        .containsExactly(
            "not; time before entry into force",
            "in force; time while in force",
            "not; time after the end of force");
  }

  @Test
  void onTheDayOfEntryItDependsOnWhichOfTheTwoCameFirst() {
    assertThat(ways("2025-03-18T08:00:00Z", "2025-03-18T09:00:00Z", DAYS))
        .containsExactly(
            "in force; time in the time in which it may have entered into force, early;"
                + " entry-into-force before it",
            "not; time in the time in which it may have entered into force, early;"
                + " entry-into-force between the two",
            "not; time in the time in which it may have entered into force, early;"
                + " entry-into-force after it",
            "in force; time in the time in which it may have entered into force, late;"
                + " entry-into-force before it",
            "in force; time in the time in which it may have entered into force, late;"
                + " entry-into-force between the two",
            "not; time in the time in which it may have entered into force, late;"
                + " entry-into-force after it");
  }

  @Test
  void onTheDayOfTheEndItIsTheOtherWayRound() {
    assertThat(ways("2025-04-17T08:00:00Z", "2025-04-17T09:00:00Z", DAYS))
        .containsExactly(
            "not; time in the time in which it may have ended, early; end-of-force before it",
            "in force; time in the time in which it may have ended, early;"
                + " end-of-force between the two",
            "in force; time in the time in which it may have ended, early; end-of-force after it",
            "not; time in the time in which it may have ended, late; end-of-force before it",
            "not; time in the time in which it may have ended, late; end-of-force between the two",
            "in force; time in the time in which it may have ended, late; end-of-force after it");
  }

  @Test
  void aSingleInstantIsNeitherEarlyNorLate() {
    assertThat(ways("2025-03-18T23:59:59.999999Z", "2025-03-19T00:00:00Z", DAYS))
        .containsExactly(
            "in force; time in the time in which it may have entered into force;"
                + " entry-into-force before it",
            "not; time in the time in which it may have entered into force;"
                + " entry-into-force after it");
  }

  @ParameterizedTest
  @CsvSource({
    "2025-03-17T00:00:00Z, 2025-03-18T00:00:00Z, not; time before entry into force",
    "2025-03-19T00:00:00Z, 2025-04-17T00:00:00Z, in force; time while in force",
    "2025-04-18T00:00:00Z, 2025-04-19T00:00:00Z, not; time after the end of force"
  })
  void besideTheDaysOfAFloatingBoundNothingIsOpen(String from, String to, String says) {
    assertThat(ways(from, to, DAYS)).containsExactly(says);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-04-30T23:00:00Z, 2025-05-01T00:00:00Z, in force; time while in force",
    "2025-05-01T00:00:00Z, 2025-05-02T00:00:00Z, not; time while suspended",
    "2025-05-02T00:00:00Z, 2025-05-02T01:00:00Z, in force; time while in force"
  })
  void aSuspensionIsHalfOpen(String from, String to, String says) {
    assertThat(ways(from, to, SUSPENDED)).containsExactly(says);
  }

  @Test
  void beforeAndAfterASuspensionAreOneAndTheSame() {
    assertThat(ways("2025-04-30T00:00:00Z", "2025-05-03T00:00:00Z", SUSPENDED))
        .containsExactly("in force; time while in force", "not; time while suspended");
  }

  @ParameterizedTest
  @CsvSource({
    // an hour before entry, an hour after it, touching both ends
    "2025-04-19T22:00:00Z, 2025-04-19T23:00:00Z, 3600000000",
    "2025-04-20T01:00:00Z, 2025-04-20T02:00:00Z, 3600000000",
    "2025-04-20T00:00:00Z, 2025-04-20T02:00:00Z, 0",
    "2025-04-20T22:00:00Z, 2025-04-20T23:30:00Z, 1800000000",
    "2025-04-20T22:00:00Z, 2025-04-21T00:00:00Z, 0",
    "2025-04-21T00:00:01Z, 2025-04-21T02:00:00Z, 1000000"
  })
  void theMarginCountsToTheNearestBound(String from, String to, long micros) {
    assertThat(ForceAspect.marginMicros(span(from, to), EXACT)).contains(micros);
  }

  @Test
  void aSpanThatABoundCutsHasNoMargin() {
    assertThat(
            ForceAspect.marginMicros(span("2025-04-19T22:00:00Z", "2025-04-20T01:00:00Z"), EXACT))
        .isEmpty();
    assertThat(
            ForceAspect.marginMicros(
                span("2025-04-30T00:00:00Z", "2025-05-01T12:00:00Z"), SUSPENDED))
        .isEmpty();
  }

  @Test
  void theMarginCountsToTheNearestPossibleBoundAndToASuspension() {
    assertThat(ForceAspect.marginMicros(span("2025-03-20T00:00:00Z", "2025-03-20T01:00:00Z"), DAYS))
        .contains(86_400_000_001L);
    assertThat(ForceAspect.marginMicros(span("2025-04-16T20:00:00Z", "2025-04-16T22:00:00Z"), DAYS))
        .contains(7_200_000_000L);
    assertThat(
            ForceAspect.marginMicros(
                span("2025-05-02T03:00:00Z", "2025-05-02T04:00:00Z"), SUSPENDED))
        .contains(10_800_000_000L);
    assertThat(
            ForceAspect.marginMicros(
                span("2025-04-30T20:00:00Z", "2025-04-30T21:00:00Z"), SUSPENDED))
        .contains(10_800_000_000L);
  }
}
