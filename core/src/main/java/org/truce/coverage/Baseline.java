package org.truce.coverage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.truce.place.Atlas;
import org.truce.report.Claim;
import org.truce.report.Count;
import org.truce.time.TimeSpan;

/**
 * What was said and noticed before, in and after a window, each period with the time that was
 * watched. Without reported coverage there are counts and no rate. What only a machine read does
 * not count.
 *
 * @param periods those asked for, in order of time
 */
public record Baseline(List<Period> periods) {
  public Baseline {
    periods = List.copyOf(periods);
  }

  /** Which period. */
  public enum When {
    BEFORE,
    IN,
    AFTER
  }

  /**
   * One period.
   *
   * @param when which
   * @param watched the period and the hours that were watched in it
   * @param noticed what the mission and neutral observers noticed, by unit
   * @param inWatched the part of it that lies in the hours watched: what a rate rests on
   * @param said what was said to have happened, by who says so and of whom
   * @param saidInWatched the part of it that lies in the hours watched
   */
  public record Period(
      When when,
      WatchedTime watched,
      List<UnitCount> noticed,
      List<UnitCount> inWatched,
      List<SaidCount> said,
      List<SaidCount> saidInWatched) {
    public Period {
      noticed = List.copyOf(noticed);
      inWatched = List.copyOf(inWatched);
      said = List.copyOf(said);
      saidInWatched = List.copyOf(saidInWatched);
    }

    /** Returns the rate of a unit over the hours watched; nothing when nobody is known to have. */
    public Optional<Rate> rate(String unit) {
      return rate(unit, watched.watched().length());
    }

    /**
     * Returns the rate of a unit by the hours that observers spent, all together; nothing unless
     * every observer's effort is known.
     */
    public Optional<Rate> rateByEffort(String unit) {
      return watched.effortMinutes().isPresent()
          ? rate(unit, Duration.ofMinutes(watched.effortMinutes().getAsLong()))
          : Optional.empty();
    }

    /**
     * Returns the rate of what one side said of one author over the hours watched; nothing when
     * nobody is known to have watched.
     */
    public Optional<Rate> rate(SaidCount of) {
      return rate(
          saidInWatched.stream()
              .filter(each -> each.side().equals(of.side()) && each.by().equals(of.by()))
              .map(SaidCount::count)
              .findFirst(),
          watched.watched().length());
    }

    private Optional<Rate> rate(String unit, Duration hours) {
      return rate(
          inWatched.stream()
              .filter(each -> each.unit().equals(unit))
              .map(UnitCount::count)
              .findFirst(),
          hours);
    }

    private static Optional<Rate> rate(Optional<Count> count, Duration hours) {
      return hours.isPositive()
          ? Optional.of(new Rate(count.orElse(Count.exactly(0)), hours))
          : Optional.empty();
    }
  }

  /**
   * Counts.
   *
   * @param happenings the claims of each incident; a single claim where nothing was fused
   * @param coverage who watched when
   * @param window the window, bounded
   * @param around how long before and after it to look; zero for not at all
   */
  public static Baseline of(
      Collection<? extends Collection<Claim>> happenings,
      Collection<Claim.Coverage> coverage,
      TimeSpan window,
      Duration around,
      Atlas atlas) {
    List<Period> periods = new ArrayList<>();
    if (around.isPositive()) {
      periods.add(
          period(
              When.BEFORE,
              happenings,
              WatchedTime.of(coverage, new TimeSpan(earlier(window, around), window.from())),
              atlas));
    }
    periods.add(period(When.IN, happenings, WatchedTime.of(coverage, window), atlas));
    if (around.isPositive()) {
      periods.add(
          period(
              When.AFTER,
              happenings,
              WatchedTime.of(coverage, new TimeSpan(window.to(), later(window, around))),
              atlas));
    }
    return new Baseline(periods);
  }

  private static Instant earlier(TimeSpan window, Duration around) {
    return window.from().minus(around);
  }

  private static Instant later(TimeSpan window, Duration around) {
    return window.to().plus(around);
  }

  private static Period period(
      When when,
      Collection<? extends Collection<Claim>> happenings,
      WatchedTime watched,
      Atlas atlas) {
    List<Claim.Observation> observations = new ArrayList<>();
    for (Collection<Claim> happening : happenings) {
      for (Claim claim : happening) {
        if (claim instanceof Claim.Observation seen
            && seen.statement().voice().isReadByAPerson()
            && !seen.statement().voice().side().isParty()) {
          observations.add(seen);
        }
      }
    }
    return new Period(
        when,
        watched,
        Observed.in(new Spans(List.of(watched.window())), observations, atlas),
        Observed.in(watched.watched(), observations, atlas),
        SaidCount.in(new Spans(List.of(watched.window())), happenings),
        SaidCount.in(watched.watched(), happenings));
  }
}
