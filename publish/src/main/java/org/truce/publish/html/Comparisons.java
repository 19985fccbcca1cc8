package org.truce.publish.html;

import java.util.ArrayList;
import java.util.List;
import org.truce.assessment.Assessment;
import org.truce.publish.PartyTallies;
import org.truce.report.Claim;
import org.truce.tally.Comparability;

/** Whether the totals that the page sets side by side can be compared. */
final class Comparisons {
  private Comparisons() {}

  /** Returns, pair by pair: both claims, what stands between them, both lengths in seconds. */
  static List<Object> of(Assessment assessment) {
    List<Claim.Tally> tallies =
        PartyTallies.of(assessment).stream().filter(each -> each.total().isPresent()).toList();
    List<Object> pairs = new ArrayList<>();
    for (int i = 0; i < tallies.size(); i++) {
      for (int j = i + 1; j < tallies.size(); j++) {
        pairs.add(pair(tallies.get(i), tallies.get(j)));
      }
    }
    return pairs;
  }

  private static List<Object> pair(Claim.Tally a, Claim.Tally b) {
    Comparability comparability = Comparability.of(a, b);
    return List.of(
        a.id().toString(),
        b.id().toString(),
        comparability.obstacles().stream().map(Claim::code).toList(),
        comparability.one().toSeconds(),
        comparability.other().toSeconds());
  }
}
