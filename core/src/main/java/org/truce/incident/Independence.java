package org.truce.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.truce.provenance.Side;
import org.truce.report.Claim;
import org.truce.report.ClaimId;
import org.truce.report.Statement;

/**
 * How many independent origins stand behind claims: ten outlets that print one wire are one.
 *
 * <p>Two claims share an origin when their sources say so, when they come from one source, or when
 * six tenths of the shorter text, at least {@value #FEWEST} pieces long, are in the other.
 *
 * @param claims how many claims there are
 * @param origins the claims of each origin, sorted; the number of origins is what corroborates
 * @param sides who speaks, sorted: one party alone does not corroborate itself
 */
public record Independence(int claims, List<SortedSet<ClaimId>> origins, SortedSet<Side> sides) {
  private static final int COPIED = 600;
  private static final int FEWEST = 30;

  public Independence {
    origins = List.copyOf(origins);
  }

  /** Returns what stands behind these claims. */
  public static Independence of(Collection<Claim> claims) {
    List<Claim> sorted = claims.stream().sorted(Comparator.comparing(Claim::id)).toList();
    List<List<Claim>> groups = new ArrayList<>();
    for (Claim claim : sorted) {
      List<List<Claim>> shared =
          groups.stream()
              .filter(group -> group.stream().anyMatch(c -> shareOrigin(c, claim)))
              .toList();
      List<Claim> joined = new ArrayList<>(List.of(claim));
      shared.forEach(joined::addAll);
      groups.removeIf(shared::contains);
      groups.add(joined);
    }
    SortedSet<Side> sides = new TreeSet<>();
    sorted.forEach(claim -> sides.add(claim.statement().voice().side()));
    return new Independence(
        sorted.size(),
        groups.stream()
            .map(Independence::ids)
            .sorted(Comparator.comparing(SortedSet::first))
            .toList(),
        sides);
  }

  private static SortedSet<ClaimId> ids(List<Claim> claims) {
    SortedSet<ClaimId> ids = new TreeSet<>();
    claims.forEach(claim -> ids.add(claim.id()));
    return ids;
  }

  private static boolean shareOrigin(Claim one, Claim other) {
    String origin = one.statement().voice().source().originGroup();
    if (origin.equals(other.statement().voice().source().originGroup())) {
      return true;
    }
    Set<String> a = Shingles.of(text(one.statement()));
    Set<String> b = Shingles.of(text(other.statement()));
    return Math.min(a.size(), b.size()) >= FEWEST && Shingles.containment(a, b) >= COPIED;
  }

  private static String text(Statement statement) {
    return statement.words().quote().or(statement.words()::gist).orElse("");
  }

  /** Returns the number of independent origins. */
  public int effective() {
    return origins.size();
  }
}
