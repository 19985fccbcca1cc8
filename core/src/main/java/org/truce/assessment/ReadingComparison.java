package org.truce.assessment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.truce.agreement.Agreement;
import org.truce.agreement.Clause;
import org.truce.agreement.LocalTimes;
import org.truce.agreement.Reading;
import org.truce.report.Claim;

/** Why two readings say different things of one incident, in one sentence. */
public final class ReadingComparison {
  private final Agreement agreement;
  private final Explainer explainer;

  /** Prepares to compare readings of this agreement. */
  public ReadingComparison(Agreement agreement) {
    this.agreement = agreement;
    this.explainer = new Explainer(agreement);
  }

  /**
   * Returns the sentence for two readings of one clause under one account; empty when they say the
   * same.
   */
  public Optional<String> sentence(String clause, Finding one, Finding other, Account account) {
    if (one.headline() == other.headline()) {
      return Optional.empty();
    }
    Reading here = agreement.findReading(one.reading()).orElseThrow();
    Reading there = agreement.findReading(other.reading()).orElseThrow();
    Map<String, Explanation> mine = lines(here, clause, account);
    Map<String, Explanation> theirs = lines(there, clause, account);
    List<String> differing = new ArrayList<>();
    mine.forEach(
        (aspect, line) -> {
          Explanation counterpart = theirs.get(aspect);
          if (counterpart != null && counterpart.met() != line.met()) {
            differing.add(aspect);
          }
        });
    return Optional.of(
        "\"%s\" is %s under %s and %s under %s, because %s"
            .formatted(
                clause,
                words(one),
                here.id(),
                words(other),
                there.id(),
                reason(differing, here, there)));
  }

  private static String words(Finding finding) {
    return Claim.code(finding.headline()).replace('-', ' ');
  }

  private Map<String, Explanation> lines(Reading reading, String clause, Account account) {
    Clause.Prohibition prohibition = agreement.prohibition(clause);
    return explainer.explain(reading, prohibition, account).getFirst().lines().stream()
        .collect(
            Collectors.toMap(Explanation::aspect, line -> line, (a, b) -> a, LinkedHashMap::new));
  }

  private static String reason(List<String> differing, Reading here, Reading there) {
    if (differing.contains("time")) {
      return "%s applies %s and %s applies %s"
          .formatted(here.id(), term(here), there.id(), term(there));
    }
    return differing.isEmpty()
        ? "the values that the text leaves open are not the same"
        : "they differ in " + String.join(" and ", differing) + met(differing);
  }

  private static String met(List<String> differing) {
    return differing.size() == 1 ? ", which meets the clause under one of them only" : "";
  }

  private static String term(Reading reading) {
    return LocalTimes.of(reading).term(reading.inForce());
  }

  /** Returns the sentences for an incident, clause by clause, for readings that both have it. */
  public List<String> sentences(List<Finding> findings, Account account) {
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      for (int j = i + 1; j < findings.size(); j++) {
        if (findings.get(i).clause().equals(findings.get(j).clause())) {
          sentence(findings.get(i).clause(), findings.get(i), findings.get(j), account)
              .ifPresent(sentences::add);
        }
      }
    }
    return sentences;
  }
}
