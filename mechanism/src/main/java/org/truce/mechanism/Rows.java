package org.truce.mechanism;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.truce.assessment.Account;
import org.truce.assessment.Assessment.AssessedIncident;
import org.truce.assessment.Finding;
import org.truce.assessment.Outcome;
import org.truce.incident.Incident;
import org.truce.place.Place;
import org.truce.provenance.Handling;
import org.truce.provenance.ReadBy;
import org.truce.provenance.Side;
import org.truce.report.Claim;
import org.truce.report.Happening;
import org.truce.report.Rejected;
import org.truce.report.Report;
import org.truce.report.Statement;
import org.truce.report.Voice;
import org.truce.store.Row;
import org.truce.store.Table;

/** Values of the field written as rows of the projection. */
final class Rows {
  /** South above north: there is no box. */
  private static final Box NOWHERE = new Box(1, 0, 0, 0);

  /** Metres of one degree of latitude, rounded down, so that boxes are never too small. */
  private static final long METRES_PER_DEGREE = 110_500;

  private static final long E7 = 10_000_000;

  private Rows() {}

  /** South, west, north and east in 1e-7 degrees. */
  private record Box(long south, long west, long north, long east) {
    Box hull(Box other) {
      if (south > north) {
        return other;
      }
      return other.south > other.north
          ? this
          : new Box(
              Math.min(south, other.south),
              Math.min(west, other.west),
              Math.max(north, other.north),
              Math.max(east, other.east));
    }
  }

  /**
   * Returns the row of a report.
   *
   * @param state {@code standing}, {@code corrected}, {@code retracted} or {@code copy}
   * @param copyOf index of the entry that said the same before; -1: the first to say it
   */
  static Row report(long index, Entry entry, Report report, String state, long copyOf) {
    Voice voice = report.voice();
    return Row.of(
        Table.REPORT,
        index,
        report.id(),
        state,
        voice.source().id(),
        voice.side(),
        voice.disclosure().effective().code(),
        report.exercise(),
        voice.readBy() == ReadBy.MACHINE,
        micros(voice.said().from()),
        micros(voice.said().to()),
        entry.recordedAt(),
        entry.reconstructed(),
        state.equals("standing") || state.equals("corrected") ? report.claims().size() : 0,
        copyOf,
        report.document().input().file(),
        report.document().input().line());
  }

  /** Nobody knows what a record that could not be read may show, so it stays in the mission. */
  static Row rejected(long index, Rejected why) {
    return Row.of(
        Table.REJECTED,
        index,
        Handling.RESTRICTED.code(),
        why.input().file(),
        why.input().line(),
        why.column(),
        why.value(),
        why.reason());
  }

  static Row claim(long report, Claim claim) {
    Statement said = claim.statement();
    Box box = box(said.where().place());
    return Row.of(
        Table.CLAIM,
        claim.id(),
        report,
        claim.kind(),
        said.voice().source().id(),
        said.voice().side(),
        said.handling().code(),
        micros(said.about().from()),
        micros(said.about().to()),
        micros(said.voice().said().to()),
        box.south(),
        box.west(),
        box.north(),
        box.east(),
        Account.happening(claim).map(Happening::conduct).orElse(""),
        text(said));
  }

  private static String text(Statement said) {
    List<String> parts = new ArrayList<>();
    said.words().gist().ifPresent(parts::add);
    said.words().quote().ifPresent(parts::add);
    said.where().name().ifPresent(parts::add);
    return String.join(" · ", parts);
  }

