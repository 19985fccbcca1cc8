package org.truce.tally;

import java.util.Optional;
import org.truce.report.Claim;
import org.truce.report.Count;

/**
 * What the additive parts of a tally add up to, and how that stands to its total.
 *
 * @param sum sum of the parts that are not subsets of others; empty when there are none
 * @param verdict how the sum stands to the total
 * @param unexplained what the total has beyond the parts, when it must have something
 */
public record PartsCheck(Optional<Count> sum, Verdict verdict, Optional<Count> unexplained) {

  /** How parts stand to a total. */
  public enum Verdict {
    /** Some numbers that the words allow make both true. */
    CONSISTENT,
    /** The total is larger than the parts can be: something is not itemised in what was read. */
    NOT_ITEMISED,
    /** The parts are more than the total can be. */
    PARTS_EXCEED_TOTAL,
    /** There is no total. */
    NO_TOTAL,
    /** There are no parts. */
    NO_PARTS
  }

  /** Checks a tally. */
  public static PartsCheck of(Claim.Tally tally) {
    Optional<Count> sum =
        tally.parts().stream()
            .filter(part -> part.of().isEmpty())
            .map(Claim.Part::count)
            .reduce(Count::plus);
    if (tally.total().isEmpty() || sum.isEmpty()) {
      Verdict lacking = tally.total().isEmpty() ? Verdict.NO_TOTAL : Verdict.NO_PARTS;
      return new PartsCheck(sum, lacking, Optional.empty());
    }
    Count total = tally.total().get();
    if (total.agreesWith(sum.get())) {
      return new PartsCheck(sum, Verdict.CONSISTENT, Optional.empty());
    }
    if (sum.get().least() > total.most()) {
      return new PartsCheck(sum, Verdict.PARTS_EXCEED_TOTAL, Optional.empty());
    }
    Count rest =
        new Count(
            total.said() - sum.get().said(),
            total.least() - sum.get().most(),
            total.most() == Long.MAX_VALUE ? Long.MAX_VALUE : total.most() - sum.get().least());
    return new PartsCheck(sum, Verdict.NOT_ITEMISED, Optional.of(rest));
  }
}
