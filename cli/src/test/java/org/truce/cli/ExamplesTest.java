package org.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples' scenarios were judged by hand before the engine existed. */
class ExamplesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "easter-2025",
        "syria-2016",
        "energy-moratorium-2025",
        "lebanon-2024",
        "minsk-2015",
        "paris-2026"
      })
  void judgesEveryScenarioAsByHand(String example) {
    Ran ran = Ran.truce("agreement", "check", agreement(example));
    assertThat(ran.out()).endsWith("0 judged otherwise%n".formatted());
    assertThat(ran.code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"easter-2025", "syria-2016"})
  void hasSixtyScenariosAndAFifthOfThemUndecidable(String example) throws IOException {
    List<String> scenarios = scenarios(example);
    assertThat(scenarios).hasSizeGreaterThanOrEqualTo(60);
    assertThat(undecided(scenarios) * 5).isGreaterThanOrEqualTo(scenarios.size());
  }

  private static List<String> scenarios(String example) throws IOException {
    List<String> parts =
        List.of(
            Files.readString(Ran.ROOT.resolve("examples/" + example + "/agreement.spec.yaml"))
                .split("(?m)^- scenario:", -1));
    return parts.subList(1, parts.size());
  }

  private static long undecided(List<String> scenarios) {
    return scenarios.stream()
        .filter(text -> text.contains("undetermined") || text.contains("accounts-differ"))
        .count();
  }

  @Test
  void aScenarioJudgedOtherwiseIsNamedWithItsLineAndTheExitCodeIsOne() throws IOException {
    Path folder = Files.createTempDirectory("truce");
    Files.copy(Path.of(agreement("easter-2025")), folder.resolve("agreement.yaml"));
    Files.writeString(
        folder.resolve("agreement.spec.yaml"),
        """
        - scenario: a day too late
          incident: { conduct: artillery-fire, by: [RUS], at: "2025-04-22T12:00+03:00", place: { region: UA-14 } }
          expect: { moscow: { order: prima-facie-breach } }
        """);
    Ran ran = Ran.truce("agreement", "check", folder.resolve("agreement.yaml").toString());
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out())
        .contains("agreement.spec.yaml:1:")
        .contains("by hand prima-facie-breach [], judged not-covered [time]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"energy-moratorium-2025", "lebanon-2024", "minsk-2015", "paris-2026"})
  void hasTwelveScenariosAndAQuarterOfThemUndecided(String example) throws IOException {
    List<String> scenarios = scenarios(example);
    assertThat(scenarios).hasSizeGreaterThanOrEqualTo(12);
    assertThat(undecided(scenarios) * 4).isGreaterThanOrEqualTo(scenarios.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"energy-moratorium-2025", "lebanon-2024", "paris-2026"})
  void hasFortyCitedReports(String example) throws IOException {
    int reports = 0;
    try (Stream<Path> files = Files.list(Ran.ROOT.resolve("examples/" + example + "/reports"))) {
      for (Path file : files.toList()) {
        reports +=
            (int)
                Files.readAllLines(file).stream()
                    .filter(line -> line.contains("\"address\":\"http"))
                    .count();
      }
    }
    assertThat(reports).isGreaterThanOrEqualTo(40);
  }

  @ParameterizedTest
  @ValueSource(strings = {"easter-2025", "syria-2016", "energy-moratorium-2025", "lebanon-2024"})
  void everyReportCanBeCheckedAtAnAddress(String example) throws IOException {
    try (Stream<Path> files = Files.list(Ran.ROOT.resolve("examples/" + example + "/reports"))) {
      for (Path file : files.toList()) {
        assertThat(Files.readAllLines(file))
            .allMatch(line -> line.contains("\"address\":\"http"), "has an address");
      }
    }
  }

  private static String agreement(String example) {
    return Ran.ROOT.resolve("examples/" + example + "/agreement.yaml").toString();
  }
}
