package org.truce.tally;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.truce.report.Claim;
import org.truce.report.Count;

/**
 * Whether a number that is said to be among another can be: "57 of 437".
 *
 * @param part the smaller number, as said
 * @param of what it is among: a part, or {@code total}
 * @param count the smaller number
 * @param whole the larger number
 */
public record SubsetCheck(String part, String of, Count count, Count whole) {

  /** Returns whether the smaller number can be among the larger one. */
  public boolean holds() {
    return count.least() <= whole.most();
  }

  /** Checks every part of a tally that is among another part or among the total. */
  public static List<SubsetCheck> of(Claim.Tally tally) {
    List<SubsetCheck> checks = new ArrayList<>();
    for (Claim.Part part : tally.parts()) {
      part.of()
          .flatMap(of -> whole(tally, of))
          .ifPresent(
              whole ->
                  checks.add(new SubsetCheck(part.what(), part.of().get(), part.count(), whole)));
    }
    return checks;
  }

  private static Optional<Count> whole(Claim.Tally tally, String of) {
    return tally.parts().stream()
        .filter(part -> part.what().equals(of))
        .map(Claim.Part::count)
        .findFirst()
        .or(() -> of.equals("total") ? tally.total() : Optional.empty());
  }
}
