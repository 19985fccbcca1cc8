package org.truce.publish.daily;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.truce.agreement.LocalTimes;
import org.truce.agreement.Reading;
import org.truce.assessment.Assessment;
import org.truce.assessment.Assessment.AssessedIncident;
import org.truce.assessment.Outcome.Kind;
import org.truce.coverage.Baseline;
import org.truce.coverage.CountingRule;
import org.truce.coverage.Rate;
import org.truce.coverage.UnitCount;
import org.truce.coverage.WatchedTime;
import org.truce.place.Atlas;
import org.truce.place.RegionCode;
import org.truce.publish.daily.Document.Block;
import org.truce.publish.daily.Document.Bullets;
import org.truce.publish.daily.Document.Heading;
import org.truce.publish.daily.Document.Paragraph;
import org.truce.publish.daily.Document.Table;
import org.truce.publish.daily.Document.Text;
import org.truce.publish.html.Basis;
import org.truce.report.Claim;
import org.truce.report.Report;
import org.truce.tally.PartsCheck;

/** Makes the daily report of an assessment, in the order of the reports of the OSCE mission. */
public final class DailyReport {
  private static final int HOTSPOTS = 3;
  private static final int LISTED = 25;

  private final Assessment assessment;
  private final Words words;
  private final Day day;
  private final DayIncidents incidents;
  private final Baseline.Period noticed;
  private final Annex annex;
  private final Notes notes = new Notes();
  private final List<Block> blocks = new ArrayList<>();

  private DailyReport(Assessment assessment, Basis basis, Atlas atlas, Words words, Day day) {
    this.assessment = assessment;
    this.annex = new Annex(assessment, basis, words, day);
    this.words = words;
    this.day = day;
    this.incidents = new DayIncidents(assessment, atlas, day);
    this.noticed =
        Baseline.of(
                assessment.incidents().stream().map(each -> each.incident().claims()).toList(),
                DayIncidents.claims(assessment, Claim.Coverage.class, day.span()),
                day.span(),
                Duration.ZERO,
                atlas)
            .periods()
            .getFirst();
  }

  /** Returns the report of a day. */
  public static Document of(Assessment assessment, Basis basis, Atlas atlas, Words words, Day day) {
    return new DailyReport(assessment, basis, atlas, words, day).document();
  }

  private Document document() {
    header();
    summary();
    byRegion();
    noticed();
    hotspots();
    casualties();
    civilianObjects();
    restrictions();
    tallies();
    findings();
    blocks.add(new Paragraph(Text.of(words.of("not.reported"))));
    blocks.addAll(annex.blocks(incidents));
    sourcesOfNumbers();
    String title = words.of("title", assessment.agreement().heading().title(), day.date());
    return new Document(words.language(), title, blocks);
  }

  private void header() {
    if (annex.shownReports().stream().anyMatch(Report::exercise)) {
      blocks.add(new Paragraph(Text.of(words.of("exercise"))));
    }
    String said =
        assessment
            .selection()
            .saidBy()
            .map(instant -> words.of("said.by", words.at(instant)))
            .orElse(words.of("said.all"));
    blocks.add(
        new Paragraph(
            Text.of(
                words.of(
                    "header",
                    words.span(day.span()),
                    day.zone(),
                    said,
                    words.of("audience." + assessment.selection().audience().code())))));
    blocks.add(new Paragraph(Text.of(coverage(noticed.watched()))));
    blocks.add(new Paragraph(Text.of(words.of("limits"))));
  }

  private String coverage(WatchedTime watched) {
    if (!watched.recorded()) {
      return words.of("coverage.none");
    }
    String gaps = watched.noData().spans().stream().map(words::span).collect(joining("; "));
    return gaps.isEmpty()
        ? words.of("coverage.whole", LocalTimes.hours(watched.watched().length()))
        : words.of(
            "coverage",
            LocalTimes.hours(watched.watched().length()),
            LocalTimes.hours(watched.noData().length()),
            gaps);
  }

