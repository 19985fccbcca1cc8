package org.truce.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.truce.report.Claim;
import org.truce.time.TimeSpan;

/**
 * When at least one observer watched within a window, as far as coverage was reported.
 *
 * @param window the window
 * @param watched hours in which somebody watched and was not hindered
 * @param noData the other hours of the window; all of it when no coverage was reported
 * @param recorded whether any coverage was reported for the window
 * @param effortMinutes minutes really watched, over all observers; empty when any of them is
 *     unknown
 */
public record WatchedTime(
    TimeSpan window, Spans watched, Spans noData, boolean recorded, OptionalLong effortMinutes) {

  /**
   * Works out who watched when. An observer's hours are those reported without hindrance, less
   * those reported as hindered; conditional access counts as watched.
   */
  public static WatchedTime of(Collection<Claim.Coverage> coverage, TimeSpan window) {
    Map<String, List<Claim.Coverage>> byObserver = new TreeMap<>();
    for (Claim.Coverage each : coverage) {
      if (each.statement().about().overlaps(window)) {
        byObserver.computeIfAbsent(each.observer(), name -> new ArrayList<>()).add(each);
      }
    }
    Spans watched = Spans.NONE;
    for (List<Claim.Coverage> own : byObserver.values()) {
      watched = watched.or(spans(own, false).minus(spans(own, true)));
    }
    watched = watched.within(window);
    return new WatchedTime(
        window,
        watched,
        new Spans(List.of(window)).minus(watched),
        !byObserver.isEmpty(),
        effort(byObserver.values()));
  }

  private static Spans spans(List<Claim.Coverage> own, boolean hindered) {
    return Spans.union(
        own.stream()
            .filter(each -> hinders(each.restriction()) == hindered)
            .map(each -> each.statement().about())
            .toList());
  }

  private static boolean hinders(Claim.Restriction restriction) {
    return switch (restriction) {
      case NONE, CONDITIONAL -> false;
      case DENIED, DELAYED, JAMMED, WEATHER, OUTAGE -> true;
    };
  }

  private static OptionalLong effort(Collection<List<Claim.Coverage>> observers) {
    long minutes = 0;
    for (List<Claim.Coverage> own : observers) {
      for (Claim.Coverage each : own) {
        if (!hinders(each.restriction())) {
          if (each.effortMinutes().isEmpty()) {
            return OptionalLong.empty();
          }
          minutes += each.effortMinutes().getAsLong();
        }
      }
    }
    return observers.isEmpty() ? OptionalLong.empty() : OptionalLong.of(minutes);
  }
}
