package org.truce.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.truce.notation.Notation;
import org.truce.notation.ReportNotation;
import org.truce.report.Report;

/** Small cases of which each says by hand what changed and what did not. */
class RevisionsTest {
  private static final String DAY = "\"about\":{\"day\":\"2025-05-01\",\"zone\":\"UTC\"}";

  private static Report report(String number, String... claims) {
    return ReportNotation.read(
        Notation.jsonLine(
            "test",
            1,
            """
            {"report":"%s","source":{"id":"list","name":"List","class":"dataset","side":"neutral"},
             "said":{"day":"2025-05-02","zone":"UTC"},"claims":[%s]}
            """
                .formatted(number, String.join(",", claims))));
  }

  private static String event(String conduct) {
    return "{\"claim\":\"event\",\"conduct\":\"%s\",%s}".formatted(conduct, DAY);
  }

  private static String toll(String category, String status, int count, String more) {
    return "{\"claim\":\"toll\",\"category\":\"%s\",\"status\":\"%s\",\"count\":%d,%s%s}"
        .formatted(category, status, count, DAY, more);
  }

  private static List<String> kinds(Report before, Report now) {
    return Revisions.between(List.of(before), List.of(now)).revisions().stream()
        .map(each -> Revisions.kind(each.change()))
        .toList();
  }

  private static List<Report> reports(String... conducts) {
    int[] number = {0};
    return Arrays.stream(conducts)
        .map(conduct -> report(Integer.toString(++number[0]), event(conduct)))
        .toList();
  }

  @Test
  void aClassRenamedThroughoutIsNoRevision() {
    Revisions found =
        Revisions.between(
            reports("drone-strike", "drone-strike", "raid"),
            reports("fpv-drone-strike", "fpv-drone-strike", "raid"));
    assertThat(found.revisions()).isEmpty();
    assertThat(found.renamed())
        .containsExactly(new Renamed(Aspect.CONDUCT, "drone-strike", "fpv-drone-strike", 2));
  }

  @Test
  void aClassThatSomeKeepThatGoesTwoWaysThatWasInUseOrThatOneHadIsRevised() {
    assertRevised(
        reports("drone-strike", "drone-strike", "drone-strike"),
        reports("fpv-drone-strike", "fpv-drone-strike", "drone-strike"),
        2);
    assertRevised(
        reports("drone-strike", "drone-strike", "drone-strike"),
        reports("fpv-drone-strike", "fpv-drone-strike", "raid"),
        3);
    assertRevised(
        reports("drone-strike", "drone-strike", "raid"), reports("raid", "raid", "raid"), 2);
    assertRevised(reports("drone-strike"), reports("fpv-drone-strike"), 1);
  }

  private static void assertRevised(List<Report> before, List<Report> now, int count) {
    Revisions found = Revisions.between(before, now);
    assertThat(found.renamed()).isEmpty();
    assertThat(found.revisions()).hasSize(count);
  }

  @Test
  void zerosSpaceAndCaseAreWritingAndTheOrderOfReportsIsNothing() {
    String before =
        "{\"claim\":\"event\",\"conduct\":\"raid\",\"gist\":\"31 Shots  near the mill\",%s}"
            .formatted(DAY);
    String now =
        "{\"claim\":\"event\",\"conduct\":\"raid\",\"gist\":\"31.0 shots near the mill \",%s}"
            .formatted(DAY);
    Revisions found =
        Revisions.between(
            List.of(report("31", before), report("32", event("raid"))),
            List.of(report("32.0", event("raid")), report("31.0", now)));
    assertThat(found.revisions()).isEmpty();
    assertThat(found.rewritten()).isEqualTo(1);
    assertThat(found.both()).isEqualTo(2);
    assertThat(found.added()).isEmpty();
    assertThat(found.withdrawn()).isEmpty();
  }

  @Test
  void twoNumbersOfOneVersionThatDifferInZerosStayTwo() {
    List<Report> both = List.of(report("31", event("raid")), report("31.0", event("shelling")));
    assertThat(Revisions.between(both, both).both()).isEqualTo(2);
    assertThat(Revisions.between(both, both).revisions()).isEmpty();
  }

  @Test
  void aLateDeathIsOneTransferAndNotARiseAndAFall() {
    assertThat(
            kinds(
                report("1", toll("killed", "civilian", 7, ""), toll("injured", "civilian", 20, "")),
                report(
                    "1", toll("killed", "civilian", 9, ""), toll("injured", "civilian", 18, ""))))
        .containsExactly("late-death");
  }

  @Test
  void deathsThatTheInjuredDoNotPayForAreARiseAndAFall() {
    assertThat(
            kinds(
                report("1", toll("killed", "civilian", 7, ""), toll("injured", "civilian", 20, "")),
                report(
                    "1", toll("killed", "civilian", 9, ""), toll("injured", "civilian", 17, ""))))
        .containsExactlyInAnyOrder("toll-rise", "toll-fall");
  }

  @Test
  void whoTheyWereMovesBetweenNumbersOrWithinOne() {
    assertThat(
            kinds(
                report("1", toll("killed", "civilian", 5, ""), toll("killed", "combatant", 1, "")),
                report("1", toll("killed", "civilian", 3, ""), toll("killed", "combatant", 3, ""))))
        .containsExactly("status-change");
    assertThat(
            kinds(
                report("1", toll("killed", "civilian", 5, "")),
                report("1", toll("killed", "combatant", 5, ""))))
        .containsExactly("status-change");
  }

  @Test
  void aReasonThatTheSourceGivesStands() {
    String of = ",\"revises\":\"list/0/1\",\"revision\":\"%s\"";
    assertThat(
            kinds(
                report("1", toll("killed", "civilian", 9, "")),
                report("1", toll("killed", "civilian", 8, of.formatted("duplicate-removed")))))
        .containsExactly("duplicate-removed");
    assertThat(
            kinds(
                report("1", toll("killed", "civilian", 7, ""), toll("injured", "civilian", 20, "")),
                report(
                    "1",
                    toll("killed", "civilian", 9, of.formatted("late-death")),
                    toll("injured", "civilian", 18, ""))))
        .containsExactly("late-death");
  }

  @Test
  void timesAreNarrowedWidenedOrMoved() {
    String hours =
        "{\"claim\":\"event\",\"conduct\":\"raid\",\"about\":{\"from\":\"2025-05-01T%sZ\",\"to\":\"2025-05-01T%sZ\"}}";
    Report wide = report("1", hours.formatted("10:00", "12:00"));
    Report narrow = report("1", hours.formatted("10:30", "11:00"));
    assertThat(kinds(wide, narrow)).containsExactly("time-narrowed");
    assertThat(kinds(narrow, wide)).containsExactly("time-widened");
    assertThat(kinds(narrow, report("1", hours.formatted("11:30", "12:00"))))
        .containsExactly("time");
  }

  @Test
  void claimsAndReportsThatComeAndGoAreNamed() {
    assertThat(kinds(report("1", event("raid")), report("1", event("raid"), event("shelling"))))
        .containsExactly("claim-added");
    assertThat(kinds(report("1", event("raid")), report("1", toll("killed", "unknown", 1, ""))))
        .containsExactly("claim-added", "claim-withdrawn");
    Revisions found =
        Revisions.between(List.of(report("1", event("raid"))), List.of(report("2", event("raid"))));
    assertThat(found.withdrawn()).hasToString("[list/1]");
    assertThat(found.added()).hasToString("[list/2]");
  }
}
