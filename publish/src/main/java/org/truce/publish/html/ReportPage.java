package org.truce.publish.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.truce.agreement.Reading;
import org.truce.assessment.AssessedNumbers;
import org.truce.assessment.Assessment;
import org.truce.assessment.Assessment.AssessedIncident;
import org.truce.assessment.Outcome.Kind;
import org.truce.notation.JsonText;
import org.truce.notation.NumbersNotation;
import org.truce.publish.Headlines;
import org.truce.report.Claim;
import org.truce.report.Rejected;
import org.truce.report.Report;
import org.truce.report.ReportId;

/** Writes an assessment as one HTML file that needs nothing else. */
public final class ReportPage {
  /** The parts of the script in the order in which they stand in the page. */
  private static final List<String> SCRIPTS =
      List.of(
          "values.js",
          "words.js",
          "elements.js",
          "asked.js",
          "summary.js",
          "list.js",
          "incident.js",
          "map.js",
          "time.js",
          "totals.js",
          "numbers.js",
          "sources.js",
          "page.js");

  private final Assessment assessment;
  private final AssessedNumbers numbers;
  private final Basis basis;
  private final Backdrop backdrop;
  private final Map<Claim, Integer> claims = new LinkedHashMap<>();

  /** Prepares to write an assessment. */
  public ReportPage(
      Assessment assessment, AssessedNumbers numbers, Basis basis, Backdrop backdrop) {
    this.assessment = assessment;
    this.numbers = numbers;
    this.basis = basis;
    this.backdrop = backdrop;
    assessment.claims().forEach(claim -> claims.put(claim, claims.size()));
  }

