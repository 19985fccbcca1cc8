package org.truce.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.truce.conduct.Actor;
import org.truce.conduct.Parties;
import org.truce.incident.linkage.ActorSets;
import org.truce.incident.linkage.ClaimTable;
import org.truce.incident.linkage.Decided;
import org.truce.incident.linkage.Fingerprint;
import org.truce.incident.linkage.Kinship;
import org.truce.place.Place;
import org.truce.provenance.SourceClass;
import org.truce.report.Claim;
import org.truce.report.ClaimId;
import org.truce.report.Happening;

/** Events and observations as rows of a table; everything else has no row. */
public final class ClaimRows {
  private final ActorSets actors = new ActorSets();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final ClaimTable table = new ClaimTable();
  private final List<Claim> claims = new ArrayList<>();
  private final Map<ClaimId, Integer> rowOf = new HashMap<>();

  /** Adds a claim and returns whether it has a row. */
  public boolean add(Claim claim) {
    if (!(claim instanceof Claim.Event) && !(claim instanceof Claim.Observation)) {
      return false;
    }
    int row =
        table.add(
            fingerprint(claim.id()),
            claim.statement().about().from().getEpochSecond(),
            claim.statement().about().to().getEpochSecond(),
            where(claim.statement().where().place()),
            what(claim),
            who(claim));
    claims.add(claim);
    rowOf.put(claim.id(), row);
    return true;
  }

  /** Returns the number under which a claim is known in a table. */
  public static long fingerprint(ClaimId id) {
    return Fingerprint.of(id.toString());
  }

  private static ClaimTable.Where where(Place place) {
    return place.parts().stream()
        .filter(Place.Circle.class::isInstance)
        .map(Place.Circle.class::cast)
        .findFirst()
        .map(
            circle ->
                new ClaimTable.Where(
                    circle.centre().latE7(),
                    circle.centre().lonE7(),
                    (int) ((circle.radiusMm() + 999) / 1_000)))
        .orElse(ClaimTable.Where.NOWHERE);
  }

  private ClaimTable.What what(Claim claim) {
    Happening happening =
        switch (claim) {
          case Claim.Event event -> event.happening();
          case Claim.Observation observation -> observation.assessed();
          default -> throw new IllegalArgumentException(claim.kind() + " has no row");
        };
    List<String> by =
        happening.parties() instanceof Parties.Named named
            ? named.by().stream().map(Actor::name).toList()
            : List.of();
    return new ClaimTable.What(
        Kinship.CONDUCT.number(happening.conduct()),
        happening.target().map(Kinship.TARGETS::number).orElse(0),
        actors.number(by),
        -1,
        -1,
        claim.statement().where().name().map(ClaimRows::nameNumber).orElse(0));
  }

  private static int nameNumber(String name) {
    return (int) Fingerprint.of(name.strip().toLowerCase(java.util.Locale.ROOT)) | 1;
  }

  private ClaimTable.Who who(Claim claim) {
    var source = claim.statement().voice().source();
    return new ClaimTable.Who(
        number("account " + Fusion.account(claim)),
        number("source " + source.id()),
        number("report " + claim.id().report()),
        number("source " + source.originGroup()),
        0,
        source.kind() == SourceClass.DATASET ? ClaimTable.DATASET : 0);
  }

  private int number(String text) {
    return numbers.computeIfAbsent(text, added -> numbers.size() + 1);
  }

  /** Returns the rows. */
  public ClaimTable table() {
    return table;
  }

  /** Returns the sets of authors of the rows. */
  public ActorSets actors() {
    return actors;
  }

  /** Returns the claim of each row. */
  public List<Claim> claims() {
    return List.copyOf(claims);
  }

  /** Returns what sources and analysts say about pairs; keeping apart beats joining. */
  public Decided decided(Decisions decisions) {
    List<Decided.Pair> together = new ArrayList<>();
    List<Decided.Pair> apart = new ArrayList<>();
    for (Claim claim : claims) {
      claim.statement().sameAs().forEach(other -> pair(claim.id(), other, together));
    }
    decisions.together().forEach(pair -> pair(pair.first(), pair.second(), together));
    decisions.apart().forEach(pair -> pair(pair.first(), pair.second(), apart));
    return new Decided(together, apart, List.of());
  }

  private void pair(ClaimId one, ClaimId other, List<Decided.Pair> pairs) {
    Integer a = rowOf.get(one);
    Integer b = rowOf.get(other);
    if (a != null && b != null && !a.equals(b)) {
      pairs.add(new Decided.Pair(a, b));
    }
  }
}
