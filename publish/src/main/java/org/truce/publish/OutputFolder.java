package org.truce.publish;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.truce.assessment.Assessment;
import org.truce.assessment.Assessment.AssessedIncident;
import org.truce.assessment.Fact;
import org.truce.assessment.Finding;
import org.truce.assessment.Outcome;
import org.truce.notation.JsonText;
import org.truce.place.Place;
import org.truce.provenance.Side;
import org.truce.report.Claim;
import org.truce.report.Rejected;
import org.truce.time.TimeSpan;

/** Writes an assessment as files that other tools open: CSV, and GeoJSON for a map. */
public final class OutputFolder {
  private final Path folder;

  /** Prepares to write into a folder, which is made if it is not there. */
  public OutputFolder(Path folder) {
    this.folder = folder;
  }

  /** Writes all files and returns their names. */
  public List<String> write(Assessment assessment, List<Rejected> rejected) throws IOException {
    Files.createDirectories(folder);
    findings(assessment);
    claims(assessment);
    tallies(assessment);
    rejected(rejected);
    incidents(assessment);
    return List.of(
        "incidents.geojson", "findings.csv", "tallies.csv", "claims.csv", "rejected.csv");
  }

  private PlainCsv csv(String name) throws IOException {
    return new PlainCsv(folder.resolve(name));
  }

  private void findings(Assessment assessment) throws IOException {
    try (PlainCsv csv = csv("findings.csv")) {
      csv.writeRecord(
          "incident", "reading", "clause", "headline", "account", "outcome", "grounds", "authors");
      for (AssessedIncident each : assessment.incidents()) {
        for (Finding finding : each.findings()) {
          for (Map.Entry<Side, Outcome> account : finding.accounts().entrySet()) {
            csv.writeRecord(
                each.incident().id(),
                finding.reading(),
                finding.clause(),
                Claim.code(finding.headline()),
                account.getKey().code(),
                Claim.code(account.getValue().kind()),
                grounds(account.getValue()),
                String.join(" ", finding.authors()));
          }
        }
      }
    }
  }

  private static String grounds(Outcome outcome) {
    return switch (outcome) {
      case Outcome.NotCovered not ->
          String.join(" ", not.because().stream().map(Claim::code).toList());
      case Outcome.Undetermined open ->
          String.join(" ", open.missing().stream().map(Fact::code).toList());
      case Outcome.NoBreach none -> String.join(" ", none.exceptions());
      case Outcome.PrimaFacieBreach breach ->
          breach.exceptionClaimed() ? "exception claimed" : "no exception claimed";
    };
  }

  private void claims(Assessment assessment) throws IOException {
    try (PlainCsv csv = csv("claims.csv")) {
      csv.writeRecord(
          "claim",
          "kind",
          "side",
          "speaker",
          "said-from",
          "said-to",
          "about-from",
          "about-to",
          "gist");
      for (Claim claim : assessment.claims()) {
        var statement = claim.statement();
        TimeSpan about = statement.about();
        csv.writeRecord(
            claim.id().toString(),
            claim.kind(),
            statement.voice().side().code(),
            statement.voice().name(),
            from(statement.voice().said()),
            to(statement.voice().said()),
            from(about),
            to(about),
            statement.words().gist().orElse(""));
      }
    }
  }

  private void tallies(Assessment assessment) throws IOException {
    try (PlainCsv csv = csv("tallies.csv")) {
      csv.writeRecord(
          "claim",
          "side",
          "window-from",
          "window-to",
          "unit",
          "what",
          "role",
          "said",
          "least",
          "most");
      for (Claim claim : assessment.claims()) {
        if (claim instanceof Claim.Tally tally) {
          tally.total().ifPresent(total -> number(csv, tally, "total", "total", total));
          tally
              .parts()
              .forEach(
                  part ->
                      number(
                          csv,
                          tally,
                          part.what(),
                          part.of().map(of -> "of-which of " + of).orElse("part"),
                          part.count()));
        }
      }
    }
  }

  private static void number(
      PlainCsv csv, Claim.Tally tally, String what, String role, org.truce.report.Count count) {
    csv.writeRecord(
        tally.id().toString(),
        tally.statement().voice().side().code(),
        from(tally.statement().about()),
        to(tally.statement().about()),
        tally.unit(),
        what,
        role,
        Long.toString(count.said()),
        Long.toString(count.least()),
        count.most() == Long.MAX_VALUE ? "" : Long.toString(count.most()));
  }

  private void rejected(List<Rejected> rejected) throws IOException {
    try (PlainCsv csv = csv("rejected.csv")) {
      csv.writeRecord("file", "line", "column", "value", "reason");
      for (Rejected record : rejected) {
        csv.writeRecord(
            record.input().file(),
            Long.toString(record.input().line()),
            record.column(),
            record.value(),
            record.reason());
      }
    }
  }

  private void incidents(Assessment assessment) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("incidents.geojson"));
        JsonText json = new JsonText(out)) {
      json.beginObject();
      json.field("type", "FeatureCollection");
      json.beginList("features");
      for (AssessedIncident each : assessment.incidents()) {
        for (Claim claim : each.incident().members()) {
          for (Place part : claim.statement().where().place().parts()) {
            if (part instanceof Place.Circle circle) {
              json.item(feature(assessment, each, claim, circle));
            }
          }
        }
      }
      json.endList();
      json.endObject();
    }
  }

  private static Map<String, Object> feature(
      Assessment assessment, AssessedIncident each, Claim claim, Place.Circle circle) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("incident", each.incident().id());
    properties.put("claim", claim.id().toString());
    properties.put("side", claim.statement().voice().side().code());
    properties.put("within-m", circle.radiusMm() / 1_000);
    properties.put("assumed", circle.bound() == Place.Bound.ASSUMED);
    assessment
        .agreement()
        .readings()
        .forEach(
            reading ->
                properties.put("worst-" + reading.id(), Claim.code(each.worst(reading.id()))));
    Map<String, Object> feature = new LinkedHashMap<>();
    feature.put("type", "Feature");
    feature.put("properties", properties);
    List<Object> position = new ArrayList<>();
    position.add(circle.centre().lon());
    position.add(circle.centre().lat());
    feature.put("geometry", Map.of("type", "Point", "coordinates", position));
    return feature;
  }

  private static String from(TimeSpan span) {
    return span.from().equals(TimeSpan.BEGINNING) ? "" : span.from().toString();
  }

  private static String to(TimeSpan span) {
    return span.to().equals(TimeSpan.END) ? "" : span.to().toString();
  }
}
