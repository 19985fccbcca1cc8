package org.truce.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.truce.report.Claim;
import org.truce.report.Claim.RevisionKind;
import org.truce.report.ClaimId;
import org.truce.report.Count;

/**
 * What tolls of one incident and one category say together: bounds, never a figure that nobody
 * stated.
 *
 * @param least what every standing claim grants at least
 * @param most what some standing claim says at most; {@link Long#MAX_VALUE} after "more than"
 * @param contested whether two standing claims exclude each other
 * @param standing claims that no later one of their own revises, sorted by id
 */
public record TollBounds(long least, long most, boolean contested, List<Claim.Toll> standing) {
  public TollBounds {
    standing = List.copyOf(standing);
  }

  /** Returns the bounds, or nothing when no claim of that category stands. */
  public static Optional<TollBounds> of(Collection<Claim.Toll> tolls, Claim.Category category) {
    Set<ClaimId> revised = new HashSet<>();
    tolls.forEach(toll -> toll.revision().ifPresent(revision -> revised.add(revision.of())));
    List<Claim.Toll> standing = new ArrayList<>();
    for (Claim.Toll toll : tolls) {
      boolean retracts =
          toll.revision().filter(each -> each.kind() == RevisionKind.RETRACTION).isPresent();
      if (toll.category() == category && !revised.contains(toll.id()) && !retracts) {
        standing.add(toll);
      }
    }
    standing.sort(Comparator.comparing(Claim::id));
    if (standing.isEmpty()) {
      return Optional.empty();
    }
    List<Count> counts = standing.stream().map(Claim.Toll::count).toList();
    long least = counts.stream().mapToLong(Count::least).min().orElseThrow();
    long most = counts.stream().mapToLong(Count::most).max().orElseThrow();
    boolean contested =
        counts.stream().anyMatch(a -> counts.stream().anyMatch(b -> !a.agreesWith(b)));
    return Optional.of(new TollBounds(least, most, contested, standing));
  }
}
