package org.truce.text;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.truce.notation.JsonText;
import org.truce.notation.Notation;
import org.truce.notation.ReportNotation;
import org.truce.report.Report;
import org.truce.text.claims.TextClaim;

/**
 * Turns the claims of a text into reports: one for each speaker, machine-read, quotes verbatim.
 *
 * <p>A report is written in the public form (docs/report-format.md) and read back, so that nothing
 * can stand in it that a file could not hold.
 */
public final class TextReports {
  private static final Set<String> PARTIES =
      Set.of("RUS", "UKR", "SYR", "ISR", "LBN", "SDN", "YEM");

  private final TextReader reader;

  /** Prepares to read texts. */
  public TextReports(TextReader reader) {
    this.reader = reader;
  }

  /** Returns the reports of a text, in the order in which speakers are first heard. */
  public List<Report> read(TextDocument document) {
    List<Report> reports = new ArrayList<>();
    for (String line : lines(document)) {
      reports.add(ReportNotation.read(Notation.jsonLine(document.file(), 1, line)));
    }
    return reports;
  }

  /** Returns the reports of a text as JSON Lines. */
  public List<String> lines(TextDocument document) {
    Map<String, List<Map<String, Object>>> bySpeaker = new LinkedHashMap<>();
    Map<String, TextClaim> first = new LinkedHashMap<>();
    List<TextClaim> claims =
        reader.read(document.words(), document.language(), document.published());
    for (TextClaim claim : claims) {
      String speaker = claim.find("source").orElse("") + "\t" + side(claim);
      List<Map<String, Object>> written = new ClaimFields(document, claim).written();
      if (!written.isEmpty()) {
        first.putIfAbsent(speaker, claim);
        bySpeaker.computeIfAbsent(speaker, s -> new ArrayList<>()).addAll(written);
      }
    }
    List<String> lines = new ArrayList<>();
    bySpeaker.forEach(
        (speaker, written) ->
            lines.add(
                report(
                    document, lines.size() + 1, Optional.ofNullable(first.get(speaker)), written)));
    return lines;
  }

  private static String report(
      TextDocument document,
      int number,
      Optional<TextClaim> speaking,
      List<Map<String, Object>> claims) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("report", document.origin().report() + "-" + number);
    report.put("source", source(document));
    speaking
        .flatMap(claim -> claim.find("source"))
        .ifPresent(
            name ->
                report.put(
                    "speakers",
                    List.of(Map.of("name", name, "side", side(speaking.orElseThrow())))));
    report.put("said", said(document));
    document.origin().address().ifPresent(address -> report.put("address", address));
    report.put("language", document.language());
    report.put("read-by", "machine");
    if (document.origin().exercise()) {
      report.put("exercise", true);
    }
    report.put("claims", claims);
    return json(report);
  }

  private static Map<String, Object> said(TextDocument document) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("from", ClaimFields.earliest(document.published().atStartOfDay(), document.zone()));
    said.put(
        "to", ClaimFields.latest(document.published().plusDays(1).atStartOfDay(), document.zone()));
    return said;
  }

  private static Map<String, Object> source(TextDocument document) {
    Map<String, Object> written = new LinkedHashMap<>();
    if (document.origin().source().isPresent()) {
      var source = document.origin().source().get().only("id", "name", "class", "side");
      for (String name : List.of("id", "name", "class", "side")) {
        written.put(name, source.get(name).text());
      }
    } else {
      written.put("id", document.origin().report());
      written.put("name", document.origin().report());
      written.put("class", "media");
      written.put("side", "neutral");
    }
    return written;
  }

  /** A state that is at war is a side; whoever else speaks is neutral. */
  private static String side(TextClaim claim) {
    return claim.find("source-code").filter(PARTIES::contains).orElse("neutral");
  }

  /** Returns a value as one line of JSON. */
  static String json(Map<String, Object> value) {
    StringWriter out = new StringWriter();
    try (JsonText json = new JsonText(out)) {
      json.beginObject();
      value.forEach(json::field);
      json.endObject();
    }
    return out.toString().strip();
  }

  /** Returns the claims of a text with spans as JSON Lines. */
  public List<String> claimLines(TextDocument document) {
    List<String> lines = new ArrayList<>();
    for (TextClaim claim :
        reader.read(document.words(), document.language(), document.published())) {
      lines.add(
          json(
              ClaimLine.of(
                  document, claim, lines.size() + 1, reader.rules(document.language()).hash())));
    }
    return lines;
  }
}