  static Row incident(AssessedIncident assessed) {
    Incident incident = assessed.incident();
    Box box = NOWHERE;
    Handling handling = Handling.PUBLIC;
    for (Claim claim : incident.claims()) {
      box = box.hull(box(claim.statement().where().place()));
      handling = handling.and(claim.statement().handling());
    }
    return Row.of(
        Table.INCIDENT,
        incident.number(),
        "open",
        0,
        incident.key(),
        handling.code(),
        micros(incident.about().from()),
        micros(incident.about().to()),
        box.south(),
        box.west(),
        box.north(),
        box.east(),
        incident.claims().size(),
        incident.members().size(),
        incident.origins().size(),
        assessed.accounts().stream()
            .map(account -> account.side().code())
            .collect(Collectors.joining(" ")),
        assessed.contested(),
        attention(assessed));
  }

  /**
   * How much an incident needs a person: 3 alleged breach and contested, 2 alleged breach, 1 some
   * clause cannot be decided, 0 nothing.
   */
  private static int attention(AssessedIncident assessed) {
    int most = 0;
    for (Finding finding : assessed.findings()) {
      for (Outcome outcome : finding.accounts().values()) {
        most =
            switch (outcome.kind()) {
              case PRIMA_FACIE_BREACH -> Math.max(most, 2);
              case UNDETERMINED, ACCOUNTS_DIFFER -> Math.max(most, 1);
              case NO_BREACH, NOT_COVERED -> most;
            };
      }
    }
    return most == 2 && assessed.contested() ? 3 : most;
  }

  /** The row of a number that stands for nothing of its own: merged into another, or empty. */
  static Row dormant(long number, long into) {
    return Row.of(
        Table.INCIDENT,
        number,
        into == 0 ? "empty" : "merged",
        into,
        "",
        Handling.RESTRICTED.code(),
        0,
        0,
        NOWHERE.south(),
        NOWHERE.west(),
        NOWHERE.north(),
        NOWHERE.east(),
        0,
        0,
        0,
        "",
        false,
        0);
  }

  /** Rows of what the clauses say, account by account; not covered has no row. */
  static List<Row> findings(AssessedIncident assessed, String handling) {
    List<Row> rows = new ArrayList<>();
    for (Finding finding : assessed.findings()) {
      finding
          .accounts()
          .forEach(
              (side, outcome) -> {
                if (outcome.kind() != Outcome.Kind.NOT_COVERED) {
                  rows.add(finding(finding, side, outcome, handling));
                }
              });
    }
    return rows;
  }

  private static Row finding(Finding finding, Side side, Outcome outcome, String handling) {
    boolean claimed =
        outcome instanceof Outcome.PrimaFacieBreach breach && breach.exceptionClaimed();
    String authors =
        outcome instanceof Outcome.PrimaFacieBreach breach
            ? String.join(" ", breach.authors())
            : "";
    String missing =
        outcome instanceof Outcome.Undetermined open
            ? open.missing().stream().map(String::valueOf).collect(Collectors.joining("; "))
            : "";
    return Row.of(
        Table.FINDING,
        finding.incident(),
        finding.reading(),
        finding.clause(),
        side,
        ActNotation.code(outcome.kind()),
        authors,
        claimed,
        missing,
        handling);
  }

  /** A box that holds the place; none when it is not given by a position. */
  private static Box box(Place place) {
    Box box = NOWHERE;
    for (Place part : place.parts()) {
      if (part instanceof Place.Circle circle) {
        box = box.hull(box(circle));
      }
    }
    return box;
  }

  private static Box box(Place.Circle circle) {
    long metres = circle.radiusMm() / 1_000 + 1;
    long up = metres * E7 / METRES_PER_DEGREE + 1;
    double narrowing = StrictMath.cos(StrictMath.toRadians(Math.abs(circle.centre().lat())));
    long across =
        narrowing < 0.02 ? 180 * E7 : Math.min(180 * E7, (long) (up / narrowing * 1.01) + 1);
    return new Box(
        Math.max(-90 * E7, circle.centre().latE7() - up),
        Math.max(-180 * E7, circle.centre().lonE7() - across),
        Math.min(90 * E7, circle.centre().latE7() + up),
        Math.min(180 * E7, circle.centre().lonE7() + across));
  }

  static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
