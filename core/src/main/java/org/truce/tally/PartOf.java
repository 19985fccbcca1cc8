package org.truce.tally;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.truce.conduct.Actor;
import org.truce.conduct.Parties;
import org.truce.conduct.Taxonomy;
import org.truce.place.Area;
import org.truce.place.Atlas;
import org.truce.report.Claim;
import org.truce.report.Happening;
import org.truce.time.TimeSpan;

/**
 * The link between an incident and a sum that may count it: a total over a window, or what is said
 * to happen again and again. A sum speaks of no single happening, so it is never a member of an
 * incident; and no incident is added to a sum, since nobody said what exactly its speaker counted.
 * The link says that the incident lies in the window of the sum, and that area and author allow it;
 * what the sum counts is said in words and not compared.
 *
 * @param sum the tally or pattern
 * @param surely whether window, area and author that it states certainly hold the incident;
 *     otherwise they may
 */
public record PartOf(Claim sum, boolean surely) {

  /** Returns whether a claim sums up happenings without naming one, and a person read it. */
  public static boolean isSum(Claim claim) {
    return (claim instanceof Claim.Tally || claim instanceof Claim.Pattern)
        && claim.statement().voice().isReadByAPerson();
  }

  /**
   * Returns the sums that may count an incident, by their ids.
   *
   * @param incident its claims
   * @param claims among which the sums are ({@link #isSum})
   */
  public static List<PartOf> of(Collection<Claim> incident, Collection<Claim> claims, Atlas atlas) {
    return claims.stream()
        .filter(PartOf::isSum)
        .flatMap(sum -> between(sum, incident, atlas).stream())
        .sorted(Comparator.comparing(link -> link.sum().id()))
        .toList();
  }

  /**
   * Returns the link of one sum and one incident, if the incident may lie within it: some claim of
   * it may; surely if every claim may and one certainly does.
   *
   * @param incident its claims
   */
  public static Optional<PartOf> between(Claim sum, Collection<Claim> incident, Atlas atlas) {
    Match best = Match.NONE;
    boolean all = true;
    for (Claim claim : incident) {
      Optional<Happening> happening = happening(claim);
      if (happening.isPresent()) {
        Match match = match(sum, claim, happening.get(), atlas);
        best = match.compareTo(best) > 0 ? match : best;
        all &= match != Match.NONE;
      }
    }
    return best == Match.NONE
        ? Optional.empty()
        : Optional.of(new PartOf(sum, all && best == Match.SURE));
  }

  private enum Match {
    NONE,
    POSSIBLE,
    SURE;

    Match and(Match other) {
      return compareTo(other) < 0 ? this : other;
    }
  }

  private static Match match(Claim sum, Claim claim, Happening happening, Atlas atlas) {
    if (!sum.statement().about().overlaps(claim.statement().about())
        || !Area.compatible(
            sum.statement().where().place(), claim.statement().where().place(), atlas)) {
      return Match.NONE;
    }
    return within(sum, claim).and(said(sum, claim, happening));
  }

  /** Whether the window holds all of the claim's time, and no area is stated. */
  private static Match within(Claim sum, Claim claim) {
    return sum.statement().about().contains(claim.statement().about())
            && sum.statement().where().place().parts().isEmpty()
        ? Match.SURE
        : Match.POSSIBLE;
  }

  /** Whether what else the sum says of what it counts allows the claim. */
  private static Match said(Claim sum, Claim claim, Happening happening) {
    return switch (sum) {
      case Claim.Tally tally ->
          leftOut(tally, claim.statement().about()).and(author(tally.by(), happening));
      case Claim.Pattern pattern -> again(pattern.happening(), happening);
      default -> Match.NONE;
    };
  }

  private static Match leftOut(Claim.Tally tally, TimeSpan about) {
    if (tally.scope().except().stream().anyMatch(hole -> hole.contains(about))) {
      return Match.NONE;
    }
    boolean touches = tally.scope().except().stream().anyMatch(hole -> hole.overlaps(about));
    return touches ? Match.POSSIBLE : Match.SURE;
  }

  private static Match author(Collection<Actor> counted, Happening happening) {
    return switch (happening.parties()) {
      case Parties.Named named -> {
        if (counted.isEmpty() || named.by().isEmpty()) {
          yield Match.POSSIBLE;
        }
        boolean any = named.by().stream().anyMatch(counted::contains);
        yield any ? counted.containsAll(named.by()) ? Match.SURE : Match.POSSIBLE : Match.NONE;
      }
      case Parties.Clash clash -> Match.POSSIBLE;
    };
  }

  /** Whether what happens again and again can have happened here: never certainly this one. */
  private static Match again(Happening pattern, Happening happening) {
    Match author =
        pattern.parties() instanceof Parties.Named named
            ? author(named.by(), happening)
            : Match.POSSIBLE;
    boolean meets =
        Taxonomy.CONDUCT
            .mostSpecific(pattern.conduct())
            .meets(Taxonomy.CONDUCT.mostSpecific(happening.conduct()));
    return meets ? author.and(Match.POSSIBLE) : Match.NONE;
  }

  /** Returns what a claim says happened; nothing if only a machine read it. */
  private static Optional<Happening> happening(Claim claim) {
    if (!claim.statement().voice().isReadByAPerson()) {
      return Optional.empty();
    }
    return switch (claim) {
      case Claim.Event event -> Optional.of(event.happening());
      case Claim.Observation seen -> Optional.of(seen.assessed());
      default -> Optional.empty();
    };
  }
}
