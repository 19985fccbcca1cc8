package org.truce.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.truce.mechanism.Asked;
import org.truce.mechanism.View;
import org.truce.provenance.Audience;
import org.truce.publish.Counted;
import org.truce.store.Question;

/**
 * Open incidents that nobody verified, those that need attention most first and of these the latest
 * known first; answered by the projection alone, however many incidents there are.
 */
final class QueuePage {
  private static final long MOST = 100;

  /** By the degree of attention. */
  private static final List<String> WHY =
      List.of("nothing asked", "a clause is open", "alleged breach", "alleged breach, contested");

  private final View view;
  private final Asked asked;

  /**
   * As the mission knew it.
   *
   * @throws UnusableInput when it is asked for others, or of a time: rows are not sorted anew
   */
  QueuePage(View view, Asked asked) {
    if (asked.audience() != Audience.MISSION
        || asked.saidBy().isPresent()
        || asked.about().isPresent()) {
      throw new UnusableInput(
          "show queue is the mission's own and takes --known-at alone; show incidents takes the rest");
    }
    this.view = view;
    this.asked = asked;
  }

  void write(PrintWriter out) {
    long left = MOST;
    for (int degree = WHY.size() - 1; degree > 0 && left > 0; degree--) {
      for (List<Object> row :
          view.ask(Question.QUEUE, List.of(asked.index(), (long) degree, left))) {
        out.println(line(row, WHY.get(degree)));
        left--;
      }
    }
    out.printf(
        Locale.ROOT,
        "%d shown%s, as of entry %d; nobody verified them%n",
        MOST - left,
        left == 0 ? ", there may be more" : "",
        asked.index());
  }

  /** Columns as {@link Question#QUEUE} names them. */
  private static String line(List<Object> row, String why) {
    Instant from = Instant.EPOCH.plus(((Number) row.get(3)).longValue(), ChronoUnit.MICROS);
    return String.format(
        Locale.ROOT,
        "I-%04d  %s  %s  %s  %s",
        ((Number) row.get(0)).longValue(),
        from,
        why,
        Counted.of(((Number) row.get(5)).intValue(), "claim"),
        row.get(6));
  }
}
