package org.truce.mechanism;

import org.truce.provenance.Disclosure;
import org.truce.provenance.Handling;
import org.truce.report.Claim;
import org.truce.report.Report;
import org.truce.report.Statement;
import org.truce.report.Voice;

/** A report under another handling: every claim goes with it. */
final class Restated {
  private Restated() {}

  static Report under(Handling handling, Report report) {
    Voice was = report.voice();
    Disclosure disclosure =
        new Disclosure(handling, was.disclosure().consent(), was.disclosure().leastCoarsening());
    Voice voice = new Voice(was.source(), was.speakers(), was.said(), was.readBy(), disclosure);
    return new Report(
        report.id(),
        voice,
        report.document(),
        report.claims().stream().map(claim -> said(claim, by(voice, claim.statement()))).toList(),
        report.known(),
        report.exercise());
  }

  private static Statement by(Voice voice, Statement was) {
    return new Statement(was.id(), voice, was.about(), was.where(), was.words(), was.sameAs());
  }

  private static Claim said(Claim claim, Statement now) {
    return switch (claim) {
      case Claim.Event c -> new Claim.Event(now, c.happening());
      case Claim.Observation c ->
          new Claim.Observation(now, c.observer(), c.counts(), c.assessed());
      case Claim.Tally c -> new Claim.Tally(now, c.unit(), c.total(), c.by(), c.parts(), c.asOf());
      case Claim.Pattern c -> new Claim.Pattern(now, c.happening(), c.every());
      case Claim.Denial c ->
          new Claim.Denial(now, c.denies(), c.of(), c.denied(), c.concession(), c.denier());
      case Claim.Toll c ->
          new Claim.Toll(now, c.category(), c.count(), c.status(), c.of(), c.asOf(), c.revision());
      case Claim.Disruption c ->
          new Claim.Disruption(now, c.what(), c.facility(), c.effect(), c.count(), c.ended());
      case Claim.Alert c -> new Claim.Alert(now, c.warning(), c.ended());
      case Claim.Position c ->
          new Claim.Position(now, c.actor(), c.on(), c.stance(), c.condition());
      case Claim.Appointment c -> new Claim.Appointment(now, c.person(), c.office(), c.change());
      case Claim.Commentary c -> new Claim.Commentary(now, c.of(), c.attitude(), c.exception());
      case Claim.Coverage c ->
          new Claim.Coverage(now, c.observer(), c.method(), c.restriction(), c.effortMinutes());
    };
  }
}
