package org.truce.publish;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.truce.agreement.LocalTimes;
import org.truce.conduct.Actor;
import org.truce.coverage.CountingRule;
import org.truce.numbers.NumbersReview;
import org.truce.report.Claim;
import org.truce.report.Count;
import org.truce.tally.Comparability;
import org.truce.tally.CompetingTolls;
import org.truce.tally.Contradiction;
import org.truce.tally.PartsCheck;
import org.truce.tally.Series;
import org.truce.tally.SubsetCheck;
import org.truce.tally.TallyReview.Examined;
import org.truce.tally.TollSeries;

/** Writes what was found of numbers for a terminal. */
public final class TallyPage {
  private static final int MOST_SHOWN = 40;

  private final LocalTimes times;
  private final Optional<CountingRule> rule;

  /**
   * Prepares to write.
   *
   * @param zone by whose clocks times are printed
   * @param rule the rule under which units are added; none: they are not
   */
  public TallyPage(ZoneId zone, Optional<CountingRule> rule) {
    this.times = new LocalTimes(zone);
    this.rule = rule;
  }

  /** Writes the page. */
  public void write(PrintWriter out, NumbersReview review) {
    out.printf(
        Locale.ROOT,
        "reports       %,d read · %,d rejected · %,d events, not counted here · times: %s%n",
        review.counts().reports(),
        review.counts().rejected(),
        review.counts().events(),
        times.zone());
    tallies(out, review.tallies().tallies());
    comparisons(out, review.longestOfEachParty());
    series(out, review.tallies().series());
    contradictions(out, review.tallies().contradictions());
    tolls(out, review.tallies().tolls());
    PeriodLines periods = new PeriodLines(times, "noticed", rule);
    review.baseline().ifPresent(found -> found.periods().forEach(each -> periods.write(out, each)));
    new AlertLines(times).write(out, review.alerts(), review.looked().about());
  }

  private void tallies(PrintWriter out, List<Examined> tallies) {
    long copies = tallies.stream().filter(Examined::copy).count();
    out.printf(Locale.ROOT, "tallies       %,d, %,d of them copies%n", tallies.size(), copies);
    List<Examined> shown = tallies.stream().filter(each -> !each.copy()).toList();
    for (Examined each : shown.stream().limit(MOST_SHOWN).toList()) {
      tally(out, each);
    }
    more(out, shown.size());
  }

  private static void more(PrintWriter out, int size) {
    if (size > MOST_SHOWN) {
      out.printf(Locale.ROOT, "  … %,d more (--format json has all)%n", size - MOST_SHOWN);
    }
  }

  private void tally(PrintWriter out, Examined each) {
    Claim.Tally tally = each.tally();
    out.printf(
        "  %-14s %-16s %s   %s%n",
        who(tally),
        tally.total().map(total -> total + " " + tally.unit()).orElse("no total"),
        times.window(tally.statement().about()),
        tally.id());
    parts(each).ifPresent(words -> out.printf("                 %s%n", words));
    for (SubsetCheck subset : each.subsets()) {
      out.printf(
          "                 %s %s of %s %s: %s%n",
          subset.count(),
          subset.part(),
          subset.whole(),
          subset.of(),
          subset.holds() ? "holds" : "CANNOT HOLD");
    }
    tally
        .scope()
        .except()
        .forEach(
            hole ->
                out.printf("                 left out by the speaker: %s%n", times.window(hole)));
  }

  private static String who(Claim.Tally tally) {
    String by = tally.by().stream().map(Actor::name).collect(Collectors.joining(", "));
    return tally.statement().voice().side() + (by.isEmpty() ? "" : " on " + by);
  }

  private static Optional<String> parts(Examined each) {
    PartsCheck check = each.parts();
    String listed =
        each.tally().parts().stream()
            .filter(part -> part.of().isEmpty())
            .map(part -> part.count() + " " + part.what())
            .collect(Collectors.joining(" + "));
    return switch (check.verdict()) {
      case NO_PARTS -> Optional.empty();
      case NO_TOTAL -> Optional.of(listed);
      case CONSISTENT -> Optional.of(listed + ": consistent with the total");
      case NOT_ITEMISED ->
          Optional.of(
              "%s add to %s; %s of the total in no part"
                  .formatted(
                      listed,
                      check.sum().orElseThrow(),
                      bounds(check.unexplained().orElseThrow())));
      case PARTS_EXCEED_TOTAL ->
          Optional.of(
              "%s add to %s: MORE THAN THE TOTAL".formatted(listed, check.sum().orElseThrow()));
    };
  }