  private void summary() {
    blocks.add(new Heading(words.of("summary")));
    List<Text> bullets = new ArrayList<>();
    Figure all = incidents.count(each -> true);
    bullets.add(noted(words.of("summary.incidents", all), all));
    Figure before = incidents.countBefore(each -> true);
    bullets.add(noted(words.of("summary.before", before), before));
    Figure contested = incidents.count(AssessedIncident::contested);
    if (!contested.incidents().isEmpty()) {
      bullets.add(noted(words.of("summary.contested", contested), contested));
    }
    for (UnitCount each : noticed.noticed()) {
      bullets.add(
          Text.noted(
              words.of("summary.noticed", each.unit(), range(each.count()), rate(each.unit())),
              note(each)));
    }
    List<Claim.Toll> tolls = DayIncidents.claims(assessment, Claim.Toll.class, day.span());
    bullets.add(
        Text.noted(
            words.of("summary.tolls", tolls.size()),
            notes.number(tolls.stream().map(toll -> toll.id().toString()).toList())));
    List<Claim.Coverage> hindered = hindered();
    bullets.add(
        Text.noted(
            words.of("summary.restrictions", hindered.size()),
            notes.number(hindered.stream().map(each -> each.id().toString()).toList())));
    if (assessment.counts().withheld() > 0) {
      bullets.add(Text.of(words.of("summary.withheld", assessment.counts().withheld())));
    }
    blocks.add(new Bullets(bullets));
  }

  private Text noted(String text, Figure figure) {
    return Text.noted(text, notes.number(figure.incidents()));
  }

  private Text figure(Figure figure) {
    return noted(figure.toString(), figure);
  }

  private int note(UnitCount count) {
    return notes.number(count.claims().stream().map(Object::toString).toList());
  }

  /** Numbers of observers are ranges in their own right, said or not. */
  private static String range(org.truce.report.Count count) {
    if (count.most() == Long.MAX_VALUE) {
      return count.toString();
    }
    return count.isExact()
        ? "%,d".formatted(count.least())
        : "%,d–%,d".formatted(count.least(), count.most());
  }

  private String rate(String unit) {
    return noticed.rate(unit).map(Rate::toString).orElse(words.of("no.rate"));
  }

  private void byRegion() {
    blocks.add(new Heading(words.of("regions")));
    List<List<Text>> rows = new ArrayList<>();
    incidents
        .byRegion()
        .forEach(
            (code, figures) ->
                rows.add(
                    List.of(
                        Text.of(region(code)),
                        figure(figures.getFirst()),
                        figure(figures.getLast()))));
    rows.add(
        List.of(
            Text.of(words.of("all")),
            figure(incidents.count(each -> true)),
            figure(incidents.countBefore(each -> true))));
    blocks.add(
        new Table(
            List.of(words.of("col.region"), words.of("col.incidents"), words.of("col.before")),
            rows));
    blocks.add(new Paragraph(Text.of(words.of("ranges"))));
  }

  private String region(String code) {
    return code.isEmpty() ? words.of("region.unknown") : words.region(new RegionCode(code));
  }

  private void noticed() {
    blocks.add(new Heading(words.of("noticed")));
    if (noticed.noticed().isEmpty()) {
      blocks.add(new Paragraph(Text.of(words.of("noticed.none"))));
      return;
    }
    List<List<Text>> rows = new ArrayList<>();
    for (UnitCount each : noticed.noticed()) {
      rows.add(
          List.of(
              Text.of(each.unit()),
              Text.noted(range(each.count()), note(each)),
              Text.of(range(each.asExercise())),
              Text.of(rate(each.unit()))));
    }
    blocks.add(
        new Table(
            List.of(
                words.of("col.unit"),
                words.of("col.count"),
                words.of("col.exercise"),
                words.of("col.rate")),
            rows));
    blocks.add(
        new Paragraph(
            Text.of(
                words.of(
                    "noticed.rule",
                    CountingRule.OSCE_SMM.code(),
                    range(CountingRule.OSCE_SMM.sum(noticed.noticed()))))));
  }

  private void hotspots() {
    blocks.add(new Heading(words.of("hotspots")));
    List<Text> items =
        incidents.byRegion().entrySet().stream()
            .filter(row -> !row.getKey().isEmpty())
            .limit(HOTSPOTS)
            .map(row -> hotspot(row.getKey(), row.getValue()))
            .toList();
    blocks.add(
        items.isEmpty() ? new Paragraph(Text.of(words.of("none.read"))) : new Bullets(items));
  }

