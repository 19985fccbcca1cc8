package org.truce.mechanism;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.truce.agreement.Agreement;
import org.truce.assessment.Account;
import org.truce.assessment.Assessment.AssessedIncident;
import org.truce.assessment.Assessor;
import org.truce.conduct.Actor;
import org.truce.incident.Incident;
import org.truce.notation.AgreementNotation;
import org.truce.notation.Notation;
import org.truce.place.Atlas;
import org.truce.report.Claim;

/** Judges incidents by the agreement of an epoch; without one there are incidents, no findings. */
final class Judging {
  static final String AGREEMENT = "agreement.yaml";

  private final Optional<Agreement> agreement;
  private final Optional<Assessor> assessor;

  Judging(SortedMap<String, String> files, Atlas atlas) {
    this.agreement = read(files, atlas);
    this.assessor = agreement.map(read -> new Assessor(read, atlas));
  }

  private Judging() {
    this.agreement = Optional.empty();
    this.assessor = Optional.empty();
  }

  /** Returns what judges while nothing is adopted. */
  static Judging byNothing() {
    return new Judging();
  }

  /**
   * Reads an agreement and the files beside it.
   *
   * @throws org.truce.notation.NotationException when it cannot be read
   */
  static Optional<Agreement> read(SortedMap<String, String> files, Atlas atlas) {
    return Optional.ofNullable(files.get(AGREEMENT))
        .map(
            text ->
                new AgreementNotation(atlas, name -> Optional.ofNullable(files.get(name)))
                    .read(Notation.yaml(AGREEMENT, new StringReader(text))));
  }

  Optional<Agreement> agreement() {
    return agreement;
  }

  AssessedIncident judged(Incident incident) {
    return assessor
        .map(judge -> judge.assessed(incident))
        .orElseGet(() -> new AssessedIncident(incident, List.of(), List.of()));
  }

  /** Returns the parties whose case an incident is: those who speak of it and those it names. */
  SortedSet<String> parties(Incident incident) {
    SortedSet<String> parties = new TreeSet<>();
    for (Claim claim : incident.claims()) {
      parties.add(claim.statement().voice().side().code());
      Account.happening(claim).ifPresent(it -> it.parties().named().forEach(a -> add(a, parties)));
    }
    return parties;
  }

  private void add(Actor actor, SortedSet<String> parties) {
    parties.add(actor.name());
    agreement.ifPresent(
        known -> known.roster().meaningOf(actor).forEach(meant -> parties.add(meant.name())));
  }
}
