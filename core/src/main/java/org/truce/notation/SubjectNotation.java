package org.truce.notation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.truce.assessment.Assessment;
import org.truce.assessment.Fulfilment;
import org.truce.assessment.ObligationFinding;
import org.truce.assessment.TextFinding;
import org.truce.coverage.AllegedAttacks;
import org.truce.report.Claim;
import org.truce.report.Count;

/** Writes what was found on subjects that are no incident. */
final class SubjectNotation {
  private final Assessment assessment;

  SubjectNotation(Assessment assessment) {
    this.assessment = assessment;
  }

  void write(JsonText json) {
    assessment.asOf().ifPresent(asOf -> json.field("obligations", obligations(asOf)));
    assessment.beforeEntry().ifPresent(each -> json.field("before-entry", beforeEntry(each)));
    json.field(
        "text-lacks",
        TextFinding.of(assessment.agreement()).stream().map(SubjectNotation::lack).toList());
  }

  private static Map<String, Object> lack(TextFinding finding) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("kind", finding.kind().code());
    written.put("of", finding.of());
    return written;
  }

  private static Map<String, Object> bounds(Count count) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("least", count.least());
    written.put("most", count.most());
    return written;
  }

  private Map<String, Object> obligations(Instant asOf) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("as-of", TimeNotation.write(asOf));
    List<Object> findings = new ArrayList<>();
    for (ObligationFinding each :
        ObligationFinding.of(assessment.agreement(), assessment.claims(), asOf)) {
      Map<String, Object> finding = new LinkedHashMap<>();
      finding.put("reading", each.reading());
      finding.put("clause", each.clause());
      finding.put("party", each.party());
      finding.put("phase", Claim.code(each.phase()));
      finding.put("headline", Claim.code(each.common().kind()));
      Map<String, Object> accounts = new LinkedHashMap<>();
      each.accounts().forEach((side, own) -> accounts.put(side.code(), outcome(own)));
      finding.put("accounts", accounts);
      findings.add(finding);
    }
    written.put("findings", findings);
    return written;
  }

  private static Map<String, Object> outcome(Fulfilment fulfilment) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("outcome", Claim.code(fulfilment.kind()));
    if (!fulfilment.missing().isEmpty()) {
      written.put("missing", fulfilment.missing());
    }
    return written;
  }

  private static Map<String, Object> beforeEntry(AllegedAttacks attacks) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("window", TimeNotation.write(attacks.watched().window()));
    Map<String, Object> authors = new LinkedHashMap<>();
    attacks.byAuthor().forEach((author, count) -> authors.put(author, bounds(count)));
    written.put("reported-attacks", authors);
    if (attacks.watched().recorded()) {
      written.put("watched-hours", attacks.watched().watched().length().toMinutes() / 60.0);
    }
    return written;
  }
}
