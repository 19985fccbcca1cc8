package org.truce.publish;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.truce.assessment.Assessment;
import org.truce.assessment.Assessment.AssessedIncident;
import org.truce.assessment.Fact;
import org.truce.assessment.Finding;
import org.truce.assessment.Outcome;
import org.truce.assessment.Outcome.Ground;
import org.truce.assessment.Outcome.Kind;
import org.truce.report.Claim;

/** Counts of incidents by their worst outcome under one reading; each incident counts once. */
public final class Headlines {
  /** Stands for an author where accounts allege different ones. */
  public static final String CONTESTED = "contested";

  private final Map<String, Integer> breachesByAuthor = new java.util.TreeMap<>();
  private final Map<Kind, Integer> others = new java.util.EnumMap<>(Kind.class);
  private final Map<String, Integer> missing = new LinkedHashMap<>();
  private final Map<String, Integer> because = new LinkedHashMap<>();
  private int machineRead;
  private int all;

  private Headlines() {}

  /** Counts the incidents of an assessment under one of its readings. */
  public static Headlines of(Assessment assessment, String reading) {
    Headlines headlines = new Headlines();
    assessment.incidents().forEach(incident -> headlines.count(incident, reading));
    return headlines;
  }

  private void count(AssessedIncident incident, String reading) {
    all++;
    if (incident.accounts().isEmpty()) {
      machineRead++;
      return;
    }
    Kind worst = incident.worst(reading);
    List<Finding> deciding =
        incident.findings().stream()
            .filter(f -> f.reading().equals(reading) && f.headline() == worst)
            .toList();
    if (worst == Kind.PRIMA_FACIE_BREACH) {
      SortedSet<String> authors = new TreeSet<>();
      deciding.forEach(finding -> authors.addAll(finding.authors()));
      breachesByAuthor.merge(authors.size() == 1 ? authors.first() : CONTESTED, 1, Integer::sum);
      return;
    }
    others.merge(worst, 1, Integer::sum);
    if (worst == Kind.UNDETERMINED) {
      missing.merge(facts(deciding), 1, Integer::sum);
    } else if (worst == Kind.NOT_COVERED) {
      because.merge(grounds(deciding), 1, Integer::sum);
    }
  }

  private static String facts(List<Finding> findings) {
    SortedSet<Fact> facts = new TreeSet<>();
    findings.forEach(finding -> facts.addAll(finding.missing()));
    return String.join(" and ", facts.stream().map(Fact::code).toList());
  }

  private static String grounds(List<Finding> findings) {
    SortedSet<Ground> grounds = new TreeSet<>();
    for (Finding finding : findings) {
      for (Outcome outcome : finding.accounts().values()) {
        if (outcome instanceof Outcome.NotCovered not) {
          grounds.add(not.because().first());
        }
      }
    }
    return String.join(" or ", grounds.stream().map(Claim::code).toList());
  }

  /** Returns prima facie breaches of which this party alone is the alleged author. */
  public int breaches(String author) {
    return breachesByAuthor.getOrDefault(author, 0);
  }

  /** Returns incidents whose worst outcome is that one, breaches apart. */
  public int count(Kind kind) {
    return others.getOrDefault(kind, 0);
  }

  /** Returns incidents of which only machines read; they are in no other count. */
  public int machineRead() {
    return machineRead;
  }

  /** Returns all incidents. */
  public int all() {
    return all;
  }

  /** Returns the alleged authors of breaches, and {@link #CONTESTED} if there are such. */
  public SortedSet<String> authors() {
    return new TreeSet<>(breachesByAuthor.keySet());
  }

  /** Returns what would decide the undetermined, most frequent first. */
  public List<Map.Entry<String, Integer>> missing() {
    return mostFrequent(missing);
  }

  /** Returns why incidents are not covered, most frequent first. */
  public List<Map.Entry<String, Integer>> because() {
    return mostFrequent(because);
  }

  private static List<Map.Entry<String, Integer>> mostFrequent(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
        .toList();
  }
}
