package org.truce.notation;

import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.truce.conduct.Actor;
import org.truce.coverage.CountingRule;
import org.truce.numbers.NumbersReview;
import org.truce.report.Claim;
import org.truce.tally.Contradiction;
import org.truce.tally.Figure;
import org.truce.tally.Series;
import org.truce.tally.TallyReview.Examined;
import org.truce.tally.TollSeries;

/** Writes what was found of numbers as JSON (docs/tallies.md). */
public final class TallyNotation {
  private final Optional<CountingRule> rule;

  /**
   * Prepares to write.
   *
   * @param rule the rule under which units are added; none: they are not
   */
  public TallyNotation(Optional<CountingRule> rule) {
    this.rule = rule;
  }

  /** Writes one JSON object; the caller closes {@code out}. */
  public void write(Writer out, NumbersReview review) {
    try (JsonText json = new JsonText(out)) {
      json.beginObject();
      json.field("reports", review.counts().reports());
      json.field("rejected", review.counts().rejected());
      list(json, "tallies", review.tallies().tallies(), TallyNotation::tally);
      list(json, "running-totals", review.tallies().series(), TallyNotation::series);
      list(json, "contradictions", review.tallies().contradictions(), TallyNotation::contradiction);
      list(json, "tolls", review.tallies().tolls(), TallyNotation::tolls);
      list(
          json,
          "periods",
          review.baseline().map(baseline -> baseline.periods()).orElse(List.of()),
          period -> NumbersNotation.period(period, rule));
      list(json, "alerts-and-disruptions", review.alerts().all(), NumbersNotation::stretch);
      json.endObject();
    }
  }

  private static <T> void list(
      JsonText json, String name, List<T> items, java.util.function.Function<T, Object> writer) {
    json.beginList(name);
    items.forEach(item -> json.item(writer.apply(item)));
    json.endList();
  }

  private static Object tally(Examined each) {
    Map<String, Object> written = new LinkedHashMap<>();
    Claim.Tally tally = each.tally();
    written.put("claim", tally.id().toString());
    written.put("side", tally.statement().voice().side().code());
    written.put("organ", Figure.organ(tally.statement().voice()));
    written.put("by", tally.by().stream().map(Actor::name).toList());
    written.put("window", TimeNotation.write(tally.statement().about()));
    written.put("unit", tally.unit());
    tally.total().ifPresent(total -> written.put("total", CountNotation.write(total)));
    each.parts().sum().ifPresent(sum -> written.put("parts-add-to", CountNotation.write(sum)));
    written.put("parts-against-total", Claim.code(each.parts().verdict()));
    each.parts()
        .unexplained()
        .ifPresent(rest -> written.put("not-itemised", CountNotation.write(rest)));
    written.put("copy", each.copy());
    written.put("contradicts-itself", each.contradictsItself());
    return written;
  }

  private static Object series(Series series) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("organ", series.counted().organ());
    written.put("what", series.counted().what());
    written.put("by", series.counted().by().stream().map(Actor::name).toList());
    written.put(
        "points",
        series.points().stream()
            .map(
                point ->
                    Map.of(
                        "window",
                        TimeNotation.write(point.window()),
                        "count",
                        CountNotation.write(point.narrowest())))
            .toList());
    return written;
  }

  private static Object contradiction(Contradiction contradiction) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("kind", Claim.code(contradiction.kind()));
    written.put("organ", contradiction.inner().counted().organ());
    written.put("what", contradiction.inner().what());
    written.put("inner", contradiction.inner().tally().id().toString());
    written.put("inner-count", CountNotation.write(contradiction.inner().count()));
    written.put("outer", contradiction.outer().tally().id().toString());
    written.put("outer-count", CountNotation.write(contradiction.outer().count()));
    return written;
  }

  private static Object tolls(TollSeries series) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("claimant", series.claimant());
    written.put("side", series.side().code());
    written.put("category", Claim.code(series.category()));
    written.put("subject", series.subject());
    written.put(
        "steps",
        series.steps().stream()
            .map(
                step ->
                    Map.of(
                        "claim",
                        step.toll().id().toString(),
                        "count",
                        CountNotation.write(step.toll().count()),
                        "change",
                        change(step.change())))
            .toList());
    return written;
  }

  private static String change(TollSeries.Change change) {
    return switch (change) {
      case TollSeries.Change.First first -> "first";
      case TollSeries.Change.Unchanged unchanged -> "unchanged";
      case TollSeries.Change.Rise rise -> "rise";
      case TollSeries.Change.FallWithoutReason fall -> "fall-without-reason";
      case TollSeries.Change.Revised revised -> Claim.code(revised.kind());
      case TollSeries.Change.Transfer transfer ->
          transfer.balanced() ? "late-death" : "late-death-not-balanced";
    };
  }
}
