package org.truce.tally;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.truce.report.Claim;

/**
 * What different claimants last said of the same subject: values side by side, never merged.
 *
 * @param subject the event, or window and area
 * @param category what happened to the people
 * @param series one for each claimant, at least two
 */
public record CompetingTolls(String subject, Claim.Category category, List<TollSeries> series) {
  public CompetingTolls {
    series = List.copyOf(series);
  }

  /** Returns the smallest number that a claimant's last words allow. */
  public long least() {
    return series.stream().mapToLong(each -> each.latest().least()).min().orElseThrow();
  }

  /** Returns the largest number that a claimant's last words allow. */
  public long most() {
    return series.stream().mapToLong(each -> each.latest().most()).max().orElseThrow();
  }

  /** Returns whether one number satisfies all of them. */
  public boolean agree() {
    long highestLeast =
        series.stream().mapToLong(each -> each.latest().least()).max().orElseThrow();
    long lowestMost = series.stream().mapToLong(each -> each.latest().most()).min().orElseThrow();
    return highestLeast <= lowestMost;
  }

  /** Returns every subject of which at least two claimants speak. */
  public static List<CompetingTolls> among(List<TollSeries> series) {
    Map<String, List<TollSeries>> groups = new TreeMap<>();
    for (TollSeries each : series) {
      groups
          .computeIfAbsent(each.category() + "\u0000" + each.subject(), key -> new ArrayList<>())
          .add(each);
    }
    return groups.values().stream()
        .filter(group -> group.size() > 1)
        .map(
            group ->
                new CompetingTolls(group.getFirst().subject(), group.getFirst().category(), group))
        .toList();
  }
}
