package org.truce.incident;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.truce.conduct.Kinds;
import org.truce.conduct.Parties;
import org.truce.conduct.Taxonomy;
import org.truce.incident.Decisions.Pair;
import org.truce.place.Geodesy;
import org.truce.place.Place;
import org.truce.provenance.SourceClass;
import org.truce.report.Claim;
import org.truce.report.ClaimId;
import org.truce.report.Happening;
import org.truce.time.TimeSpan;

/** Compares two claims. A pure function of both, the model and the decisions. */
final class PairWeight {
  /** Outweighs everything that is compared; whoever said it knows more. */
  static final int CERTAIN = 1_000_000;

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration SIX_HOURS = Duration.ofHours(6);
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);

  private final Model model;
  private final Decisions decisions;

  PairWeight(Model model, Decisions decisions) {
    this.model = model;
    this.decisions = decisions;
  }

  /**
   * One comparison.
   *
   * @param what what was compared
   * @param found what was found
   * @param weight thousandths of a nat
   */
  record Contribution(String what, String found, int weight) {}

  int weight(Claim a, Claim b) {
    return explain(a, b).stream().mapToInt(Contribution::weight).sum();
  }

  /** Returns everything that was compared, in a fixed order. */
  List<Contribution> explain(Claim a, Claim b) {
    Optional<Contribution> certain = certain(a, b);
    if (certain.isPresent()) {
      return List.of(certain.get());
    }
    List<Contribution> all = new ArrayList<>();
    all.add(new Contribution("prior", "before anything is compared", model.other().prior()));
    all.add(time(a.statement().about(), b.statement().about()));
    all.add(place(a.statement().where().place(), b.statement().where().place()));
    if (TextSketch.areCopies(TextSketch.of(a), TextSketch.of(b))) {
      all.add(new Contribution("words", "copied", model.other().copiedText()));
    }
    Happening one = happening(a);
    Happening other = happening(b);
    all.add(kind("conduct", conduct(one), conduct(other)));
    if (one.target().isPresent() && other.target().isPresent()) {
      all.add(kind("target", target(one), target(other)));
    }
    if (oppositeAuthors(one.parties(), other.parties())) {
      all.add(new Contribution("author", "different authors", model.other().oppositeAuthors()));
    }
    if (a.statement().voice().source().id().equals(b.statement().voice().source().id())) {
      all.add(new Contribution("source", "the same", model.other().sameSource()));
    }
    return all;
  }

  private Optional<Contribution> certain(Claim a, Claim b) {
    Optional<Contribution> said = said(a, b);
    return said.isPresent() ? said : byOrigin(a, b);
  }

  /** Returns what somebody said of the two by name. */
  Optional<Contribution> said(Claim a, Claim b) {
    return said(a.id(), a.statement().sameAs(), b.id(), b.statement().sameAs());
  }

  /**
   * Returns what somebody said of two claims by name.
   *
   * @param sameAsA what the source of the first calls the same as it
   * @param sameAsB what the source of the second calls the same as it
   */
  Optional<Contribution> said(ClaimId a, Set<ClaimId> sameAsA, ClaimId b, Set<ClaimId> sameAsB) {
    Pair pair = Pair.of(a, b);
    if (decisions.apart().contains(pair)) {
      return Optional.of(new Contribution("decision", "kept apart", -CERTAIN));
    }
    if (decisions.together().contains(pair)) {
      return Optional.of(new Contribution("decision", "joined", CERTAIN));
    }
    if (sameAsA.contains(b) || sameAsB.contains(a)) {
      return Optional.of(new Contribution("source", "says it is the same", CERTAIN));
    }
    return Optional.empty();
  }

  private static Optional<Contribution> byOrigin(Claim a, Claim b) {
    if (a.id().report().equals(b.id().report())) {
      return Optional.of(new Contribution("report", "two claims of one report", -CERTAIN));
    }
    boolean oneDataset =
        (isOfDataset(a) || isOfDataset(b))
            && a.statement().voice().source().id().equals(b.statement().voice().source().id());
    return oneDataset
        ? Optional.of(new Contribution("dataset", "two rows of one dataset", -CERTAIN))
        : Optional.empty();
  }

  private static boolean isOfDataset(Claim claim) {
    return claim.statement().voice().source().kind() == SourceClass.DATASET;
  }

  private Contribution time(TimeSpan a, TimeSpan b) {
    Model.Time weights = model.time();
    if (!a.overlaps(b)) {
      return new Contribution("time", "bounds exclude each other", weights.apart());
    }
    Duration longer = a.length().compareTo(b.length()) >= 0 ? a.length() : b.length();
    Duration hull = a.hull(b).length();
    if (longer.compareTo(HOUR) <= 0 && hull.compareTo(longer.plus(HALF_HOUR)) <= 0) {
      return new Contribution("time", "within half an hour", weights.sameHalfHour());
    }
    return longer.compareTo(SIX_HOURS) <= 0
        ? new Contribution("time", "within hours", weights.sameHours())
        : new Contribution("time", "overlap", weights.overlap());
  }

  private Contribution place(Place a, Place b) {
    Model.Place weights = model.place();
    if (!(circle(a) instanceof Place.Circle one) || !(circle(b) instanceof Place.Circle other)) {
      return new Contribution("place", "not given by a position", weights.unknown());
    }
    long distance = Geodesy.distanceMm(one.centre(), other.centre());
    long outer = one.radiusMm() + other.radiusMm();
    if (distance > outer) {
      return new Contribution("place", "bounds exclude each other", weights.apart());
    }
    // sigma² = (r1² + r2²) / 2.45²; compared as d² · 6 against r1² + r2², in metres, to stay exact.
    long d = distance / 1_000;
    long r1 = one.radiusMm() / 1_000;
    long r2 = other.radiusMm() / 1_000;
    return d * d * 6 <= r1 * r1 + r2 * r2
        ? new Contribution("place", "within one sigma", weights.near())
        : new Contribution("place", "possible", weights.possible());
  }

  private static @org.jspecify.annotations.Nullable Place circle(Place place) {
    return place.parts().stream().filter(Place.Circle.class::isInstance).findFirst().orElse(null);
  }

  Contribution kind(String what, Kinds a, Kinds b) {
    if (!a.meets(b)) {
      return new Contribution(what, "exclude each other", model.other().otherKind());
    }
    boolean narrow = a.codes().containsAll(b.codes()) && b.codes().containsAll(a.codes());
    return narrow
        ? new Contribution(what, "the same", model.other().sameKind())
        : new Contribution(what, "one may be the other", model.other().possibleKind());
  }

  private static boolean oppositeAuthors(Parties a, Parties b) {
    return a instanceof Parties.Named one
        && b instanceof Parties.Named other
        && !one.by().isEmpty()
        && !other.by().isEmpty()
        && one.by().stream().noneMatch(other.by()::contains);
  }

  private static Kinds conduct(Happening happening) {
    return Taxonomy.CONDUCT.mostSpecific(happening.conduct());
  }

  private static Kinds target(Happening happening) {
    return Taxonomy.TARGETS.mostSpecific(happening.target().orElseThrow());
  }

  static Happening happening(Claim claim) {
    return switch (claim) {
      case Claim.Event event -> event.happening();
      case Claim.Observation observation -> observation.assessed();
      default -> throw new IllegalArgumentException(claim.kind() + " is no member of incidents");
    };
  }
}
