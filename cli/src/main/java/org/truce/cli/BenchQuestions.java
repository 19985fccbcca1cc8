package org.truce.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.truce.mechanism.View;
import org.truce.store.Query;
import org.truce.store.Question;
import org.truce.store.Row;
import org.truce.store.Table;

/** How long the questions of an ops room take, at the head and at a past index. */
final class BenchQuestions {
  private static final int TIMES = 100;
  private static final double HEAD_MILLIS = 50;
  private static final double PAST_MILLIS = 300;
  private static final long HOUR = 3_600_000_000L;
  private static final long MOST = 100;

  private final View view;
  private final Random random;
  private final List<Row> sample = new ArrayList<>();

  BenchQuestions(View view, long seed) {
    this.view = view;
    this.random = new Random(seed);
  }

  /** Prints the times; returns whether one is above its goal. */
  boolean measure(PrintWriter out) {
    for (int i = 0; i < TIMES; i++) {
      long entry = random.nextLong(view.head()) + 1;
      sample.addAll(
          view.rows(
              Query.of(Table.INCIDENT, view.head())
                  .where("incident", Query.Comparison.IS, 1 + entry / 4)));
    }
    boolean missed = false;
    for (Question question : Question.values()) {
      double head = p95(question, true);
      double past = p95(question, false);
      out.printf(
          Locale.ROOT,
          "%-9s p95 %6.1f ms at the head (goal %.0f), %6.1f ms at a past index (goal %.0f)%n",
          question,
          head,
          HEAD_MILLIS,
          past,
          PAST_MILLIS);
      missed |= head > HEAD_MILLIS || past > PAST_MILLIS;
    }
    return missed;
  }

  private double p95(Question question, boolean atHead) {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      long index = atHead ? view.head() : 1 + random.nextLong(view.head());
      List<Object> values = values(question, index, sample.get(random.nextInt(sample.size())));
      long start = System.nanoTime();
      view.ask(question, values);
      millis.add((System.nanoTime() - start) / 1e6);
    }
    millis.sort(Double::compare);
    return millis.get(TIMES * 95 / 100);
  }

  private List<Object> values(Question question, long index, Row near) {
    long from = near.number("about_from");
    long day = Math.floorDiv(from, 24 * HOUR);
    return switch (question) {
      case QUEUE -> List.of(index, 3 - (long) random.nextInt(2), MOST);
      case MAP ->
          List.of(
              index,
              near.number("south") - 2_500_000,
              near.number("west") - 2_500_000,
              near.number("north") + 2_500_000,
              near.number("east") + 2_500_000,
              Question.hour(from) - 84,
              Question.hour(from) + 84,
              1_000L);
      case TIMELINE -> List.of(index, day - 15, day + 15);
      case INCIDENT -> List.of(index, near.number("incident"));
      case CLAUSE -> List.of(index, "plain", "silence", "prima-facie-breach", MOST);
      case TALLIES -> List.of(index, from - 84 * HOUR, from + 84 * HOUR, 48 * HOUR, MOST);
      case SUMS -> List.of(index, from, near.number("about_to"), 1_000L);
      case TEXT ->
          List.of(
              index,
              random.nextBoolean()
                  ? "\"\u043c\u043e\u0441\u0442\u0443 %d\"".formatted(random.nextInt(1_000))
                  : "\"\u0627\u0644\u062c\u0633\u0631 %d\"".formatted(random.nextInt(1_000)),
              MOST);
      case CHANGES -> List.of(index, Math.max(0, index - 500), 1_000L);
      case SOURCE -> List.of(index, source(near), MOST);
      case COUNTS -> List.of(index);
    };
  }

  private String source(Row near) {
    return view.ask(Question.INCIDENT, List.of(view.head(), near.number("incident"))).stream()
        .map(claim -> String.valueOf(claim.get(2)))
        .findFirst()
        .orElse("");
  }
}
