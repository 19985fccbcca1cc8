package org.truce.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.truce.agreement.Agreement;
import org.truce.agreement.Clause;
import org.truce.agreement.Reading;
import org.truce.incident.Incident;
import org.truce.place.Atlas;
import org.truce.provenance.Side;

/**
 * Judges incidents against every prohibition of every reading of an agreement.
 *
 * <p>A pure function: it reads no clock and the order of incidents or claims changes nothing. Equal
 * facts are judged once.
 */
public final class Assessor {
  private final Agreement agreement;
  private final Atlas atlas;
  private final Map<Question, Outcome> answered = new HashMap<>();
  private final Map<List<String>, Judge> judges = new HashMap<>();

  private record Question(
      String reading,
      String clause,
      List<Facts> versions,
      SortedMap<String, ExceptionState> exceptions) {}

  /**
   * Prepares to judge against an agreement.
   *
   * @throws IllegalArgumentException when its text is undisclosed: it can be referred to, never
   *     judged
   */
  public Assessor(Agreement agreement, Atlas atlas) {
    if (!agreement.canBeJudged()) {
      throw new IllegalArgumentException(
          "the text of %s is undisclosed: it can be referred to but never judged"
              .formatted(agreement.heading().id()));
    }
    this.agreement = agreement;
    this.atlas = atlas;
  }

  /** Returns the accounts of an incident, in the agreement's names. */
  public List<Account> accounts(Incident incident) {
    return Account.of(incident, agreement.roster(), atlas);
  }

  /** Returns the findings on an incident: one for each prohibition of each reading. */
  public List<Finding> assess(Incident incident) {
    List<Account> accounts = accounts(incident);
    List<Finding> findings = new ArrayList<>();
    if (accounts.isEmpty()) {
      return findings;
    }
    for (Reading reading : agreement.readings()) {
      for (Clause.Prohibition clause : agreement.prohibitions(reading)) {
        findings.add(finding(incident.number(), reading, clause, accounts));
      }
    }
    return findings;
  }

  /** Returns what one clause of one reading says under each of these accounts. */
  public Finding finding(
      int incident, Reading reading, Clause.Prohibition clause, List<Account> accounts) {
    SortedMap<Side, Outcome> outcomes = new TreeMap<>();
    accounts.forEach(account -> outcomes.put(account.side(), outcome(reading, clause, account)));
    return new Finding(incident, reading.id(), clause.id(), outcomes);
  }

  private Outcome outcome(Reading reading, Clause.Prohibition clause, Account account) {
    Question question =
        new Question(reading.id(), clause.id(), account.versions(), account.exceptions());
    Outcome known = answered.get(question);
    if (known == null) {
      Judge judge =
          judges.computeIfAbsent(
              List.of(reading.id(), clause.id()), key -> new Judge(agreement, reading, clause));
      known = judge.judge(account.versions(), account.exceptions());
      answered.put(question, known);
    }
    return known;
  }
}
