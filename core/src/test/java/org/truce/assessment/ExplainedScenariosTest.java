package org.truce.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.testing.Example;
import org.truce.testing.Golden;

/** The scenarios judged by hand, and why each is judged so. */
class ExplainedScenariosTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clause-kinds",
        "easter-2025",
        "energy-moratorium-2025",
        "lebanon-2024",
        "minsk-2015",
        "paris-2026",
        "syria-2016"
      })
  void everyScenarioIsJudgedAsByHand(String name) {
    Example example = read(name);
    Assessor assessor = new Assessor(example.agreement(), Example.ATLAS);
    List<String> differences = new ArrayList<>();
    example
        .scenarios()
        .forEach(each -> differences.addAll(each.differences(example.agreement(), assessor)));
    assertThat(differences).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"clause-kinds", "energy-moratorium-2025", "lebanon-2024", "minsk-2015"})
  void everyReasonIsTheOneThatAPersonRead(String name) {
    Example example = read(name);
    InWords words = new InWords(example.agreement(), Example.ATLAS);
    String text =
        example.scenarios().stream()
            .filter(each -> each.subject() instanceof Scenario.Subject.OfIncident)
            .map(words::scenario)
            .collect(Collectors.joining());
    Golden.matches("explained-" + name, text);
  }

  private static Example read(String name) {
    return name.equals("clause-kinds") ? Example.madeUp() : Example.of(name);
  }
}
