package org.truce.publish.daily;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.truce.assessment.Assessment.AssessedIncident;
import org.truce.time.TimeSpan;

/**
 * How many incidents of a kind fall into a day: those that certainly do, to those that can.
 *
 * @param least incidents whose whole possible time lies in the day
 * @param incidents every incident that can have happened in it, by id
 */
record Figure(int least, List<String> incidents) {
  Figure {
    incidents = List.copyOf(incidents);
  }

  /** Counts the incidents that meet the condition. */
  static Figure of(
      List<AssessedIncident> incidents, TimeSpan day, Predicate<AssessedIncident> condition) {
    List<AssessedIncident> possible =
        incidents.stream()
            .filter(each -> each.incident().about().overlaps(day))
            .filter(condition)
            .toList();
    int sure =
        (int) possible.stream().filter(each -> day.contains(each.incident().about())).count();
    return new Figure(sure, possible.stream().map(each -> each.incident().id()).toList());
  }

  /** Returns one number, or two when it is open how many: {@code 12–20}. */
  @Override
  public String toString() {
    return least == incidents.size()
        ? String.format(Locale.ROOT, "%,d", least)
        : String.format(Locale.ROOT, "%,d–%,d", least, incidents.size());
  }
}
