package org.truce.publish;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.truce.agreement.LocalTimes;
import org.truce.alert.Stretch;
import org.truce.alert.Stretches;
import org.truce.report.Claim;
import org.truce.time.TimeSpan;

/** Writes alerts and disruptions as stretches, with those that stand or are stale. */
final class AlertLines {
  private static final int MOST_SHOWN = 40;

  private final LocalTimes times;

  AlertLines(LocalTimes times) {
    this.times = times;
  }

  /**
   * Writes them by what they are.
   *
   * @param window in which those that begin are new, if one is looked at
   */
  void write(PrintWriter out, Stretches alerts, Optional<TimeSpan> window) {
    Map<String, List<Stretch>> byWhat = new TreeMap<>();
    alerts
        .all()
        .forEach(each -> byWhat.computeIfAbsent(each.what(), what -> new ArrayList<>()).add(each));
    byWhat.forEach((what, stretches) -> write(out, what, stretches, window));
  }

  private void write(
      PrintWriter out, String what, List<Stretch> stretches, Optional<TimeSpan> window) {
    out.printf(
        Locale.ROOT,
        "%-13s %s of %s · %,d standing · %,d stale%n",
        what,
        Counted.of(stretches.size(), "stretch"),
        Counted.of(stretches.stream().mapToLong(each -> each.claims().size()).sum(), "message"),
        count(stretches, Stretch.State.STANDING),
        count(stretches, Stretch.State.STALE));
    window.ifPresent(
        span ->
            out.printf(
                Locale.ROOT,
                "  begun in the window %,d; the others stood before it and are not new%n",
                stretches.stream().filter(each -> span.contains(each.span().from())).count()));
    stretches.stream()
        .filter(each -> each.state() != Stretch.State.ENDED)
        .limit(MOST_SHOWN)
        .forEach(
            each ->
                out.printf(
                    "  %-9s %s  %s%n",
                    Claim.code(each.state()), each.area(), times.window(each.span())));
  }

  private static long count(List<Stretch> stretches, Stretch.State state) {
    return stretches.stream().filter(each -> each.state() == state).count();
  }
}
