package org.truce.notation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.truce.notation.Node.Mapping;
import org.truce.provenance.Coarsening;
import org.truce.provenance.Consent;
import org.truce.provenance.Disclosure;
import org.truce.provenance.Handling;
import org.truce.provenance.ReadBy;
import org.truce.provenance.Side;
import org.truce.provenance.Source;
import org.truce.provenance.SourceClass;
import org.truce.provenance.Speaker;
import org.truce.report.Claim;
import org.truce.report.Input;
import org.truce.report.Report;
import org.truce.report.ReportId;
import org.truce.report.Voice;

/** Reads one report (docs/report-format.md). */
public final class ReportNotation {
  private ReportNotation() {}

  /**
   * Reads a report.
   *
   * @throws NotationException when it is not of the form; the message names file, line and value
   */
  public static Report read(Node node) {
    Mapping mapping =
        node.mapping()
            .only(
                "report",
                "source",
                "speakers",
                "said",
                "address",
                "language",
                "handling",
                "consent",
                "coarsen",
                "read-by",
                "origin",
                "exercise",
                "claims");
    Voice voice = voice(mapping);
    ReportId id =
        mapping
            .get("report")
            .checked(() -> new ReportId(voice.source().id(), mapping.get("report").text()));
    return new Report(
        id,
        voice,
        new Report.Document(
            mapping.findText("address"),
            mapping.findText("language"),
            new Input(node.where().file(), node.where().line())),
        claims(mapping.get("claims"), id, voice),
        Optional.empty(),
        mapping.find("exercise").map(Node::flag).orElse(false));
  }

  private static Voice voice(Mapping mapping) {
    return new Voice(
        source(mapping),
        mapping.find("speakers").map(Node::items).orElse(List.of()).stream()
            .map(ReportNotation::speaker)
            .toList(),
        TimeNotation.span(mapping.get("said")),
        mapping.find("read-by").map(node -> node.oneOf(ReadBy.class)).orElse(ReadBy.PERSON),
        new Disclosure(
            mapping
                .find("handling")
                .map(node -> node.oneOf(Handling.class))
                .orElse(Handling.PUBLIC),
            mapping
                .find("consent")
                .map(node -> node.oneOf(Consent.class))
                .orElse(Consent.NOT_NEEDED),
            mapping.find("coarsen").map(ReportNotation::coarsening).orElse(Coarsening.NONE)));
  }

  private static Source source(Mapping report) {
    Mapping mapping = report.get("source").mapping().only("id", "name", "class", "side");
    Node id = mapping.get("id");
    return id.checked(
        () ->
            new Source(
                id.text(),
                mapping.get("name").text(),
                mapping.get("class").oneOf(SourceClass.class),
                side(mapping.get("side")),
                report.findText("origin")));
  }

  private static Speaker speaker(Node node) {
    Mapping mapping = node.mapping().only("name", "office", "organ", "side");
    return new Speaker(
        mapping.get("name").text(),
        mapping.findText("office"),
        mapping.findText("organ"),
        side(mapping.get("side")));
  }

  private static Side side(Node node) {
    return node.checked(() -> new Side(node.text()));
  }

  private static Coarsening coarsening(Node node) {
    Mapping mapping = node.mapping().only("place-m", "time");
    return mapping.checked(
        () ->
            new Coarsening(
                mapping.find("place-m").map(Node::wholeNumber).orElse(0L),
                mapping.find("time").map(TimeNotation::duration).orElse(java.time.Duration.ZERO)));
  }

  private static List<Claim> claims(Node node, ReportId report, Voice voice) {
    List<Claim> claims = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Node item : node.items()) {
      Claim claim =
          ClaimNotation.read(item.mapping(), report, voice, String.valueOf(claims.size() + 1));
      if (!names.add(claim.id().name())) {
        throw item.error("claim \"%s\" stands twice".formatted(claim.id().name()), List.of());
      }
      claims.add(claim);
    }
    if (claims.isEmpty()) {
      throw node.error("a report has at least one claim", List.of());
    }
    return claims;
  }
}
