package org.truce.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.assessment.Assessment;
import org.truce.incident.Decisions;
import org.truce.incident.Incident;
import org.truce.provenance.Audience;
import org.truce.provenance.Handling;
import org.truce.report.Claim;
import org.truce.report.Report;
import org.truce.store.Query;
import org.truce.store.Row;
import org.truce.store.Store;
import org.truce.store.Table;
import org.truce.tally.PartOf;

/** What is shown as of a ledger index, and as of what had been said by a time. */
class ViewTest {
  private static final Instant SUNDAY_17_KYIV = Instant.parse("2025-04-20T14:00:00Z");

  @TempDir private Path folder = Path.of("");

  private static Asked head(View view, Optional<Instant> saidBy) {
    return new Asked(Optional.empty(), saidBy, view.head(), Audience.MISSION);
  }

  private static List<Row> everything(Store store, long index) {
    List<Row> rows = new ArrayList<>();
    for (Table table : Table.values()) {
      store.each(Query.of(table, index), rows::add);
    }
    return rows;
  }

  @Test
  void atTwoHundredRandomIndicesTheViewIsThatOfAFolderFedOnlySoFar() {
    Path data = folder.resolve("all");
    Desk.busy(data);
    Random random = new Random(200);
    try (Mechanism all = Desk.open(data)) {
      long entries = all.progress().entries();
      assertThat(entries).isGreaterThan(300);
      List<Long> indices =
          LongStream.generate(() -> random.nextLong(entries)).limit(200).sorted().boxed().toList();
      // One fresh folder grows from index to index: at each it was fed only so far.
      Path fresh = folder.resolve("fresh");
      for (int i = 0; i < 4; i++) {
        grow(all, fresh.resolve(String.valueOf(i)), indices.subList(i * 50, i * 50 + 50));
      }
    }
  }

  private static void grow(Mechanism all, Path fresh, List<Long> indices) {
    try (Mechanism mechanism = Desk.openEmpty(fresh)) {
      for (long index : indices) {
        List<byte[]> next = new ArrayList<>();
        for (long at = mechanism.progress().entries(); at <= index; at++) {
          next.add(all.content(at));
        }
        mechanism.feed(next);
        assertThat(mechanism.progress().entries()).isEqualTo(index + 1);
        assertThat(everything(all.store(), index))
            .as("index %d", index)
            .isEqualTo(everything(mechanism.store(), index));
      }
    }
  }

  @Test
  void onSundayAfternoonTheFiguresAre46And901And448EachWithItsEntry() {
    try (Mechanism mechanism = Desk.open(folder)) {
      List<Submission> reports = Desk.easter();
      mechanism.reconstruct(reports, reports.stream().map(Desk::saidBy).toList());
      mechanism.adopt(Desk.agreement());
    }
    try (View view = View.open(folder).orElseThrow()) {
      Assessment assessment =
          view.assessment(head(view, Optional.of(SUNDAY_17_KYIV)), Optional.empty());
      List<List<Long>> figures = new ArrayList<>();
      for (Claim claim : assessment.claims()) {
        if (claim instanceof Claim.Tally tally && tally.parts().size() > 2) {
          figures.add(tally.parts().stream().map(part -> part.count().said()).toList());
        }
      }
      assertThat(figures).anySatisfy(parts -> assertThat(parts).contains(46L, 901L, 448L));
      Report report =
          view.reports(view.head()).stream()
              .filter(each -> each.id().toString().equals("politico/E13"))
              .findFirst()
              .orElseThrow();
      assertThat(report.known().orElseThrow().reconstructed()).isTrue();
      assertThat(report.known().orElseThrow().recordedAt())
          .isEqualTo(report.voice().said().to())
          .isBeforeOrEqualTo(SUNDAY_17_KYIV);
    }
  }

  @Test
  void aViewSaysTheSameAsJudgingTheReportsAlone() {
    try (Mechanism mechanism = Desk.open(folder)) {
      mechanism.adopt(Desk.agreement());
      mechanism.receive(Desk.easter());
      mechanism.project();
    }
    try (View view = View.open(folder).orElseThrow()) {
      for (Optional<Instant> saidBy :
          List.of(Optional.of(SUNDAY_17_KYIV), Optional.<Instant>empty())) {
        Assessment here = view.assessment(head(view, saidBy), Optional.empty());
        Assessment alone =
            Assessment.of(
                new Assessment.Basis(here.agreement(), Desk.PLACES.atlas(), Decisions.NONE),
                view.reports(view.head()),
                here.selection());
        assertThat(here.claims()).isEqualTo(alone.claims());
        assertThat(here.incidents().stream().map(each -> each.incident().key()))
            .containsExactlyInAnyOrderElementsOf(
                alone.incidents().stream().map(each -> each.incident().key()).toList());
      }
    }
  }

