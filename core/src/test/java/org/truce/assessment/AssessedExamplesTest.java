package org.truce.assessment;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.testing.Example;
import org.truce.testing.Golden;

/** What is found on all reports of an example. */
class AssessedExamplesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "easter-2025",
        "energy-moratorium-2025",
        "lebanon-2024",
        "minsk-2015",
        "paris-2026"
      })
  void everyHeadlineIsTheOneThatAPersonRead(String name) {
    Example example = Example.of(name);
    Assessment assessment =
        Assessment.of(example.agreement(), Example.ATLAS, example.reports(), Selection.ALL);
    Golden.matches("assessed-" + name, InWords.assessment(assessment));
  }
}