  private Text hotspot(String code, List<Figure> figures) {
    Figure today = figures.getFirst();
    return noted(words.of("hotspot", region(code), today), today);
  }

  private void casualties() {
    blocks.add(new Heading(words.of("casualties")));
    List<Text> items = new ArrayList<>();
    for (Claim.Toll toll : DayIncidents.claims(assessment, Claim.Toll.class, day.span())) {
      items.add(
          claim(
              words.of(
                  "toll",
                  words.of("category." + Claim.code(toll.category())),
                  toll.count(),
                  words.of("status." + Claim.code(toll.status())),
                  toll.statement().voice().name(),
                  toll.statement().voice().side(),
                  toll.statement().words().gist().orElse("")),
              toll));
    }
    bulletsOrNone(items);
    if (!items.isEmpty()) {
      blocks.add(new Paragraph(Text.of(words.of("toll.note"))));
    }
  }

  private static Text claim(String text, Claim claim) {
    return Text.linking(text, List.of(claim.id().toString()));
  }

  private void bulletsOrNone(List<Text> items) {
    if (items.isEmpty()) {
      blocks.add(new Paragraph(Text.of(words.of("none.read"))));
      return;
    }
    List<Text> listed = new ArrayList<>(items.subList(0, Math.min(LISTED, items.size())));
    if (listed.size() < items.size()) {
      listed.add(Text.of(words.of("more", items.size() - listed.size())));
    }
    blocks.add(new Bullets(listed));
  }

  private void civilianObjects() {
    blocks.add(new Heading(words.of("civilian")));
    bulletsOrNone(
        incidents.atCivilianObjects().stream()
            .map(
                each ->
                    Text.linking(
                        Annex.what(each, words) + ", " + Annex.where(each, words),
                        List.of(each.incident().id())))
            .toList());
  }

  private List<Claim.Coverage> hindered() {
    return DayIncidents.claims(assessment, Claim.Coverage.class, day.span()).stream()
        .filter(each -> each.restriction() != Claim.Restriction.NONE)
        .toList();
  }

  private void restrictions() {
    blocks.add(new Heading(words.of("restrictions")));
    bulletsOrNone(
        hindered().stream()
            .map(
                each ->
                    claim(
                        words.of(
                            "restriction",
                            words.of("hindered." + Claim.code(each.restriction())),
                            each.observer(),
                            words.span(each.statement().about())),
                        each))
            .toList());
  }

  private void tallies() {
    blocks.add(new Heading(words.of("tallies")));
    List<Text> items = new ArrayList<>();
    for (Claim.Tally tally : DayIncidents.claims(assessment, Claim.Tally.class, day.span())) {
      if (tally.statement().voice().side().isParty() && tally.total().isPresent()) {
        items.add(
            claim(
                words.of(
                    "tally",
                    tally.statement().voice().side(),
                    tally.total().get(),
                    tally.unit(),
                    words.span(tally.statement().about()),
                    words.of("check." + Claim.code(PartsCheck.of(tally).verdict()))),
                tally));
      }
    }
    bulletsOrNone(items);
    blocks.add(new Paragraph(Text.of(words.of("tally.note"))));
  }

  private void findings() {
    blocks.add(new Heading(words.of("findings")));
    List<String> head = new ArrayList<>(List.of(words.of("col.outcome")));
    List<Reading> readings = assessment.agreement().readings();
    readings.forEach(reading -> head.add(reading.id()));
    List<List<Text>> rows = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      List<Text> row = new ArrayList<>(List.of(Text.of(words.of("o." + Claim.code(kind)))));
      readings.forEach(reading -> row.add(figure(incidents.count(reading.id(), kind))));
      rows.add(row);
    }
    blocks.add(new Table(head, rows));
    blocks.add(new Paragraph(Text.of(words.of("findings.note"))));
  }

  private void sourcesOfNumbers() {
    blocks.add(new Heading(words.of("numbers")));
    List<List<Text>> rows = new ArrayList<>();
    int number = 0;
    for (List<String> list : notes.lists()) {
      number++;
      rows.add(
          List.of(Text.anchored(Integer.toString(number), "n" + number), Text.linking("", list)));
    }
    blocks.add(new Table(List.of(words.of("col.note"), words.of("col.counted")), rows));
  }
}
