package org.truce.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.truce.agreement.Agreement;
import org.truce.agreement.Reading;
import org.truce.assessment.Outcome.Kind;
import org.truce.coverage.AllegedAttacks;
import org.truce.incident.Decisions;
import org.truce.incident.Fusion;
import org.truce.incident.Incident;
import org.truce.incident.Model;
import org.truce.incident.Partition;
import org.truce.place.Atlas;
import org.truce.provenance.Audience;
import org.truce.report.Claim;
import org.truce.report.Release;
import org.truce.report.Report;
import org.truce.time.TimeSpan;

/**
 * What an agreement's words say of everything that was reported, as said by a time, for an
 * audience.
 *
 * @param agreement the agreement, with the readings that were asked for
 * @param selection what was asked
 * @param incidents incidents with their findings, in the order of their numbers; without those
 *     withheld
 * @param claims all claims that may be shown, sorted by id
 * @param counts what was left out, and how much was read
 */
public record Assessment(
    Agreement agreement,
    Selection selection,
    List<AssessedIncident> incidents,
    List<Claim> claims,
    Counts counts) {
  public Assessment {
    incidents = List.copyOf(incidents);
    claims = List.copyOf(claims);
  }

  /**
   * An incident with what the words say of it.
   *
   * @param incident the incident
   * @param accounts who says what; empty when only machines read of it
   * @param findings one for each prohibition of each reading; empty when there is no account
   */
  public record AssessedIncident(
      Incident incident, List<Account> accounts, List<Finding> findings) {
    public AssessedIncident {
      accounts = List.copyOf(accounts);
      findings = List.copyOf(findings);
    }

    /** Returns the worst outcome of the incident under a reading. */
    public Kind worst(String reading) {
      return findings.stream()
          .filter(finding -> finding.reading().equals(reading))
          .map(Finding::headline)
          .min(Comparator.naturalOrder())
          .orElse(Kind.NOT_COVERED);
    }

    /**
     * Returns whether somebody denies it or accounts allege different authors; what only a machine
     * read does not count.
     */
    public boolean contested() {
      return incident.denials().stream()
              .anyMatch(denial -> denial.statement().voice().isReadByAPerson())
          || findings.stream().anyMatch(finding -> finding.authors().size() > 1);
    }
  }

  /**
   * What was left out, and how much was read.
   *
   * @param reports reports that were considered
   * @param notYetSaid reports that had not certainly been said by the time asked for
   * @param withheld incidents that rest on a claim above the audience; they are left out whole
   * @param machineRead incidents of which only machines read; never in a headline count
   * @param unattached denials, tolls and commentaries that name nothing that was read
   * @param unlisted names of actors of which the agreement says nothing
   */
  public record Counts(
      int reports,
      int notYetSaid,
      int withheld,
      int machineRead,
      int unattached,
      SortedSet<String> unlisted) {}

  /**
   * Returns the instant at which obligations are judged: that by which it was said, else the last
   * moment of saying that is known; nothing when there are no claims.
   */
  public Optional<Instant> asOf() {
    return selection
        .saidBy()
        .or(
            () ->
                claims.stream()
                    .map(claim -> claim.statement().voice().said())
                    .map(said -> said.to().isBefore(TimeSpan.END) ? said.to() : said.from())
                    .max(Comparator.naturalOrder()));
  }

  /**
   * Returns the attacks that were reported while the first reading has not entered into force;
   * nothing when it has, or when no incident with a known time was reported.
   */
  public Optional<AllegedAttacks> beforeEntry() {
    if (!agreement.readings().getFirst().inForce().isPending()) {
      return Optional.empty();
    }
    List<TimeSpan> spans =
        incidents.stream()
            .map(each -> each.incident().about())
            .filter(TimeSpan::isBounded)
            .toList();
    if (spans.isEmpty()) {
      return Optional.empty();
    }
    Instant from = spans.stream().map(TimeSpan::from).min(Comparator.naturalOrder()).orElseThrow();
    Instant last = spans.stream().map(TimeSpan::to).max(Comparator.naturalOrder()).orElseThrow();
    TimeSpan window = new TimeSpan(from, last);
    return Optional.of(AllegedAttacks.in(window, happenings(), coverage()));
  }

  /** Returns the claims of each incident. */
  List<List<Claim>> happenings() {
    return incidents.stream().map(each -> each.incident().claims()).toList();
  }

  /** Returns who said to have watched when. */
  List<Claim.Coverage> coverage() {
    return claims.stream()
        .filter(Claim.Coverage.class::isInstance)
        .map(Claim.Coverage.class::cast)
        .toList();
  }

  /** Judges reports. The order of the reports changes nothing. */
  public static Assessment of(
      Agreement agreement, Atlas atlas, Collection<Report> reports, Selection selection) {
    return of(new Basis(agreement, atlas, Decisions.NONE), reports, selection);
  }

  /**
   * By what it is judged.
   *
   * @param agreement the agreement with all its readings
   * @param atlas boundaries
   * @param decisions what analysts decided about pairs of claims
   */
  public record Basis(Agreement agreement, Atlas atlas, Decisions decisions) {}

  /** Judges reports, with what analysts decided. The order of the reports changes nothing. */
  public static Assessment of(Basis basis, Collection<Report> reports, Selection selection) {
    Agreement asked = narrowed(basis.agreement(), selection);
    List<Report> said = reports.stream().filter(report -> wasSaid(report, selection)).toList();
    List<Claim> claims =
        said.stream()
            .flatMap(report -> report.claims().stream())
            .sorted(Comparator.comparing(Claim::id))
            .toList();
    Partition partition = Fusion.partition(claims, Model.BY_HAND, basis.decisions());
    Assessor assessor = new Assessor(asked, basis.atlas());
    List<AssessedIncident> shown = new ArrayList<>();
    int withheld = 0;
    int machineRead = 0;
    assessor.alsoHappened(
        partition.incidents().stream()
            .flatMap(incident -> released(incident, selection.audience()).stream())
            .toList());
    for (Incident incident : partition.incidents()) {
      if (selection.about().map(span -> !span.overlaps(incident.about())).orElse(false)) {
        continue;
      }
      Optional<Incident> released = released(incident, selection.audience());
      if (released.isEmpty()) {
        withheld++;
        continue;
      }
      AssessedIncident assessed = assessor.assessed(released.get());
      machineRead += assessed.accounts().isEmpty() ? 1 : 0;
      shown.add(assessed);
    }
    List<Claim> visible =
        claims.stream().flatMap(claim -> Release.of(claim, selection.audience()).stream()).toList();
    Counts counts =
        new Counts(
            said.size(),
            reports.size() - said.size(),
            withheld,
            machineRead,
            partition.unattached().size(),
            unlisted(visible, asked));
    return new Assessment(asked, selection, shown, visible, counts);
  }

  private static Agreement narrowed(Agreement agreement, Selection selection) {
    List<Reading> readings =
        agreement.readings().stream()
            .filter(reading -> selection.reading().map(reading.id()::equals).orElse(true))
            .toList();
    return agreement.withReadings(readings);
  }

  /** A report counts as said when the whole time in which it can have been said has passed. */
  private static boolean wasSaid(Report report, Selection selection) {
    return selection
        .saidBy()
        .map(instant -> !report.voice().said().to().isAfter(instant))
        .orElse(true);
  }

  /** The incident as the audience may see it, or nothing if it rests on a claim above it. */
  private static Optional<Incident> released(Incident incident, Audience audience) {
    List<Claim> claims =
        incident.claims().stream().flatMap(claim -> Release.of(claim, audience).stream()).toList();
    return claims.size() == incident.claims().size()
        ? Optional.of(new Incident(incident.number(), incident.key(), claims))
        : Optional.empty();
  }

  private static SortedSet<String> unlisted(List<Claim> claims, Agreement agreement) {
    SortedSet<String> names = new TreeSet<>();
    for (Claim claim : claims) {
      Account.happening(claim)
          .ifPresent(
              happening ->
                  happening.parties().named().stream()
                      .filter(actor -> !agreement.roster().knows(actor))
                      .forEach(actor -> names.add(actor.name())));
    }
    return names;
  }
}
