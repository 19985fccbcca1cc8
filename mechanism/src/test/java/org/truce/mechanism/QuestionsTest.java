package org.truce.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.store.Query;
import org.truce.store.Question;
import org.truce.store.Row;
import org.truce.store.Store;
import org.truce.store.Table;
import org.truce.store.Version;

/**
 * What an ops room asks, after reports and every kind of act, against the rows read one by one: at
 * the head and at indices before it.
 */
class QuestionsTest {
  private static final long MOST = 10_000;
  private static final long DAY = 86_400_000_000L;

  @TempDir private Path folder = Path.of("");
  private Path data = Path.of("");

  @BeforeEach
  void aBusyMechanism() {
    data = folder.resolve("data");
    Desk.busy(data);
  }

  /** One question with what must be answered: the first columns of rows, in any order. */
  private record Asked(Store store, long index) {
    List<Row> rows(Table table, Predicate<Row> where) {
      List<Row> rows = new ArrayList<>();
      store.each(
          Query.of(table, index),
          row -> {
            if (where.test(row)) {
              rows.add(row);
            }
          });
      return rows;
    }

    long openedAt(Object claim) {
      List<Long> opened = new ArrayList<>();
      store.history(
          Table.CLAIM,
          version -> {
            if (version.at(index) && version.row().text("claim").equals(claim)) {
              opened.add(version.from());
            }
          });
      return opened.getFirst();
    }

    void answers(Question question, List<Object> values, List<Row> expected, String... columns) {
      List<Object> all = new ArrayList<>(List.of(index));
      all.addAll(values);
      List<List<Object>> cells = new ArrayList<>();
      for (Row row : expected) {
        List<Object> line = new ArrayList<>();
        for (String column : columns) {
          line.add(row.cells().get(row.table().at(column)));
        }
        cells.add(line);
      }
      assertThat(store.ask(question, all).stream().map(row -> row.subList(0, columns.length)))
          .as("%s %s", question, all)
          .containsExactlyInAnyOrderElementsOf(cells);
    }
  }

  private void atSomeIndices(java.util.function.Consumer<Asked> ask) {
    try (Mechanism mechanism = Desk.open(data)) {
      mechanism.indexText();
      long head = mechanism.progress().entries() - 1;
      for (long index : List.of(head / 3, head / 2, head)) {
        ask.accept(new Asked(mechanism.store(), index));
      }
    }
  }

  private static boolean isOpen(Row incident) {
    return incident.text("state").equals("open");
  }

  @Test
  void theQueueLeavesOutWhatSomebodyVerified() {
    atSomeIndices(
        at -> {
          List<Long> verified =
              at.rows(Table.AXIS, row -> row.text("axis").equals("verification")).stream()
                  .map(row -> row.number("incident"))
                  .toList();
          for (long degree = 1; degree <= 3; degree++) {
            long of = degree;
            at.answers(
                Question.QUEUE,
                List.of(degree, MOST),
                at.rows(
                    Table.INCIDENT,
                    row ->
                        row.number("attention") == of
                            && !verified.contains(row.number("incident"))),
                "incident",
                "attention");
          }
        });
  }

  @Test
  void theMapHoldsWhatTouchesTheBoxAndTheHours() {
    atSomeIndices(
        at -> {
          for (Row near : at.rows(Table.INCIDENT, QuestionsTest::isOpen)) {
            long first = Question.hour(near.number("about_from"));
            at.answers(
                Question.MAP,
                List.of(
                    near.number("south"),
                    near.number("west"),
                    near.number("north"),
                    near.number("east"),
                    first,
                    first + 6,
                    MOST),
                at.rows(
                    Table.INCIDENT,
                    row ->
                        isOpen(row)
                            && row.number("south") <= near.number("north")
                            && row.number("north") >= near.number("south")
                            && row.number("west") <= near.number("east")
                            && row.number("east") >= near.number("west")
                            && Question.hour(row.number("about_from")) <= first + 6
                            && Question.hour(row.number("about_to")) >= first),
                "incident",
                "attention");
          }
        });
  }

  @Test
  void daysAndCountsAreThoseOfTheRows() {
    atSomeIndices(
        at -> {
          List<Row> days = at.rows(Table.DAILY, row -> true);
          long first = days.stream().mapToLong(row -> row.number("day")).min().orElse(0);
          at.answers(
              Question.TIMELINE,
              List.of(first, first + 400),
              at.rows(Table.DAILY, row -> row.number("day") <= first + 400),
              "day",
              "incidents",
              "contested",
              "breaches",
              "undetermined",
              "claims");
          List<Object> counts = at.store().ask(Question.COUNTS, List.of(at.index())).getFirst();
          List<Row> open = at.rows(Table.INCIDENT, QuestionsTest::isOpen);
          assertThat(counts.get(0)).isEqualTo((long) open.size());
          assertThat(counts.get(2))
              .isEqualTo(open.stream().filter(row -> row.number("attention") >= 2).count());
          assertThat(counts.get(5))
              .isEqualTo(
                  (long)
                      at.rows(Table.AXIS, row -> row.text("axis").equals("verification")).size());
        });
  }

