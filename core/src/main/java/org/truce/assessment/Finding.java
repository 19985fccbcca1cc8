package org.truce.assessment;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.truce.assessment.Outcome.Kind;
import org.truce.provenance.Side;

/**
 * What one clause of one reading says of one incident, account by account.
 *
 * @param incident number of the incident
 * @param reading id of the reading
 * @param clause id of the clause
 * @param accounts side → what the clause says under that side's account
 */
public record Finding(
    int incident, String reading, String clause, SortedMap<Side, Outcome> accounts) {
  public Finding {
    accounts = Collections.unmodifiableSortedMap(new TreeMap<>(accounts));
  }

  /** Returns the outcome common to all accounts, or that they differ. */
  public Kind headline() {
    List<Kind> kinds = accounts.values().stream().map(Outcome::kind).distinct().toList();
    return kinds.size() == 1 ? kinds.getFirst() : Kind.ACCOUNTS_DIFFER;
  }

  /** Returns the parties that the accounts allege, in a breach; more than one is contested. */
  public SortedSet<String> authors() {
    SortedSet<String> authors = new TreeSet<>();
    for (Outcome outcome : accounts.values()) {
      if (outcome instanceof Outcome.PrimaFacieBreach breach) {
        authors.addAll(breach.authors());
      }
    }
    return authors;
  }

  /** Returns every fact that is missing under some account. */
  public SortedSet<Fact> missing() {
    SortedSet<Fact> missing = new TreeSet<>();
    for (Outcome outcome : accounts.values()) {
      if (outcome instanceof Outcome.Undetermined open) {
        missing.addAll(open.missing());
      }
    }
    return missing;
  }
}
