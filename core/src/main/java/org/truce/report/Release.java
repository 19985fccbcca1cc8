package org.truce.report;

import java.util.Optional;
import org.truce.place.Place;
import org.truce.provenance.Audience;
import org.truce.provenance.Coarsening;
import org.truce.time.TimeSpan;

/**
 * What an audience may see of a claim. Everything that leaves the mission goes through here, so
 * that whatever is derived from a claim afterwards can tell no more than the claim itself.
 */
public final class Release {
  private Release() {}

  /**
   * Returns the claim as that audience may see it, or nothing when it may not see it at all.
   *
   * <p>The mission sees it as it is. Anybody else sees time and place with the least coarsening
   * that the report asks for; where it asks for any, words and place names are left out as well,
   * since they can give away what the coarsening hides.
   */
  public static Optional<Claim> of(Claim claim, Audience audience) {
    Statement statement = claim.statement();
    if (!audience.maySee(statement.handling())) {
      return Optional.empty();
    }
    Coarsening least = statement.voice().disclosure().leastCoarsening();
    if (audience == Audience.MISSION || least.equals(Coarsening.NONE)) {
      return Optional.of(claim);
    }
    return Optional.of(coarsened(claim, coarsened(statement, least), least));
  }

  private static Statement coarsened(Statement exact, Coarsening least) {
    return new Statement(
        exact.id(),
        exact.voice(),
        coarsened(exact.about(), least),
        new Statement.Where(coarsened(exact.where().place(), least), Optional.empty()),
        new Statement.Words(Optional.empty(), Optional.empty()),
        exact.sameAs());
  }

  private static TimeSpan coarsened(TimeSpan exact, Coarsening least) {
    return exact.coarsened(least.time());
  }

  private static Place coarsened(Place exact, Coarsening least) {
    return exact.coarsened(least.placeMetres());
  }

  private static Claim coarsened(Claim claim, Statement vague, Coarsening least) {
    return switch (claim) {
      case Claim.Event event -> new Claim.Event(vague, withoutWords(event.happening()));
      case Claim.Observation seen ->
          new Claim.Observation(
              vague,
              new Claim.Observer(
                  coarsened(seen.observer().position(), least),
                  seen.observer().method(),
                  Optional.empty()),
              seen.counts(),
              withoutWords(seen.assessed()));
      case Claim.Tally tally ->
          new Claim.Tally(
              vague,
              tally.unit(),
              tally.total(),
              tally.by(),
              tally.parts(),
              new Claim.Scope(
                  tally.asOf().map(span -> coarsened(span, least)),
                  tally.scope().except().stream().map(span -> coarsened(span, least)).toList(),
                  tally.scope().counted()));
      case Claim.Pattern pattern ->
          new Claim.Pattern(vague, withoutWords(pattern.happening()), pattern.every());
      case Claim.Denial denial ->
          new Claim.Denial(
              vague,
              denial.denies(),
              denial.of(),
              withoutWords(denial.denied()),
              new Claim.Concession(denial.concession().facets(), Optional.empty()),
              denial.denier());
      case Claim.Toll toll ->
          new Claim.Toll(
              vague,
              toll.category(),
              toll.count(),
              toll.status(),
              toll.of(),
              toll.asOf().map(span -> coarsened(span, least)),
              toll.revision());
      case Claim.Disruption disruption ->
          new Claim.Disruption(
              vague,
              disruption.what(),
              Optional.empty(),
              Optional.empty(),
              disruption.count(),
              disruption.ended());
      case Claim.Alert alert -> new Claim.Alert(vague, alert.warning(), alert.ended());
      case Claim.Position position ->
          new Claim.Position(
              vague, position.actor(), position.on(), position.stance(), position.condition());
      case Claim.Appointment appointment ->
          new Claim.Appointment(
              vague, appointment.person(), appointment.office(), appointment.change());
      case Claim.Commentary commentary ->
          new Claim.Commentary(
              vague, commentary.of(), commentary.attitude(), commentary.exception());
      case Claim.Coverage coverage ->
          new Claim.Coverage(
              vague,
              coverage.observer(),
              coverage.method(),
              coverage.restriction(),
              coverage.effortMinutes());
    };
  }

  private static Happening withoutWords(Happening happening) {
    return new Happening(
        happening.conduct(),
        happening.target(),
        happening.parties(),
        happening.notBy(),
        happening.weapon(),
        Optional.empty());
  }
}
