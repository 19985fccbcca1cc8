package org.truce.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.truce.agreement.TermOfForce;
import org.truce.assessment.Assessment;
import org.truce.provenance.Side;
import org.truce.report.Claim;
import org.truce.time.TimeSpan;

/** Which tally stands for a party when one of each is shown. */
public final class PartyTallies {
  private PartyTallies() {}

  /**
   * Returns one tally of each party that gave any: of those within the time in force the one that
   * covers most of it. While nothing is in force there is none.
   */
  public static List<Claim.Tally> of(Assessment assessment) {
    TermOfForce term = assessment.agreement().readings().getFirst().inForce();
    if (term.isPending()) {
      return List.of();
    }
    Instant end = term.end().map(TermOfForce.Bound::latest).orElse(TimeSpan.END);
    TimeSpan inForce = new TimeSpan(term.start().earliest(), end);
    Comparator<Claim.Tally> order =
        Comparator.comparing((Claim.Tally tally) -> inForce.contains(tally.statement().about()))
            .thenComparing(tally -> overlap(tally, inForce))
            .thenComparing(tally -> tally.total().isPresent())
            .thenComparingInt(tally -> tally.parts().size())
            .thenComparing(Claim::id, Comparator.reverseOrder());
    Map<Side, Claim.Tally> bySide = new TreeMap<>(Comparator.reverseOrder());
    for (Claim claim : assessment.claims()) {
      if (claim instanceof Claim.Tally tally
          && overlap(tally, inForce).isPositive()
          && tally.statement().voice().side().isParty()) {
        bySide.merge(
            tally.statement().voice().side(), tally, (a, b) -> order.compare(a, b) >= 0 ? a : b);
      }
    }
    return new ArrayList<>(bySide.values());
  }

  private static Duration overlap(Claim.Tally tally, TimeSpan inForce) {
    return tally
        .statement()
        .about()
        .intersection(inForce)
        .map(TimeSpan::length)
        .orElse(Duration.ZERO);
  }
}
