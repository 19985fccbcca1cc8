package org.truce.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.truce.agreement.Agreement;
import org.truce.agreement.Agreement.Meant;
import org.truce.agreement.Clause;
import org.truce.agreement.Condition;
import org.truce.agreement.Reading;
import org.truce.assessment.Assessment.AssessedIncident;
import org.truce.incident.Incident;
import org.truce.place.Atlas;
import org.truce.provenance.Side;
import org.truce.time.TimeSpan;

/**
 * Judges incidents against every clause of every reading of an agreement that an incident can
 * breach.
 *
 * <p>A pure function: it reads no clock and the order of incidents or claims changes nothing. Equal
 * facts are judged once.
 */
public final class Assessor {
  /** The condition that looks at earlier findings. */
  static final String BREACH_OF = "breach-of";

  /** Outcomes that are remembered, in case the same is asked again: some tens of megabytes. */
  private static final int MOST_ANSWERED = 50_000;

  private static final String SELF = "the-other-party";

  private final Agreement agreement;
  private final Atlas atlas;
  private final Map<Question, Outcome> answered =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Outcome> eldest) {
          return size() > MOST_ANSWERED;
        }
      };
  private final Map<JudgeKey, Judge> judges = new HashMap<>();
  private final Map<String, List<Meant>> ways = new HashMap<>();
  private List<List<Account>> others = List.of();

  private record JudgeKey(String reading, String clause, int way) {}

  private record Question(
      JudgeKey judge,
      List<Facts> versions,
      SortedMap<String, ExceptionState> exceptions,
      SortedMap<String, TimeSpan> notices) {}

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

  /**
   * Says what else happened: an exception that depends on an earlier breach is judged by those of
   * these that lie wholly earlier.
   *
   * @param accounts the accounts of each other incident
   */
  void alsoHappened(List<List<Account>> accounts) {
    others = List.copyOf(accounts);
  }

  /** Says what else happened, when a clause depends on it. */
  public void alsoHappened(java.util.Collection<Incident> incidents) {
    boolean depends =
        agreement.clauses().values().stream()
            .filter(Clause.Permission.class::isInstance)
            .map(Clause.Permission.class::cast)
            .flatMap(permission -> permission.condition().stream())
            .flatMap(condition -> condition.terms().stream())
            .anyMatch(term -> term.kind().equals(BREACH_OF));
    if (depends) {
      alsoHappened(incidents.stream().map(this::accounts).toList());
    }
  }

  /** Returns the accounts of an incident, in the agreement's names. */
  public List<Account> accounts(Incident incident) {
    return Account.of(incident, agreement.roster(), atlas);
  }

  /** Returns the findings on an incident: one for each clause of each reading. */
  public List<Finding> assess(Incident incident) {
    return findings(incident.number(), accounts(incident));
  }

  /** Returns an incident with its accounts and the findings on it. */
  public AssessedIncident assessed(Incident incident) {
    List<Account> accounts = accounts(incident);
    return new AssessedIncident(incident, accounts, findings(incident.number(), accounts));
  }

  private List<Finding> findings(int incident, List<Account> accounts) {
    List<Finding> findings = new ArrayList<>();
    if (accounts.isEmpty()) {
      return findings;
    }
    for (Reading reading : agreement.readings()) {
      for (Clause.Prohibition clause : agreement.prohibitions(reading)) {
        findings.add(finding(incident, reading, clause, accounts));
      }
    }
    return findings;
  }

  /** Returns what one clause of one reading says under each of these accounts. */
  public Finding finding(
      int incident, Reading reading, Clause.Prohibition clause, List<Account> accounts) {
    SortedMap<Side, Outcome> outcomes = new TreeMap<>();
    accounts.forEach(
        account -> outcomes.put(account.side(), outcome(reading, clause.id(), account)));
    return new Finding(incident, reading.id(), clause.id(), outcomes);
  }

  private Outcome outcome(Reading reading, String clause, Account account) {
    List<Meant> meanings = ways.computeIfAbsent(reading.id(), id -> agreement.ways(reading));
    List<OpenValues.Way> judged = new ArrayList<>();
    List<Object> seen = new ArrayList<>();
    for (int i = 0; i < meanings.size(); i++) {
      Meant meant = meanings.get(i);
      JudgeKey key = new JudgeKey(reading.id(), clause, i);
      Account with = withEarlier(meant, reading, account);
      if (meanings.size() > 1) {
        List<Object> bearing = judge(key, meant).bearing(with);
        if (seen.contains(bearing)) {
          continue;
        }
        seen.add(bearing);
      }
      judged.add(new OpenValues.Way(words(meant), outcome(key, meant, with)));
    }
    return OpenValues.combined(judged);
  }

  private Judge judge(JudgeKey key, Meant meant) {
    return judges.computeIfAbsent(
        key,
        each ->
            new Judge(
                meant.agreement(), meant.reading(), meant.agreement().prohibition(each.clause())));
  }

  private static String words(Meant meant) {
    return meant.chosen().isEmpty()
        ? "as written"
        : String.join(
            ", ",
            meant.chosen().entrySet().stream()
                .map(each -> each.getKey() + " is " + each.getValue())
                .toList());
  }

  private Outcome outcome(JudgeKey key, Meant meant, Account account) {
    Question question =
        new Question(key, account.versions(), account.exceptions(), account.notices());
    Outcome known = answered.get(question);
    if (known == null) {
      known = judge(key, meant).judge(account.versions(), account.exceptions(), account.notices());
      answered.put(question, known);
    }
    return known;
  }

  /**
   * Returns the account with every condition shown that an earlier breach meets. Only claims of an
   * exception that the account makes are looked at.
   */
  private Account withEarlier(Meant meant, Reading reading, Account account) {
    Account with = account;
    for (String id : reading.clauses()) {
      if (meant.agreement().clause(id) instanceof Clause.Permission permission
          && account.exceptions().containsKey(id)
          && permission.condition().isPresent()) {
        for (Condition.Term term : permission.condition().get().terms()) {
          String key = id + "/" + term.kind();
          if (term.kind().equals(BREACH_OF)
              && term.establishedBy().map(SELF::equals).orElse(false)
              && !account.exceptions().containsKey(key)
              && wasBreachedBefore(term.value(), reading, account)) {
            with = with.with(key, ExceptionState.SHOWN);
          }
        }
      }
    }
    return with;
  }

  private boolean wasBreachedBefore(String clause, Reading reading, Account account) {
    Instant from =
        account.versions().stream()
            .map(facts -> facts.when().from())
            .min(Comparator.naturalOrder())
            .orElseThrow();
    return others.stream()
        .flatMap(List::stream)
        .filter(other -> other.side().equals(account.side()))
        .filter(other -> other.versions().stream().noneMatch(f -> f.when().to().isAfter(from)))
        .anyMatch(
            other ->
                outcome(reading, clause, other) instanceof Outcome.PrimaFacieBreach breach
                    && breach.authors().stream().noneMatch(parties(account)::contains));
  }

  private SortedSet<String> parties(Account account) {
    SortedSet<String> parties = new TreeSet<>();
    account
        .versions()
        .forEach(
            facts ->
                facts
                    .encounters()
                    .possibilities(agreement.roster())
                    .forEach(each -> parties.add(each.author().name())));
    return parties;
  }
}
