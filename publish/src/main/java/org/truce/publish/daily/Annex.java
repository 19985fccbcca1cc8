package org.truce.publish.daily;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.truce.agreement.Reading;
import org.truce.assessment.Account;
import org.truce.assessment.Assessment;
import org.truce.assessment.Assessment.AssessedIncident;
import org.truce.place.Place;
import org.truce.publish.daily.Document.Block;
import org.truce.publish.daily.Document.Heading;
import org.truce.publish.daily.Document.Table;
import org.truce.publish.daily.Document.Text;
import org.truce.publish.html.Basis;
import org.truce.report.Claim;
import org.truce.report.Happening;
import org.truce.report.Report;
import org.truce.report.ReportId;

/** The tables at the end: every incident of the day, and every claim with where it can be read. */
final class Annex {
  private final Assessment assessment;
  private final Basis basis;
  private final Words words;
  private final Day day;
  private final Map<ReportId, Report> reports;

  Annex(Assessment assessment, Basis basis, Words words, Day day) {
    this.assessment = assessment;
    this.basis = basis;
    this.words = words;
    this.day = day;
    this.reports = basis.byId();
  }

  List<Block> blocks(DayIncidents incidents) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(words.of("annex.incidents")));
    List<String> head = new ArrayList<>();
    for (String column : List.of("incident", "time", "place", "event", "means")) {
      head.add(words.of("col." + column));
    }
    assessment.agreement().readings().forEach(reading -> head.add(reading.id()));
    head.add(words.of("col.claims"));
    List<List<Text>> rows = new ArrayList<>();
    List<AssessedIncident> shown = new ArrayList<>(incidents.all());
    earlier(incidents).forEach(shown::add);
    shown.forEach(each -> rows.add(row(each)));
    blocks.add(new Table(head, rows));
    blocks.add(new Heading(words.of("annex.claims")));
    blocks.add(
        new Table(
            List.of(words.of("col.claim"), words.of("col.speaker"), words.of("col.said")),
            claims(shown).stream().map(this::row).toList()));
    return blocks;
  }

  /** The day before is counted as well, so its incidents are listed too. */
  private List<AssessedIncident> earlier(DayIncidents incidents) {
    Set<String> today =
        incidents.all().stream().map(each -> each.incident().id()).collect(Collectors.toSet());
    return assessment.incidents().stream()
        .filter(each -> each.incident().about().overlaps(day.before().span()))
        .filter(each -> !today.contains(each.incident().id()))
        .toList();
  }

  private List<Text> row(AssessedIncident each) {
    List<Text> cells = new ArrayList<>();
    cells.add(Text.anchored(each.incident().id(), each.incident().id()));
    cells.add(Text.of(words.span(each.incident().about())));
    cells.add(Text.of(where(each, words)));
    cells.add(Text.of(what(each, words)));
    cells.add(Text.of(means(each)));
    for (Reading reading : assessment.agreement().readings()) {
      cells.add(Text.of(words.of("o." + Claim.code(each.worst(reading.id())))));
    }
    cells.add(
        Text.linking("", each.incident().claims().stream().map(c -> c.id().toString()).toList()));
    return cells;
  }

  /** Returns what is said to have happened: the recorder's words, or the kinds of conduct. */
  static String what(AssessedIncident each, Words words) {
    Optional<String> gist =
        each.incident().members().stream()
            .flatMap(claim -> claim.statement().words().gist().stream())
            .findFirst();
    return gist.orElseGet(
        () ->
            each.incident().members().stream()
                .flatMap(claim -> Account.happening(claim).stream())
                .map(Happening::conduct)
                .map(words::conduct)
                .distinct()
                .collect(Collectors.joining(", ")));
  }

  static String where(AssessedIncident each, Words words) {
    Set<String> names = new LinkedHashSet<>();
    for (Claim claim : each.incident().members()) {
      claim.statement().where().name().ifPresent(names::add);
    }
    for (Claim claim : each.incident().members()) {
      for (Place part : claim.statement().where().place().parts()) {
        if (names.isEmpty() && part instanceof Place.Circle circle) {
          names.add(circle.centre() + " ±%,d m".formatted(circle.radiusMm() / 1_000));
        } else if (part instanceof Place.InRegions regions) {
          regions.codes().forEach(code -> names.add(words.region(code)));
        }
      }
    }
    return names.isEmpty() ? words.of("region.unknown") : String.join(", ", names);
  }

  private String means(AssessedIncident each) {
    Set<String> means = new LinkedHashSet<>();
    for (Claim claim : each.incident().members()) {
      means.add(
          claim instanceof Claim.Observation seen
              ? words.of("method." + Claim.code(seen.observer().method()))
              : words.of("told", claim.statement().voice().side()));
    }
    return String.join(", ", means);
  }

  /** Claims of the incidents shown and other claims that speak of the day. */
  private List<Claim> claims(List<AssessedIncident> shown) {
    Set<Claim> all = new LinkedHashSet<>();
    shown.forEach(each -> all.addAll(each.incident().claims()));
    all.addAll(DayIncidents.claims(assessment, Claim.class, day.span()));
    return all.stream().sorted(java.util.Comparator.comparing(Claim::id)).toList();
  }

  private List<Text> row(Claim claim) {
    var voice = claim.statement().voice();
    boolean late = !voice.said().from().isBefore(day.span().to());
    String said = words.span(voice.said());
    return List.of(
        new Text(
            claim.id().toString(),
            0,
            Optional.of(claim.id().toString()),
            List.of(),
            address(claim)),
        Text.of("%s (%s)".formatted(voice.name(), voice.side())),
        Text.of(late ? words.of("late", said) : said));
  }

  private Optional<String> address(Claim claim) {
    return Optional.ofNullable(reports.get(claim.id().report()))
        .flatMap(report -> basis.address(report, assessment.selection().audience()));
  }

  /** Returns the reports of which a claim is shown. */
  List<Report> shownReports() {
    return assessment.claims().stream()
        .map(claim -> reports.get(claim.id().report()))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }
}
