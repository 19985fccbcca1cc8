package org.truce.publish;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.truce.agreement.Agreement;
import org.truce.agreement.Clause;
import org.truce.agreement.Reading;
import org.truce.assessment.Account;
import org.truce.assessment.Assessment.AssessedIncident;
import org.truce.assessment.Explainer;
import org.truce.assessment.Explanation;
import org.truce.assessment.Finding;
import org.truce.assessment.Outcome;
import org.truce.assessment.ReadingComparison;
import org.truce.assessment.WeaponSighting;
import org.truce.report.Claim;
import org.truce.tally.PartOf;

/**
 * Writes one incident with its claims side by side and, for each finding, the tree of its reasons.
 */
public final class ReasonsPage {
  private final Agreement agreement;

  /** Prepares to explain findings on this agreement. */
  public ReasonsPage(Agreement agreement) {
    this.agreement = agreement;
  }

  /**
   * Writes the incident.
   *
   * @param sums the sums within which it may lie; none of them is a member
   */
  public void write(PrintWriter out, AssessedIncident each, List<PartOf> sums) {
    out.printf("%s · %s%n", each.incident().id(), each.incident().key().substring(0, 12));
    for (Claim claim : each.incident().claims()) {
      out.printf(
          "  %-8s %-11s %s: %s%n",
          claim.statement().voice().side(),
          claim.kind(),
          claim.id(),
          claim.statement().words().gist().orElse(""));
    }
    sums.forEach(link -> out.println("  " + SumLines.of(link)));
    Explainer explainer = new Explainer(agreement);
    for (Finding finding : each.findings()) {
      Reading reading = agreement.findReading(finding.reading()).orElseThrow();
      Clause.Prohibition clause = agreement.prohibition(finding.clause());
      out.printf(
          "%n%s of \"%s\" (%s), reading %s%n",
          Claim.code(finding.headline()).replace('-', ' '),
          clause.id(),
          clause.text().article(),
          reading.id());
      WeaponSighting.of(agreement, finding, each)
          .ifPresent(
              classes ->
                  out.printf(
                      "  class of the practice: %s%n",
                      classes.stream()
                          .map(WeaponSighting::words)
                          .collect(Collectors.joining(" or "))));
      for (Account account : each.accounts()) {
        Outcome outcome = finding.accounts().get(account.side());
        if (outcome != null) {
          out.printf("  account of %s: %s%n", account.side(), words(outcome));
          explainer.explain(reading, clause, account).forEach(reasons -> tree(out, reasons));
        }
      }
    }
    ReadingComparison readings = new ReadingComparison(agreement);
    each.accounts().stream()
        .flatMap(account -> readings.sentences(each.findings(), account).stream())
        .distinct()
        .forEach(sentence -> out.printf("%nreadings differ: %s%n", sentence));
  }

  private static String words(Outcome outcome) {
    return switch (outcome) {
      case Outcome.PrimaFacieBreach breach ->
          "prima facie breach, alleged author "
              + String.join(" or ", breach.authors())
              + (breach.exceptionClaimed() ? ", exception claimed" : ", no exception claimed");
      case Outcome.NoBreach none -> "no breach: " + String.join(", ", none.exceptions());
      case Outcome.NotCovered not ->
          "not covered: " + String.join(", ", not.because().stream().map(Claim::code).toList());
      case Outcome.Undetermined open ->
          "undetermined; would be decided by "
              + String.join(" and ", open.missing().stream().map(fact -> fact.code()).toList());
    };
  }

  private static void tree(PrintWriter out, Explanation.Reasons reasons) {
    for (int i = 0; i < reasons.lines().size(); i++) {
      Explanation line = reasons.lines().get(i);
      String branch = i == reasons.lines().size() - 1 ? "└─" : "├─";
      out.printf(
          "  %s %-10s %-5s %s%s%n",
          branch,
          line.aspect(),
          Claim.code(line.met()),
          line.says(),
          line.margin().map(margin -> "   margin " + margin).orElse(""));
    }
  }
}
