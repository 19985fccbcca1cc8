package org.truce.notation;

import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.truce.agreement.Agreement;
import org.truce.agreement.Clause;
import org.truce.agreement.Reading;
import org.truce.assessment.Account;
import org.truce.assessment.AssessedNumbers;
import org.truce.assessment.Assessment;
import org.truce.assessment.Assessment.AssessedIncident;
import org.truce.assessment.Explainer;
import org.truce.assessment.Explanation;
import org.truce.assessment.Finding;
import org.truce.assessment.Outcome;
import org.truce.assessment.WeaponSighting;
import org.truce.incident.Model;
import org.truce.place.Place;
import org.truce.report.Claim;
import org.truce.report.Count;
import org.truce.report.Rejected;
import org.truce.tally.PartsCheck;

/** Writes an assessment as JSON, by the schema {@code assessment.schema.json}. */
public final class AssessmentNotation {
  private final Assessment assessment;
  private final Agreement agreement;
  private final AssessedNumbers numbers;
  private final Explainer explainer;

  /** Prepares to write an assessment. */
  public AssessmentNotation(Assessment assessment, AssessedNumbers numbers) {
    this.assessment = assessment;
    this.numbers = numbers;
    this.agreement = assessment.agreement();
    this.explainer = new Explainer(agreement);
  }

  /**
   * Writes everything, piece by piece.
   *
   * @param rejected how many records could not be read
   * @param shown those of them that the audience may see
   * @param repeated how many reports came again with the same content
   */
  public void write(Writer out, int rejected, List<Rejected> shown, int repeated) {
    try (JsonText json = new JsonText(out)) {
      json.beginObject();
      json.field("agreement", heading());
      json.field("selection", selection());
      json.field("counts", counts(rejected, repeated));
      new SubjectNotation(assessment).write(json);
      json.field("numbers", NumbersNotation.of(numbers));
      json.beginList("incidents");
      assessment.incidents().forEach(each -> json.item(incident(each)));
      json.endList();
      json.beginList("claims");
      assessment.claims().forEach(claim -> json.item(claim(claim)));
      json.endList();
      json.beginList("rejected");
      shown.forEach(record -> json.item(rejected(record)));
      json.endList();
      json.endObject();
    }
  }

  private Map<String, Object> heading() {
    Map<String, Object> heading = new LinkedHashMap<>();
    heading.put("id", agreement.heading().id());
    heading.put("title", agreement.heading().title());
    heading.put("authenticity", Claim.code(agreement.heading().authenticity()));
    heading.put("readings", agreement.readings().stream().map(Reading::id).toList());
    return heading;
  }

  private Map<String, Object> selection() {
    Map<String, Object> selection = new LinkedHashMap<>();
    assessment
        .selection()
        .saidBy()
        .ifPresent(instant -> selection.put("said-by", TimeNotation.write(instant)));
    assessment
        .selection()
        .about()
        .ifPresent(span -> selection.put("about", TimeNotation.write(span)));
    selection.put("audience", assessment.selection().audience().code());
    selection.put("fusion-model", Model.BY_HAND.version());
    return selection;
  }

  private Map<String, Object> counts(int rejected, int repeated) {
    Assessment.Counts counts = assessment.counts();
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("reports", counts.reports());
    written.put("rejected", rejected);
    written.put("repeated", repeated);
    written.put("not-yet-said", counts.notYetSaid());
    written.put("claims", claimKinds());
    written.put("incidents", assessment.incidents().size());
    written.put("withheld", counts.withheld());
    written.put("machine-read", counts.machineRead());
    written.put("unattached", counts.unattached());
    written.put("unlisted-actors", counts.unlisted());
    return written;
  }

  private Map<String, Integer> claimKinds() {
    Map<String, Integer> kinds = new java.util.TreeMap<>();
    assessment.claims().forEach(claim -> kinds.merge(claim.kind(), 1, Integer::sum));
    return kinds;
  }

