package org.truce.publish.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.truce.agreement.Agreement;
import org.truce.agreement.Clause;
import org.truce.agreement.Reading;
import org.truce.assessment.Account;
import org.truce.assessment.Assessment.AssessedIncident;
import org.truce.assessment.Explainer;
import org.truce.assessment.Explanation;
import org.truce.assessment.Fact;
import org.truce.assessment.Finding;
import org.truce.assessment.Outcome;
import org.truce.notation.AssessmentNotation;
import org.truce.report.Claim;

/** What the page shows of findings. Equal outcomes and equal reasons are written once. */
final class FindingValues {
  private final Agreement agreement;
  private final Explainer explainer;
  private final Interned<List<Object>> reasons = new Interned<>();
  private final Interned<Map<String, Object>> outcomes = new Interned<>();

  FindingValues(Agreement agreement) {
    this.agreement = agreement;
    this.explainer = new Explainer(agreement);
  }

  /** Returns reading, clause, headline, and account → position of its outcome. */
  Map<String, Object> of(AssessedIncident each, Finding finding) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("r", finding.reading());
    written.put("c", finding.clause());
    written.put("o", Claim.code(finding.headline()));
    Map<String, Object> accounts = new LinkedHashMap<>();
    for (Account account : each.accounts()) {
      Outcome outcome = finding.accounts().get(account.side());
      if (outcome != null) {
        accounts.put(
            account.side().code(), outcomes.position(outcome(outcome, reasons(finding, account))));
      }
    }
    written.put("a", accounts);
    return written;
  }

  private static Map<String, Object> outcome(Outcome outcome, List<Object> reasons) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("o", Claim.code(outcome.kind()));
    switch (outcome) {
      case Outcome.PrimaFacieBreach breach -> {
        written.put("authors", List.copyOf(breach.authors()));
        written.put("claimed", breach.exceptionClaimed());
      }
      case Outcome.NoBreach none -> written.put("exceptions", List.copyOf(none.exceptions()));
      case Outcome.NotCovered not ->
          written.put("because", not.because().stream().map(Claim::code).toList());
      case Outcome.Undetermined open -> {
        written.put("missing", open.missing().stream().map(Fact::code).toList());
        written.put(
            "if",
            List.of(
                AssessmentNotation.completion(open.one()),
                AssessmentNotation.completion(open.other())));
      }
    }
    written.put("why", reasons);
    return written;
  }

  /** Returns, for each version of the account, the positions of its reasons. */
  private List<Object> reasons(Finding finding, Account account) {
    Reading reading = agreement.findReading(finding.reading()).orElseThrow();
    Clause.Prohibition clause = (Clause.Prohibition) agreement.clause(finding.clause());
    List<Object> versions = new ArrayList<>();
    for (Explanation.Reasons version : explainer.explain(reading, clause, account)) {
      versions.add(version.lines().stream().map(line -> reasons.position(line(line))).toList());
    }
    return versions;
  }

  private static List<Object> line(Explanation line) {
    return List.of(line.aspect(), Claim.code(line.met()), line.says(), line.margin().orElse(""));
  }

  /** Returns the reasons by position: aspect, whether met, words, margin. */
  List<List<Object>> reasons() {
    return reasons.values();
  }

  /** Returns the outcomes by position. */
  List<Map<String, Object>> outcomes() {
    return outcomes.values();
  }
}
