package org.truce.tally;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.truce.report.Claim;
import org.truce.report.ClaimId;

/**
 * Everything that can be said of a set of tallies without believing any of them.
 *
 * @param tallies each with its own numbers held against each other, in the order of windows and ids
 * @param series running totals
 * @param contradictions numbers of one organ that cannot both be right
 * @param tolls persons, one series for each claimant
 */
public record TallyReview(
    List<Examined> tallies,
    List<Series> series,
    List<Contradiction> contradictions,
    List<TollSeries> tolls) {
  public TallyReview {
    tallies = List.copyOf(tallies);
    series = List.copyOf(series);
    contradictions = List.copyOf(contradictions);
    tolls = List.copyOf(tolls);
  }

  /**
   * One tally.
   *
   * @param tally the claim
   * @param parts its parts against its total
   * @param subsets numbers that are among others of it
   * @param copy whether its source says that it repeats another tally that was read
   */
  public record Examined(
      Claim.Tally tally, PartsCheck parts, List<SubsetCheck> subsets, boolean copy) {
    public Examined {
      subsets = List.copyOf(subsets);
    }

    /** Returns whether some of its own numbers cannot stand together. */
    public boolean contradictsItself() {
      return parts.verdict() == PartsCheck.Verdict.PARTS_EXCEED_TOTAL
          || subsets.stream().anyMatch(subset -> !subset.holds());
    }
  }

  /** Reviews the tallies and tolls among these claims; their order changes nothing. */
  public static TallyReview of(Collection<? extends Claim> claims) {
    List<Claim.Tally> tallies =
        claims.stream()
            .filter(Claim.Tally.class::isInstance)
            .map(Claim.Tally.class::cast)
            .sorted(
                Comparator.comparing((Claim.Tally tally) -> tally.statement().about())
                    .thenComparing(Claim::id))
            .toList();
    Set<ClaimId> ids = new HashSet<>();
    tallies.forEach(tally -> ids.add(tally.id()));
    List<Examined> examined = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    for (Claim.Tally tally : tallies) {
      boolean copy = tally.statement().sameAs().stream().anyMatch(ids::contains);
      examined.add(new Examined(tally, PartsCheck.of(tally), SubsetCheck.of(tally), copy));
      if (!copy) {
        figures.addAll(figures(tally));
      }
    }
    return new TallyReview(
        examined, Series.among(figures), Contradiction.among(figures), TollSeries.of(claims));
  }

  private static List<Figure> figures(Claim.Tally tally) {
    List<Figure> figures = new ArrayList<>();
    tally
        .total()
        .ifPresent(total -> figures.add(new Figure(tally, tally.unit(), Optional.empty(), total)));
    for (Claim.Part part : tally.parts()) {
      figures.add(new Figure(tally, part.what(), part.of(), part.count()));
    }
    return figures;
  }
}