  static String bounds(Count count) {
    if (count.isExact()) {
      return "%,d".formatted(count.least());
    }
    return count.most() == Long.MAX_VALUE
        ? "at least %,d".formatted(count.least())
        : "%,d to %,d".formatted(count.least(), count.most());
  }

  private void comparisons(PrintWriter out, List<Claim.Tally> longest) {
    for (int i = 0; i < longest.size(); i++) {
      for (int j = i + 1; j < longest.size(); j++) {
        Comparability compared = Comparability.of(longest.get(i), longest.get(j));
        out.printf(
            "  %s against %s: %s%n",
            longest.get(i).id(),
            longest.get(j).id(),
            compared.comparable()
                ? "nothing that was said keeps them apart"
                : "not comparable: different " + obstacles(compared));
      }
    }
  }

  private static String obstacles(Comparability compared) {
    List<String> words = new ArrayList<>();
    for (Comparability.Obstacle obstacle : compared.obstacles()) {
      words.add(
          switch (obstacle) {
            case WINDOW ->
                "windows (%s, %s; %s)"
                    .formatted(
                        LocalTimes.hours(compared.one()),
                        LocalTimes.hours(compared.other()),
                        Claim.code(compared.windows()).replace('-', ' '));
            case UNIT -> "units";
            case AREA -> "areas";
            case LEFT_OUT -> "hours left out";
            case COUNT_CLASS -> "stages counted";
          });
    }
    return String.join(", ", words);
  }

  private void series(PrintWriter out, List<Series> all) {
    if (!all.isEmpty()) {
      out.println("running totals");
    }
    for (Series each : all.stream().limit(MOST_SHOWN).toList()) {
      out.printf(
          "  %s, %s: %s%n",
          each.counted().organ(),
          each.counted().what(),
          each.points().stream()
              .map(point -> "%s by %s".formatted(point.narrowest(), times.at(point.window().to())))
              .collect(Collectors.joining(" · ")));
    }
    more(out, all.size());
  }

  private void contradictions(PrintWriter out, List<Contradiction> all) {
    out.printf(
        "contradictions within one organ: %s%n",
        all.isEmpty() ? "none" : "%,d".formatted(all.size()));
    for (Contradiction each : all.stream().limit(MOST_SHOWN).toList()) {
      String how =
          switch (each.kind()) {
            case SAME_SCOPE -> "the same hours, two numbers";
            case FALLS -> "the running total falls";
            case PART_LARGER_THAN_WHOLE -> "more in a part than in the whole";
          };
      out.printf(
          "  %s, %s: %s (%s), %s (%s): %s%n",
          each.inner().counted().organ(),
          each.inner().what(),
          each.inner().count(),
          each.inner().tally().id(),
          each.outer().count(),
          each.outer().tally().id(),
          how);
    }
    more(out, all.size());
  }

  private static void tolls(PrintWriter out, List<TollSeries> all) {
    List<TollSeries> revised = all.stream().filter(each -> each.steps().size() > 1).toList();
    List<CompetingTolls> competing =
        CompetingTolls.among(all).stream().filter(each -> !each.agree()).toList();
    if (all.isEmpty()) {
      return;
    }
    out.printf(
        Locale.ROOT,
        "tolls         %,d series, %,d with several numbers, %,d subjects on which claimants"
            + " exclude each other%n",
        all.size(),
        revised.size(),
        competing.size());
    for (TollSeries each : revised.stream().limit(MOST_SHOWN).toList()) {
      out.printf(
          "  %s, %s: %s%n",
          each.claimant(),
          Claim.code(each.category()),
          each.steps().stream().map(TallyPage::step).collect(Collectors.joining(" → ")));
    }
    more(out, revised.size());
    for (CompetingTolls each : competing.stream().limit(MOST_SHOWN).toList()) {
      out.printf(
          Locale.ROOT,
          "  %s, %s: claimed %,d to %,d by %s%n",
          each.subject(),
          Claim.code(each.category()),
          each.least(),
          each.most(),
          Counted.of(each.series().size(), "claimant"));
    }
    more(out, competing.size());
  }

  private static String step(TollSeries.Step step) {
    String why =
        switch (step.change()) {
          case TollSeries.Change.First first -> "";
          case TollSeries.Change.Unchanged unchanged -> " (unchanged)";
          case TollSeries.Change.Rise rise -> " (rise)";
          case TollSeries.Change.FallWithoutReason fall -> " (FALLS WITHOUT A REASON)";
          case TollSeries.Change.Revised revised -> " (" + Claim.code(revised.kind()) + ")";
          case TollSeries.Change.Transfer transfer ->
              transfer.balanced()
                  ? " (late death: moved from the injured)"
                  : " (late death; the injured did not fall by as many)";
        };
    return step.toll().count() + why;
  }
}