  @Test
  void anIncidentComesWithTheClaimsThatItHad() {
    atSomeIndices(
        at -> {
          for (Row incident : at.rows(Table.INCIDENT, row -> true)) {
            List<String> members =
                at
                    .rows(
                        Table.MEMBER, row -> row.number("incident") == incident.number("incident"))
                    .stream()
                    .map(row -> row.text("claim"))
                    .toList();
            at.answers(
                Question.INCIDENT,
                List.of(incident.number("incident")),
                at.rows(Table.CLAIM, row -> members.contains(row.text("claim"))),
                "claim",
                "kind",
                "source");
          }
        });
  }

  @Test
  void aClauseATallyAndASourceAreFound() {
    atSomeIndices(
        at -> {
          for (Row finding : at.rows(Table.FINDING, row -> true)) {
            at.answers(
                Question.CLAUSE,
                List.of(
                    finding.text("reading"), finding.text("clause"), finding.text("outcome"), MOST),
                at.rows(
                    Table.FINDING,
                    row ->
                        row.text("reading").equals(finding.text("reading"))
                            && row.text("clause").equals(finding.text("clause"))
                            && row.text("outcome").equals(finding.text("outcome"))),
                "incident",
                "side");
          }
          for (Row tally : at.rows(Table.CLAIM, row -> row.text("kind").equals("tally"))) {
            long from = tally.number("about_from");
            at.answers(
                Question.TALLIES,
                List.of(from, from + DAY, 2 * DAY, MOST),
                at.rows(
                    Table.CLAIM,
                    row ->
                        row.text("kind").equals("tally")
                            && row.number("about_from") > from - 2 * DAY
                            && row.number("about_from") < from + DAY
                            && row.number("about_to") > from),
                "claim",
                "source");
          }
          for (Row claim : at.rows(Table.CLAIM, row -> true)) {
            long from = claim.number("about_from");
            long to = claim.number("about_to");
            at.answers(
                Question.SUMS,
                List.of(from, to, MOST),
                at.rows(
                    Table.CLAIM,
                    row ->
                        Set.of("tally", "pattern").contains(row.text("kind"))
                            && row.number("about_from") < to
                            && row.number("about_to") > from),
                "claim",
                "kind");
          }
          for (Row report : at.rows(Table.REPORT, row -> true)) {
            at.answers(
                Question.SOURCE,
                List.of(report.text("source"), MOST),
                at.rows(Table.REPORT, row -> row.text("source").equals(report.text("source"))),
                "entry",
                "report",
                "state");
          }
        });
  }

  @Test
  void wordsAreFoundInTheClaimsThatStoodThen() {
    atSomeIndices(
        at -> {
          for (String words : List.of("shelling", "drone", "обстр", "truce")) {
            at.answers(
                Question.TEXT,
                List.of("\"" + words + "\"", MOST),
                at.rows(
                    Table.CLAIM, row -> row.text("text").toLowerCase(Locale.ROOT).contains(words)),
                "claim",
                "source");
            assertThat(
                    at.store().ask(Question.TEXT, List.of(at.index(), "\"" + words + "\"", MOST)))
                .extracting(row -> at.openedAt(row.getFirst()))
                .isSortedAccordingTo(Comparator.reverseOrder());
          }
        });
  }

  @Test
  void changesSinceAnIndexAreTheRowsOpenedAfterIt() {
    atSomeIndices(
        at -> {
          long since = at.index() / 2;
          List<Row> changed = new ArrayList<>();
          at.store()
              .history(
                  Table.INCIDENT,
                  (Version version) -> {
                    if (version.from() > since && version.from() <= at.index()) {
                      changed.add(version.row());
                    }
                  });
          List<List<Object>> answered =
              at.store().ask(Question.CHANGES, List.of(at.index(), since, MOST));
          assertThat(answered.stream().map(row -> row.subList(1, 3)))
              .containsExactlyInAnyOrderElementsOf(
                  changed.stream()
                      .map(row -> List.<Object>of(row.number("incident"), row.text("state")))
                      .toList());
          assertThat(answered.stream().map(row -> (Long) row.getFirst())).isSorted();
        });
  }
}
