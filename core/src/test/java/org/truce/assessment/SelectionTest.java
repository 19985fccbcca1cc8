package org.truce.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.truce.agreement.Reading;
import org.truce.notation.Notation;
import org.truce.notation.ReportNotation;
import org.truce.provenance.Audience;
import org.truce.report.Report;
import org.truce.testing.Example;
import org.truce.time.TimeSpan;

/** What is left out of an assessment, and that it is counted. */
class SelectionTest {
  private static final Example EASTER = Example.of("easter-2025");
  private static final List<Report> REPORTS = EASTER.reports();

  private static Assessment easter(Selection selection) {
    return Assessment.of(EASTER.agreement(), Example.ATLAS, REPORTS, selection);
  }

  private static Selection saidBy(String instant) {
    return new Selection(
        Optional.of(Instant.parse(instant)), Optional.empty(), Optional.empty(), Audience.MISSION);
  }

  @Test
  void whatHadNotCertainlyBeenSaidIsCountedAndLeftOut() {
    Assessment sunday = easter(saidBy("2025-04-20T14:00:00Z"));
    assertThat(sunday.counts().reports()).isEqualTo(18);
    assertThat(sunday.counts().notYetSaid()).isEqualTo(30);
    assertThat(sunday.asOf()).contains(Instant.parse("2025-04-20T14:00:00Z"));
  }

  @Test
  void whatWasSaidAtTheVeryInstantCounts() {
    Instant last =
        REPORTS.stream()
            .map(each -> each.voice().said().to())
            .max(Instant::compareTo)
            .orElseThrow();
    assertThat(easter(saidBy(last.toString())).counts().notYetSaid()).isZero();
    assertThat(easter(saidBy(last.minusSeconds(1).toString())).counts().notYetSaid()).isPositive();
    assertThat(easter(Selection.ALL).asOf()).contains(last);
  }

  @Test
  void ofAWindowOnlyWhatCanHaveHappenedInItIsShown() {
    TimeSpan saturday =
        new TimeSpan(Instant.parse("2025-04-19T00:00:00Z"), Instant.parse("2025-04-19T15:00:00Z"));
    Assessment shown =
        easter(
            new Selection(
                Optional.empty(), Optional.of(saturday), Optional.empty(), Audience.MISSION));
    assertThat(shown.incidents())
        .isNotEmpty()
        .allMatch(each -> each.incident().about().overlaps(saturday))
        .hasSizeLessThan(easter(Selection.ALL).incidents().size());
  }

  @Test
  void oneReadingIsJudgedAlone() {
    Assessment kyiv =
        easter(
            new Selection(
                Optional.empty(), Optional.empty(), Optional.of("kyiv"), Audience.MISSION));
    assertThat(kyiv.agreement().readings()).extracting(Reading::id).containsExactly("kyiv");
    assertThat(kyiv.incidents())
        .allSatisfy(
            each -> assertThat(each.findings()).extracting(Finding::reading).containsOnly("kyiv"));
  }

  private static Report report(String name, String more, String by) {
    return ReportNotation.read(
        Notation.jsonLine(
            "made-up.jsonl",
            1,
            """
            {"report":"%s","source":{"id":"paper","name":"Paper","class":"media","side":"neutral"},
             %s"said":{"day":"2025-05-03","zone":"UTC"},"claims":[
             {"claim":"event","conduct":"artillery-fire","by":["%s"],"about":{"at":"2025-05-02T08:00Z"},
              "place":{"lat":1.0,"lon":31.0,"within-m":1000}}]}
            """
                .formatted(name, more, by)));
  }

  private static Assessment madeUp(Audience audience, Report... reports) {
    return Assessment.of(
        Example.madeUp().agreement(),
        Example.ATLAS,
        new ArrayList<>(List.of(reports)),
        new Selection(Optional.empty(), Optional.empty(), Optional.empty(), audience));
  }

  @Test
  void anIncidentThatRestsOnWhatTheAudienceMayNotSeeIsWithheldWhole() {
    Report kept = report("R1", "\"handling\":\"restricted\",", "AAA");
    assertThat(madeUp(Audience.PUBLIC, kept).counts().withheld()).isEqualTo(1);
    assertThat(madeUp(Audience.PUBLIC, kept).incidents()).isEmpty();
    assertThat(madeUp(Audience.MISSION, kept).counts().withheld()).isZero();
    assertThat(madeUp(Audience.MISSION, kept).incidents()).hasSize(1);
  }

  @Test
  void whatOnlyAMachineReadIsCountedAndJudgedByNobody() {
    Assessment read = madeUp(Audience.MISSION, report("R1", "\"read-by\":\"machine\",", "AAA"));
    assertThat(read.counts().machineRead()).isEqualTo(1);
    assertThat(read.incidents().getFirst().findings()).isEmpty();
    assertThat(read.incidents().getFirst().worst("one")).isEqualTo(Outcome.Kind.NOT_COVERED);
  }

  @Test
  void anActorOfWhomTheAgreementSaysNothingIsNamed() {
    assertThat(madeUp(Audience.MISSION, report("R1", "", "AAA")).counts().unlisted()).isEmpty();
    assertThat(madeUp(Audience.MISSION, report("R1", "", "pirates")).counts().unlisted())
        .containsExactly("pirates");
  }
}