  /** Writes the file. */
  public void write(Writer out) throws IOException {
    for (String piece : resource("report.html").split("(?=\\{\\{)|(?<=\\}\\})", -1)) {
      switch (piece) {
        case "{{style}}" -> out.write(resource("report.css"));
        case "{{strings}}" -> out.write(resource("strings.json").replace("<", "\\u003c"));
        case "{{values}}" -> values(new ScriptText(out));
        case "{{script}}" -> {
          for (String part : SCRIPTS) {
            out.write(resource(part));
          }
        }
        default -> out.write(piece);
      }
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream stream = ReportPage.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void values(Writer out) {
    try (JsonText json = new JsonText(out)) {
      json.beginObject();
      json.field("agreement", new AgreementValues(assessment.agreement()).written());
      json.field("selection", selection());
      json.field("counts", counts());
      json.field("summary", summary());
      json.field("names", ClaimValues.names());
      json.field("map", new Shown(assessment, backdrop).map());
      json.field("numbers", NumbersNotation.of(numbers));
      json.field("comparisons", Comparisons.of(assessment));
      claims(json);
      incidents(json);
      json.beginList("rejected");
      basis.shown().forEach(record -> json.item(rejected(record)));
      json.endList();
      json.endObject();
    }
  }

  private Map<String, Object> selection() {
    Map<String, Object> selection = new LinkedHashMap<>();
    assessment.selection().saidBy().ifPresent(t -> selection.put("said-by", t.getEpochSecond()));
    assessment.selection().about().ifPresent(span -> ClaimValues.span(selection, "about", span));
    selection.put("audience", assessment.selection().audience().code());
    return selection;
  }

  private Map<String, Object> counts() {
    Assessment.Counts counts = assessment.counts();
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("reports", counts.reports());
    written.put("rejected", basis.rejected());
    written.put("not-yet-said", counts.notYetSaid());
    written.put("claims", assessment.claims().size());
    written.put("incidents", assessment.incidents().size());
    written.put(
        "contested", assessment.incidents().stream().filter(AssessedIncident::contested).count());
    written.put("withheld", counts.withheld());
    written.put("machine-read", counts.machineRead());
    written.put("unattached", counts.unattached());
    written.put("unlisted", List.copyOf(counts.unlisted()));
    written.put(
        "watched", assessment.claims().stream().filter(Claim.Coverage.class::isInstance).count());
    return written;
  }

  /** Returns for each reading how many incidents have which worst outcome; each column adds up. */
  private Map<String, Object> summary() {
    Map<String, Object> summary = new LinkedHashMap<>();
    for (Reading reading : assessment.agreement().readings()) {
      Headlines headlines = Headlines.of(assessment, reading.id());
      Map<String, Object> column = new LinkedHashMap<>();
      Map<String, Object> breaches = new LinkedHashMap<>();
      headlines.authors().forEach(author -> breaches.put(author, headlines.breaches(author)));
      column.put("breaches", breaches);
      for (Kind kind : Kind.values()) {
        column.put(Claim.code(kind), headlines.count(kind));
      }
      column.put("machine-read", headlines.machineRead());
      column.put("all", headlines.all());
      column.put("missing", pairs(headlines.missing()));
      column.put("because", pairs(headlines.because()));
      summary.put(reading.id(), column);
    }
    return summary;
  }

  private static List<Object> pairs(List<Map.Entry<String, Integer>> counts) {
    return new ArrayList<>(
        counts.stream().map(each -> List.of(each.getKey(), each.getValue())).toList());
  }

  private void incidents(JsonText json) {
    FindingValues findings = new FindingValues(assessment.agreement());
    List<Attention> attention = new ArrayList<>();
    Columns incidents = new Columns();
    for (AssessedIncident each : assessment.incidents()) {
      List<Kind> worst =
          assessment.agreement().readings().stream().map(r -> each.worst(r.id())).toList();
      attention.add(Attention.of(each, worst));
      incidents.add(incident(each, worst, attention.getLast(), findings));
    }
    json.field("incidents", incidents.written());
    json.field("kinds", FindingValues.kinds());
    json.field("order", Attention.order(attention));
    json.field("outcomes", findings.outcomes().written());
    json.field("reasons", findings.reasons().written());
    json.field("phrases", findings.phrases());
  }

  private Map<String, Object> incident(
      AssessedIncident each, List<Kind> worst, Attention attention, FindingValues findings) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("id", each.incident().id());
    ClaimValues.span(written, "about", each.incident().about());
    written.put("claims", each.incident().claims().stream().map(claims::get).toList());
    written.put("origins", each.incident().origins().size());
    written.put("attention", attention.code());
    written.put("worst", worst.stream().map(Claim::code).toList());
    List<String> versions =
        each.accounts().stream()
            .filter(account -> account.contradictsItself())
            .map(account -> account.side().code())
            .toList();
    if (!versions.isEmpty()) {
      written.put("versions", versions);
    }
    written.put(
        "findings", each.findings().stream().map(finding -> findings.of(each, finding)).toList());
    return written;
  }

  /** Writes the claims, and the reports in which they stand. */
  private void claims(JsonText json) {
    Map<ReportId, Report> byId = basis.byId();
    Interned<ReportId> shown = new Interned<>();
    Columns written = new Columns();
    claims
        .keySet()
        .forEach(claim -> written.add(ClaimValues.of(claim, shown.position(claim.id().report()))));
    Columns reports = new Columns();
    shown.values().forEach(id -> reports.add(report(id, Optional.ofNullable(byId.get(id)))));
    json.field("reports", reports.written());
    json.field("claims", written.written());
  }

  /** Returns where a claim can be checked, as far as that gives nothing away. */
  private Map<String, Object> report(ReportId id, Optional<Report> found) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("of", id.source());
    written.put("number", id.number());
    found.ifPresent(report -> report(written, report));
    return written;
  }

  private void report(Map<String, Object> written, Report report) {
    written.put("source", report.voice().source().name());
    written.put("class", report.voice().source().kind().code());
    List<String> relays = ClaimValues.relays(report.voice());
    if (!relays.isEmpty()) {
      written.put("relays", relays);
    }
    report.document().language().ifPresent(language -> written.put("language", language));
    basis
        .address(report, assessment.selection().audience())
        .ifPresent(address -> written.put("address", address));
    if (report.exercise()) {
      written.put("exercise", true);
    }
  }

  private static List<Object> rejected(Rejected record) {
    return List.of(
        record.input().file(),
        record.input().line(),
        record.column(),
        record.value(),
        record.reason());
  }
}