  @Test
  void theRowsOfTheProjectionSayWhatTheJudgementSays() {
    try (Mechanism mechanism = Desk.open(folder)) {
      mechanism.adopt(Desk.agreement());
      mechanism.receive(Desk.easter(2));
      mechanism.project();
    }
    try (View view = View.open(folder).orElseThrow()) {
      Assessment judged = view.assessment(head(view, Optional.empty()), Optional.empty());
      List<Row> incidents = new ArrayList<>();
      List<Row> findings = new ArrayList<>();
      for (Assessment.AssessedIncident each : judged.incidents()) {
        Row row = Rows.incident(each);
        incidents.add(row);
        findings.addAll(Rows.findings(each, row.text("handling")));
      }
      assertThat(
              view.rows(
                  Query.of(Table.INCIDENT, view.head())
                      .where("state", Query.Comparison.IS, "open")))
          .containsExactlyInAnyOrderElementsOf(incidents);
      assertThat(view.rows(Query.of(Table.FINDING, view.head())))
          .containsExactlyInAnyOrderElementsOf(findings);
    }
  }

  @Test
  void oneIncidentReadAloneIsTheOneAmongAllAtAnyIndex() {
    try (Mechanism mechanism = Desk.open(folder)) {
      mechanism.adopt(Desk.agreement());
      mechanism.receive(Desk.easter(2));
      mechanism.project();
    }
    try (View view = View.open(folder).orElseThrow()) {
      for (long index : List.of(view.head() / 2, view.head())) {
        Asked asked = new Asked(Optional.empty(), Optional.empty(), index, Audience.MISSION);
        Assessment all = view.assessment(asked, Optional.empty());
        assertThat(all.incidents()).isNotEmpty();
        assertThat(all.incidents()).anyMatch(each -> !sums(all, each).isEmpty());
        for (Assessment.AssessedIncident each : all.incidents()) {
          View.Case alone = view.incident(each.incident().number(), index);
          assertThat(alone.assessed()).isEqualTo(each);
          assertThat(alone.sums()).isEqualTo(sums(all, each));
          assertThat(alone.moreSums()).isFalse();
          assertThat(alone.reports())
              .isEqualTo(
                  view.reports(index).stream()
                      .filter(report -> speaks(report, each.incident()))
                      .toList());
        }
      }
    }
  }

  private static List<PartOf> sums(Assessment all, Assessment.AssessedIncident each) {
    return PartOf.of(each.incident().claims(), all.claims(), Desk.PLACES.atlas());
  }

  @Test
  void moreSumsThanAreLookedAtAroundAnIncidentAreSaidToBeThere() {
    StringBuilder tallies = new StringBuilder();
    for (int i = 0; i <= View.MOST_SUMS; i++) {
      tallies
          .append(i == 0 ? "" : ",")
          .append("{\"claim\":\"tally\",\"unit\":\"attacks\",\"total\":")
          .append(i)
          .append(",\"about\":{\"from\":\"2025-04-19T00:00Z\",\"to\":\"2025-04-22T00:00Z\"}}");
    }
    String report =
        """
        {"report":"R1","source":{"id":"s","name":"S","class":"mission","side":"mission"},"said":"2025-04-22T10:00:00Z","claims":[%s]}\
        """
            .formatted(tallies);
    try (Mechanism mechanism = Desk.open(folder)) {
      mechanism.adopt(Desk.agreement());
      List<Submission> easter = Desk.easter();
      Submission any = easter.getFirst();
      mechanism.receive(easter);
      mechanism.receive(
          List.of(
              new Submission(
                  any.sender(), any.number(), any.form(), any.place(), Bytes.ofText(report))));
      mechanism.project();
    }
    try (View view = View.open(folder).orElseThrow()) {
      View.Case found = view.incident(10, view.head());
      assertThat(found.moreSums()).isTrue();
      assertThat(found.sums()).hasSizeBetween(900, (int) View.MOST_SUMS);
    }
  }

  private static boolean speaks(Report report, Incident incident) {
    return incident.claims().stream().anyMatch(claim -> claim.id().report().equals(report.id()));
  }

  @Test
  void whenAReportBecameKnownIsWithheldWhereItCouldGiveItsSourceAway() {
    try (Mechanism mechanism = Desk.open(folder)) {
      mechanism.receive(Desk.easter().subList(0, 1));
      mechanism.project();
    }
    try (View view = View.open(folder).orElseThrow()) {
      Report open = view.reports(view.head()).getFirst();
      Report guarded = Restated.under(Handling.PARTIES, open);
      Asked parties = new Asked(Optional.empty(), Optional.empty(), view.head(), Audience.PARTIES);
      assertThat(View.learnt(open, parties)).isPresent();
      assertThat(View.learnt(guarded, parties)).isEmpty();
      assertThat(View.learnt(guarded, head(view, Optional.empty()))).isPresent();
    }
  }
}
