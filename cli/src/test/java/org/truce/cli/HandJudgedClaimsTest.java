package org.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.agreement.Agreement;
import org.truce.assessment.Assessor;
import org.truce.assessment.Finding;
import org.truce.assessment.Outcome;
import org.truce.gazetteer.Gazetteer;
import org.truce.incident.Incident;
import org.truce.place.Atlas;
import org.truce.report.Claim;
import org.truce.report.Report;
import org.truce.sources.Received;

/**
 * Every event claim of three examples was judged by a person before an engine ran on it: by itself,
 * with what its own report invokes. {@code expected/claims.csv} holds what came out.
 */
class HandJudgedClaimsTest {
  private static final Atlas ATLAS = Gazetteer.load().atlas();

  /**
   * Where the hand and the rules name other grounds for the same outcome. Twice a person took it
   * for granted that Israel was not acting against Israel, which the report does not say; once a
   * person stopped at the time, and an advance is no hostilities either.
   */
  private static final Map<String, String> OTHER_GROUNDS =
      Map.of(
          "anews/L06/3 prevention", "not-covered author conduct",
          "memo/L24/3 prevention", "not-covered author conduct",
          "trt/R10/3 declaration hostilities", "not-covered conduct time");

  @ParameterizedTest
  @CsvSource({"energy-moratorium-2025, 83", "lebanon-2024, 61", "paris-2026, 25"})
  void everyClaimIsJudgedAsByHand(String example, int claims) throws IOException {
    Path folder = Ran.ROOT.resolve("examples").resolve(example);
    Agreement agreement = new AgreementFile(folder.resolve("agreement.yaml")).read(ATLAS);
    Map<String, String> judged = judged(agreement, folder.resolve("reports"));
    List<String> rows = Files.readAllLines(folder.resolve("expected/claims.csv"));
    List<String> columns = List.of(rows.getFirst().split(",", -1));
    List<String> wrong = new ArrayList<>();
    for (String row : rows.subList(1, rows.size())) {
      List<String> cells = List.of(row.split(",", -1));
      for (int i = 1; i < columns.size(); i += 2) {
        String asked = cells.getFirst() + " " + columns.get(i);
        String byHand = (cells.get(i) + " " + sorted(cells.get(i + 1))).strip();
        String found = judged.getOrDefault(asked, "not judged");
        boolean explained =
            found.equals(OTHER_GROUNDS.get(asked))
                && found.split(" ", 2)[0].equals(byHand.split(" ", 2)[0]);
        if (!found.equals(byHand) && !explained) {
          wrong.add("%s: by hand %s, judged %s".formatted(asked, byHand, found));
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(rows).hasSize(claims + 1);
    assertThat(judged.keySet().stream().map(each -> each.split(" ", 2)[0]).distinct())
        .as("no claim is left out")
        .hasSize(claims);
  }

  private static String sorted(String words) {
    return String.join(" ", new TreeSet<>(List.of(words.split(" ", -1))));
  }

  /** Returns claim and column → outcome with what fails or would decide. */
  private static Map<String, String> judged(Agreement agreement, Path reports) {
    Received received = new ReportInput(List.of(reports), List.of()).received(Gazetteer.load());
    assertThat(received.rejected()).isEmpty();
    Assessor assessor = new Assessor(agreement, ATLAS);
    Map<String, String> judged = new LinkedHashMap<>();
    for (Report report : received.reports()) {
      for (Claim claim : report.claims()) {
        if (claim instanceof Claim.Event) {
          List<Claim> alone = new ArrayList<>(List.of(claim));
          report.claims().stream()
              .filter(Claim.Commentary.class::isInstance)
              .filter(each -> ((Claim.Commentary) each).of().equals(claim.id()))
              .forEach(alone::add);
          for (Finding finding : assessor.assess(new Incident(1, "alone", alone))) {
            // A clause by itself is that of the first reading which has it.
            for (String column :
                List.of(
                    finding.reading() + " " + finding.clause(),
                    finding.reading(),
                    finding.clause())) {
              judged.putIfAbsent(claim.id() + " " + column, words(finding));
            }
          }
        }
      }
    }
    return judged;
  }

  private static String words(Finding finding) {
    Outcome outcome = finding.accounts().values().iterator().next();
    SortedSet<String> named = new TreeSet<>();
    if (outcome instanceof Outcome.NotCovered not) {
      not.because().forEach(each -> named.add(Claim.code(each)));
    } else if (outcome instanceof Outcome.Undetermined open) {
      open.missing().forEach(each -> named.add(each.code()));
    }
    return (Claim.code(finding.headline()) + " " + named.stream().collect(Collectors.joining(" ")))
        .strip();
  }
}