  private Map<String, Object> incident(AssessedIncident each) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("id", each.incident().id());
    written.put("key", each.incident().key());
    written.put("about", TimeNotation.write(each.incident().about()));
    written.put("claims", each.incident().claims().stream().map(c -> c.id().toString()).toList());
    written.put("origins", each.incident().origins());
    written.put("contested", each.contested());
    List<String> accounts = each.accounts().stream().map(a -> a.side().code()).toList();
    written.put("accounts", accounts);
    written.put("findings", each.findings().stream().map(f -> finding(each, f)).toList());
    return written;
  }

  private Map<String, Object> finding(AssessedIncident each, Finding finding) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("reading", finding.reading());
    written.put("clause", finding.clause());
    written.put("headline", Claim.code(finding.headline()));
    if (!finding.authors().isEmpty()) {
      written.put("alleged-authors", finding.authors());
    }
    Map<String, Object> accounts = new LinkedHashMap<>();
    for (Account account : each.accounts()) {
      Outcome outcome = finding.accounts().get(account.side());
      if (outcome != null) {
        accounts.put(account.side().code(), outcome(outcome, finding, account));
      }
    }
    written.put("accounts", accounts);
    WeaponSighting.of(agreement, finding, each)
        .ifPresent(
            classes -> written.put("weapon-class", classes.stream().map(Claim::code).toList()));
    return written;
  }

  private Map<String, Object> outcome(Outcome outcome, Finding finding, Account account) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("outcome", Claim.code(outcome.kind()));
    switch (outcome) {
      case Outcome.PrimaFacieBreach breach ->
          written.put("exception-claimed", breach.exceptionClaimed());
      case Outcome.NoBreach none -> written.put("exceptions", none.exceptions());
      case Outcome.NotCovered not ->
          written.put("because", not.because().stream().map(Claim::code).toList());
      case Outcome.Undetermined open -> {
        written.put("missing", open.missing().stream().map(fact -> fact.code()).toList());
        written.put("if", List.of(completion(open.one()), completion(open.other())));
      }
    }
    if (!(outcome instanceof Outcome.NotCovered)) {
      written.put("reasons", reasons(finding, account));
    }
    return written;
  }

  /** Writes a way in which the facts may be, and what follows. */
  public static Map<String, Object> completion(Outcome.Completion completion) {
    Map<String, Object> facts = new LinkedHashMap<>();
    completion.facts().forEach((fact, value) -> facts.put(fact.code(), value));
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("facts", facts);
    written.put("then", Claim.code(completion.leadsTo()));
    return written;
  }

  private List<Object> reasons(Finding finding, Account account) {
    Reading reading = agreement.findReading(finding.reading()).orElseThrow();
    Clause.Prohibition clause = agreement.prohibition(finding.clause());
    List<Object> versions = new ArrayList<>();
    for (Explanation.Reasons version : explainer.explain(reading, clause, account)) {
      versions.add(version.lines().stream().map(AssessmentNotation::line).toList());
    }
    return versions;
  }

  private static Map<String, Object> line(Explanation line) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("aspect", line.aspect());
    written.put("met", Claim.code(line.met()));
    written.put("says", line.says());
    line.margin().ifPresent(margin -> written.put("margin", margin));
    return written;
  }

  private Map<String, Object> claim(Claim claim) {
    Map<String, Object> written = new LinkedHashMap<>();
    var statement = claim.statement();
    written.put("id", claim.id().toString());
    written.put("claim", claim.kind());
    written.put("side", statement.voice().side().code());
    written.put("speaker", statement.voice().name());
    written.put("said", TimeNotation.write(statement.voice().said()));
    written.put("about", TimeNotation.write(statement.about()));
    Place place = statement.where().place();
    if (!place.parts().isEmpty()) {
      written.put("place", place(place));
    }
    statement.words().gist().ifPresent(gist -> written.put("gist", gist));
    written.put("handling", statement.handling().code());
    if (claim instanceof Claim.Tally tally) {
      written.put("tally", tally(tally));
    }
    return written;
  }

  private static List<Object> place(Place place) {
    List<Object> parts = new ArrayList<>();
    for (Place part : place.parts()) {
      Map<String, Object> written = new LinkedHashMap<>();
      if (part instanceof Place.Circle circle) {
        written.put("lat", circle.centre().lat());
        written.put("lon", circle.centre().lon());
        written.put("within-m", circle.radiusMm() / 1_000);
        written.put("assumed", circle.bound() == Place.Bound.ASSUMED);
      } else if (part instanceof Place.InRegions regions) {
        written.put("region", regions.codes());
      }
      parts.add(written);
    }
    return parts;
  }

  private static Map<String, Object> tally(Claim.Tally tally) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("unit", tally.unit());
    tally.total().ifPresent(total -> written.put("total", count(total)));
    List<Object> parts = new ArrayList<>();
    for (Claim.Part part : tally.parts()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("what", part.what());
      entry.put("count", count(part.count()));
      part.of().ifPresent(of -> entry.put("of", of));
      parts.add(entry);
    }
    written.put("parts", parts);
    PartsCheck check = PartsCheck.of(tally);
    check.sum().ifPresent(sum -> written.put("parts-add-to", count(sum)));
    written.put("parts-against-total", Claim.code(check.verdict()));
    return written;
  }

  private static Map<String, Object> count(Count count) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("said", count.said());
    written.put("least", count.least());
    if (count.most() < Long.MAX_VALUE) {
      written.put("most", count.most());
    }
    return written;
  }

  private static Map<String, Object> rejected(Rejected record) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("file", record.input().file());
    written.put("line", record.input().line());
    written.put("column", record.column());
    written.put("value", record.value());
    written.put("reason", record.reason());
    return written;
  }
}
