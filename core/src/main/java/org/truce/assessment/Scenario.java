package org.truce.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.truce.agreement.Agreement;
import org.truce.agreement.Clause;
import org.truce.agreement.Reading;
import org.truce.report.Claim;

/**
 * A case judged by hand, which shows what an agreement means and tests that it is judged so.
 *
 * @param title what it is about
 * @param where file and line
 * @param accounts what each side says
 * @param expected what a person says the clauses say
 */
public record Scenario(
    String title, String where, List<Account> accounts, List<Expected> expected) {
  public Scenario {
    accounts = List.copyOf(accounts);
    expected = List.copyOf(expected);
  }

  /**
   * What a person says a clause says.
   *
   * @param reading id of the reading
   * @param clause id of the clause
   * @param outcome code of the outcome
   * @param named grounds or missing facts; empty: not stated
   */
  public record Expected(String reading, String clause, String outcome, SortedSet<String> named) {
    public Expected {
      named = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(named));
    }
  }

  /** Returns every difference between the person and the program, ready to print. */
  public List<String> differences(Agreement agreement, Assessor assessor) {
    List<String> differences = new ArrayList<>();
    for (Expected each : expected) {
      Reading reading = agreement.findReading(each.reading()).orElseThrow();
      if (!reading.clauses().contains(each.clause())) {
        differences.add(
            "%s: reading %s has no clause %s".formatted(where, each.reading(), each.clause()));
        continue;
      }
      Clause.Prohibition clause = (Clause.Prohibition) agreement.clause(each.clause());
      Finding finding = assessor.finding(1, reading, clause, accounts);
      String found = Claim.code(finding.headline());
      SortedSet<String> named = named(finding);
      if (!found.equals(each.outcome())
          || (!each.named().isEmpty() && !named.equals(each.named()))) {
        differences.add(
            "%s: %s: %s of %s: by hand %s %s, judged %s %s"
                .formatted(
                    where,
                    title,
                    each.clause(),
                    each.reading(),
                    each.outcome(),
                    each.named(),
                    found,
                    named));
      }
    }
    return differences;
  }

  private static SortedSet<String> named(Finding finding) {
    SortedSet<String> named = new TreeSet<>();
    for (Outcome outcome : finding.accounts().values()) {
      if (outcome instanceof Outcome.NotCovered not) {
        not.because().forEach(ground -> named.add(Claim.code(ground)));
      } else if (outcome instanceof Outcome.Undetermined open) {
        open.missing().forEach(fact -> named.add(fact.code()));
      }
    }
    return named;
  }
}
