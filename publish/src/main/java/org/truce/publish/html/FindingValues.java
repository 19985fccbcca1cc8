package org.truce.publish.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

/**
 * What the page shows of findings. Equal outcomes, equal reasons and equal parts of a sentence are
 * written once and named by their position.
 */
final class FindingValues {
  private static final List<Outcome.Kind> KINDS = List.of(Outcome.Kind.values());

  private final Agreement agreement;
  private final Explainer explainer;
  private final List<String> readings;
  private final List<String> clauses;
  private final Interned<String> phrases = new Interned<>();
  private final Interned<Map<String, Object>> reasons = new Interned<>();
  private final Interned<Map<String, Object>> outcomes = new Interned<>();

  FindingValues(Agreement agreement) {
    this.agreement = agreement;
    this.explainer = new Explainer(agreement);
    this.readings = agreement.readings().stream().map(Reading::id).toList();
    this.clauses = List.copyOf(agreement.clauses().keySet());
  }

  /**
   * Returns the positions of reading, clause and headline (of the kinds of outcome, see {@link
   * #kinds}), then for each account its side and the position of its outcome.
   */
  List<Object> of(AssessedIncident each, Finding finding) {
    List<Object> written = new ArrayList<>();
    written.add(readings.indexOf(finding.reading()));
    written.add(clauses.indexOf(finding.clause()));
    written.add(KINDS.indexOf(finding.headline()));
    for (Account account : each.accounts()) {
      Outcome outcome = finding.accounts().get(account.side());
      if (outcome != null) {
        written.add(account.side().code());
        written.add(outcomes.position(outcome(outcome, reasons(finding, account))));
      }
    }
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

  private Map<String, Object> line(Explanation line) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("aspect", line.aspect());
    written.put("met", Claim.code(line.met()));
    written.put("says", Stream.of(line.says().split(", ", -1)).map(phrases::position).toList());
    line.margin().ifPresent(margin -> written.put("margin", margin));
    return written;
  }

  /** Returns the kinds of outcome in the order in which findings number them. */
  static List<String> kinds() {
    return KINDS.stream().map(Claim::code).toList();
  }

  /** Returns the parts of the sentences in the reasons, which are joined by a comma. */
  List<String> phrases() {
    return phrases.values();
  }

  /** Returns the reasons: aspect, whether met, the parts of what it says, margin. */
  Columns reasons() {
    return columns(reasons.values());
  }

  /** Returns the outcomes. */
  Columns outcomes() {
    return columns(outcomes.values());
  }

  private static Columns columns(List<Map<String, Object>> records) {
    Columns columns = new Columns();
    records.forEach(columns::add);
    return columns;
  }
}
