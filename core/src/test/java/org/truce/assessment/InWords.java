package org.truce.assessment;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.truce.agreement.Agreement;
import org.truce.agreement.Reading;
import org.truce.place.Atlas;
import org.truce.report.Claim;

/** Findings and their reasons as text that a person can check line by line. */
final class InWords {
  private final Agreement agreement;
  private final Assessor assessor;
  private final Explainer explainer;

  InWords(Agreement agreement, Atlas atlas) {
    this.agreement = agreement;
    this.assessor = new Assessor(agreement, atlas);
    this.explainer = new Explainer(agreement);
  }

  /** Returns the scenario with what each clause asked for says of it, and why. */
  String scenario(Scenario scenario) {
    StringBuilder text = new StringBuilder("# " + scenario.title() + "\n");
    for (Scenario.Expected expected : scenario.expected()) {
      if (scenario.subject() instanceof Scenario.Subject.OfIncident incident) {
        Reading reading = agreement.findReading(expected.reading()).orElseThrow();
        assessor.alsoHappened(incident.earlier());
        text.append(
            finding(
                assessor.finding(
                    1, reading, agreement.prohibition(expected.clause()), incident.accounts()),
                incident.accounts()));
      }
    }
    return text.append("\n").toString();
  }

  /** Returns a finding with its reasons under every account. */
  String finding(Finding finding, List<Account> accounts) {
    StringBuilder text = new StringBuilder(headline(finding) + "\n");
    Reading reading = agreement.findReading(finding.reading()).orElseThrow();
    for (Account account : accounts) {
      Outcome outcome = Objects.requireNonNull(finding.accounts().get(account.side()));
      text.append("  by %s: %s%n".formatted(account.side().code(), outcome(outcome)));
      explainer
          .explain(reading, agreement.prohibition(finding.clause()), account)
          .forEach(version -> text.append(reasons(version)));
    }
    return text.toString();
  }

  static String headline(Finding finding) {
    String authors =
        finding.authors().isEmpty() ? "" : " of " + String.join(" or ", finding.authors());
    return "%s of %s: %s%s"
        .formatted(finding.clause(), finding.reading(), words(finding.headline()), authors);
  }

  private static String reasons(Explanation.Reasons reasons) {
    return reasons.lines().stream()
        .map(
            line ->
                "    %-4s %-10s %s%s%n"
                    .formatted(
                        words(line.met()),
                        line.aspect(),
                        line.says(),
                        line.margin().map(margin -> "; margin " + margin).orElse("")))
        .collect(Collectors.joining());
  }

  private static String outcome(Outcome outcome) {
    return switch (outcome) {
      case Outcome.PrimaFacieBreach breach ->
          "prima facie breach of %s%s"
              .formatted(
                  String.join(" or ", breach.authors()),
                  breach.exceptionClaimed() ? ", an exception is claimed" : "");
      case Outcome.NoBreach none -> "no breach by " + String.join(" and ", none.exceptions());
      case Outcome.NotCovered not -> "not covered because of " + words(not.because());
      case Outcome.Undetermined open ->
          "open, missing %s; %s; %s"
              .formatted(words(open.missing()), completion(open.one()), completion(open.other()));
    };
  }

  private static String completion(Outcome.Completion completion) {
    return facts(completion.facts()) + " → " + words(completion.leadsTo());
  }

  private static String facts(SortedMap<Fact, String> facts) {
    return facts.entrySet().stream()
        .map(fact -> fact.getKey().code() + " " + fact.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String words(Set<? extends Enum<?>> values) {
    return values.stream().map(InWords::words).collect(Collectors.joining(", "));
  }

  static String words(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Returns everything that is found on an example's reports, without reasons. */
  static String assessment(Assessment assessment) {
    StringBuilder text = new StringBuilder();
    text.append(assessment.counts()).append("\n");
    assessment.asOf().ifPresent(at -> text.append("as of ").append(at).append("\n"));
    assessment
        .beforeEntry()
        .ifPresent(
            attacks -> text.append("before entry %s%n".formatted(attacks.byAuthor().entrySet())));
    assessment.asOf().stream()
        .flatMap(
            at -> ObligationFinding.of(assessment.agreement(), assessment.claims(), at).stream())
        .forEach(each -> text.append(obligation(each)));
    for (Assessment.AssessedIncident each : assessment.incidents()) {
      text.append(
          "%s %s%s%n"
              .formatted(
                  each.incident().id(),
                  each.incident().claims().stream()
                      .map(claim -> claim.id().toString())
                      .collect(Collectors.joining(" ")),
                  each.contested() ? ", contested" : ""));
      for (Finding finding : each.findings()) {
        text.append("  ").append(headline(finding)).append(missing(finding));
        WeaponSighting.of(assessment.agreement(), finding, each)
            .ifPresent(
                classes ->
                    text.append("; seen as ")
                        .append(
                            classes.stream()
                                .map(WeaponSighting::words)
                                .collect(Collectors.joining(" or "))));
        text.append("\n");
      }
      for (Reading reading : assessment.agreement().readings()) {
        text.append("  worst of %s: %s%n".formatted(reading.id(), words(each.worst(reading.id()))));
      }
    }
    return text.toString();
  }

  private static String missing(Finding finding) {
    return finding.missing().isEmpty() ? "" : ", missing " + words(finding.missing());
  }

  private static String obligation(ObligationFinding finding) {
    String accounts =
        finding.accounts().entrySet().stream()
            .map(each -> "%s: %s".formatted(each.getKey().code(), fulfilment(each.getValue())))
            .collect(Collectors.joining("; "));
    return "%s of %s, %s, %s: %s (%s)%n"
        .formatted(
            finding.clause(),
            finding.reading(),
            finding.party(),
            Claim.code(finding.phase()),
            fulfilment(finding.common()),
            accounts);
  }

  private static String fulfilment(Fulfilment fulfilment) {
    return words(fulfilment.kind())
        + (fulfilment.missing().isEmpty()
            ? ""
            : ", missing " + String.join(" and ", fulfilment.missing()));
  }
}
