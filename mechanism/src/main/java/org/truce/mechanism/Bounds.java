package org.truce.mechanism;

import org.truce.incident.Model;
import org.truce.place.Place;
import org.truce.provenance.SourceClass;
import org.truce.report.Claim;
import org.truce.report.Statement;

/**
 * When and where a claim can lie, in plain numbers: tells quickly of most pairs that no comparison
 * could bring them together. Of the rest the comparison itself decides.
 *
 * @param from earliest possible second since 1970
 * @param to latest, exclusive, rounded up
 * @param latE7 latitude of the first position, 1e-7 degrees
 * @param reachE7 how far north or south of it the place can reach, rounded up; the whole earth when
 *     no position is given
 */
record Bounds(Claim claim, long from, long to, long latE7, long reachE7) {
  /** Metres of one degree of latitude, rounded down, so that a reach is never too short. */
  private static final long METRES_PER_DEGREE = 110_500;

  private static final long E7 = 10_000_000;
  private static final long WHOLE_EARTH = 360 * E7;

  static {
    Model model = Model.BY_HAND;
    int best =
        model.other().prior()
            + 2 * model.other().sameKind()
            + Math.max(
                model.time().apart() + model.place().near(),
                model.place().apart() + model.time().sameHalfHour());
    if (best > 0) {
      throw new IllegalStateException(
          "with model %s, claims whose bounds exclude each other can come together"
              .formatted(model.version()));
    }
  }

  static Bounds of(Claim claim) {
    Statement said = claim.statement();
    long lat = 0;
    long reach = WHOLE_EARTH;
    for (Place part : said.where().place().parts()) {
      if (part instanceof Place.Circle circle) {
        lat = circle.centre().latE7();
        reach = (circle.radiusMm() / 1_000 + 1) * E7 / METRES_PER_DEGREE + 1;
        break;
      }
    }
    return new Bounds(
        claim,
        said.about().from().getEpochSecond(),
        said.about().to().getEpochSecond() + 1,
        lat,
        reach);
  }

  /** Returns whether a comparison of the two can speak for one happening. */
  boolean canMeet(Bounds other) {
    return from < other.to
        && other.from < to
        && Math.abs(latE7 - other.latE7) <= reachE7 + other.reachE7
        && !claim.id().report().equals(other.claim.id().report())
        && !sameDataset(other);
  }

  /** Two rows of one dataset are two happenings, unless somebody says otherwise by name. */
  private boolean sameDataset(Bounds other) {
    var source = claim.statement().voice().source();
    return source.kind() == SourceClass.DATASET
        && source.id().equals(other.claim.statement().voice().source().id());
  }

  /** Each is itself alone, so that one is found again among many. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return claim.id().hashCode();
  }
}
