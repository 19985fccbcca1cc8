package org.truce.publish;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.truce.agreement.LocalTimes;
import org.truce.coverage.Baseline.Period;
import org.truce.coverage.CountingRule;
import org.truce.coverage.SaidCount;
import org.truce.coverage.UnitCount;

/** Writes what was said and noticed in a period, with the hours watched and those without data. */
final class PeriodLines {
  private final LocalTimes times;
  private final String inside;
  private final Optional<CountingRule> rule;

  /**
   * Prepares to write.
   *
   * @param inside what the period between before and after is called
   * @param rule the rule under which units are added; none: they are not
   */
  PeriodLines(LocalTimes times, String inside, Optional<CountingRule> rule) {
    this.times = times;
    this.inside = inside;
    this.rule = rule;
  }

  void write(PrintWriter out, Period period) {
    out.printf(
        "%-13s %s%n",
        switch (period.when()) {
          case BEFORE -> "before";
          case IN -> inside;
          case AFTER -> "after";
        },
        times.window(period.watched().window()));
    if (!period.watched().recorded() && period.said().isEmpty() && period.noticed().isEmpty()) {
      out.println("  no data: nothing that was read speaks of it");
      return;
    }
    coverage(out, period);
    noticed(out, period);
    for (SaidCount said : period.said()) {
      out.printf(
          "  %-29s %-32s %s%n",
          "said by " + said.side() + " of " + said.by(),
          Counted.of(said.count(), "incident"),
          period.rate(said).map(Object::toString).orElse("rate: no data"));
    }
    if (!period.noticed().isEmpty()) {
      sum(out, period.noticed());
    }
  }

  private static void noticed(PrintWriter out, Period period) {
    if (period.noticed().isEmpty()) {
      out.println(
          period.watched().watched().length().isPositive()
              ? "  nothing was noticed in the hours watched"
              : "  noticed: no data");
    }
    for (UnitCount unit : period.noticed()) {
      out.printf(
          "  %-12s %-16s %-32s %s%n",
          unit.unit(),
          TallyPage.bounds(unit.count()),
          unit.asExercise().most() == 0
              ? ""
              : "of which assessed as exercise " + TallyPage.bounds(unit.asExercise()),
          period.rate(unit.unit()).map(Object::toString).orElse("rate: no data"));
      period
          .rateByEffort(unit.unit())
          .ifPresent(rate -> out.printf("  %-12s by effort: %s watched%n", "", rate));
    }
  }

  private void sum(PrintWriter out, List<UnitCount> noticed) {
    rule.ifPresentOrElse(
        each ->
            out.printf(
                "  under counting rule %s: %s%n", each.code(), TallyPage.bounds(each.sum(noticed))),
        () -> {
          if (noticed.size() > 1) {
            out.println("  units are not added: no counting rule was named");
          }
        });
  }

  private void coverage(PrintWriter out, Period period) {
    if (!period.watched().recorded()) {
      out.println("  coverage not recorded: no data is not zero, and no rate is given");
      return;
    }
    out.printf("  watched %s%n", LocalTimes.hours(period.watched().watched().length()));
    period
        .watched()
        .noData()
        .spans()
        .forEach(gap -> out.printf("  no data %s%n", times.window(gap)));
  }
}
