package org.truce.notation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.truce.alert.Stretch;
import org.truce.assessment.AssessedNumbers;
import org.truce.coverage.Baseline.Period;
import org.truce.coverage.CountingRule;
import org.truce.coverage.Rate;
import org.truce.coverage.SaidCount;
import org.truce.coverage.UnitCount;
import org.truce.report.Claim;
import org.truce.tally.MatchCoverage;

/**
 * Writes counts beside the findings: what was said and noticed before, in and after the time in
 * force with the hours watched, how much of each side's totals is backed by incidents, alerts.
 */
public final class NumbersNotation {
  private NumbersNotation() {}

  /** Returns the numbers of an assessment as values of JSON; docs/tallies.md says what they are. */
  public static Map<String, Object> of(AssessedNumbers numbers) {
    Map<String, Object> written = new LinkedHashMap<>();
    numbers.inForce().ifPresent(span -> written.put("in-force", TimeNotation.write(span)));
    written.put(
        "periods",
        numbers
            .baseline()
            .map(each -> each.periods().stream().map(p -> period(p, Optional.empty())).toList())
            .orElse(List.of()));
    List<Object> backed = new ArrayList<>();
    numbers.backed().forEach((claim, match) -> backed.add(backed(claim.toString(), match)));
    written.put("backed", backed);
    written.put(
        "alerts-and-disruptions",
        numbers.alerts().all().stream().map(NumbersNotation::stretch).toList());
    return written;
  }

  private static Map<String, Object> backed(String claim, MatchCoverage match) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("claim", claim);
    written.put("incidents", bounds(match.surely(), match.possibly()));
    match
        .leastPerMille()
        .ifPresent(
            least ->
                written.put("share-per-mille", bounds(least, match.mostPerMille().orElseThrow())));
    return written;
  }

  private static Map<String, Object> bounds(long least, long most) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("least", least);
    written.put("most", most);
    return written;
  }

  /**
   * Returns a period: what was noticed and said in it, each with a rate or that there is no data.
   *
   * @param rule the rule under which units are added; none: they are not
   */
  static Map<String, Object> period(Period period, Optional<CountingRule> rule) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("period", Claim.code(period.when()));
    written.put("window", TimeNotation.write(period.watched().window()));
    written.put("coverage-recorded", period.watched().recorded());
    written.put("watched-seconds", period.watched().watched().length().toSeconds());
    written.put(
        "no-data", period.watched().noData().spans().stream().map(TimeNotation::write).toList());
    written.put("noticed", period.noticed().stream().map(each -> noticed(period, each)).toList());
    written.put("said", period.said().stream().map(each -> said(period, each)).toList());
    rule.ifPresent(each -> written.put("sum", sum(period, each)));
    return written;
  }

  private static Map<String, Object> sum(Period period, CountingRule rule) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("rule", rule.code());
    written.put("count", CountNotation.write(rule.sum(period.noticed())));
    return written;
  }

  private static Map<String, Object> noticed(Period period, UnitCount unit) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("unit", unit.unit());
    written.put("count", CountNotation.write(unit.count()));
    written.put("as-exercise", CountNotation.write(unit.asExercise()));
    rate(written, period.rate(unit.unit()));
    period
        .rateByEffort(unit.unit())
        .ifPresent(
            rate -> {
              Map<String, Object> byEffort = new LinkedHashMap<>();
              rate(byEffort, Optional.of(rate));
              written.put("by-effort", byEffort);
            });
    written.put("claims", unit.claims().stream().map(Object::toString).toList());
    return written;
  }

  private static Map<String, Object> said(Period period, SaidCount said) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("side", said.side().code());
    written.put("by", said.by());
    written.put("count", CountNotation.write(said.count()));
    rate(written, period.rate(said));
    return written;
  }

  private static void rate(Map<String, Object> written, Optional<Rate> rate) {
    if (rate.isEmpty()) {
      written.put("rate", "no data");
      return;
    }
    written.put("least-per-hour", rate.get().leastPerHour());
    if (Double.isFinite(rate.get().mostPerHour())) {
      written.put("most-per-hour", rate.get().mostPerHour());
    }
  }

  static Map<String, Object> stretch(Stretch stretch) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("what", stretch.what());
    written.put("area", stretch.area());
    written.put("span", TimeNotation.write(stretch.span()));
    written.put("state", Claim.code(stretch.state()));
    written.put("claims", stretch.claims().stream().map(Object::toString).toList());
    return written;
  }
}
