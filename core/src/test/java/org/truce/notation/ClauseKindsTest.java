package org.truce.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.truce.agreement.Agreement;
import org.truce.agreement.Reading;
import org.truce.agreement.Redline;
import org.truce.assessment.Account;
import org.truce.assessment.Assessor;
import org.truce.assessment.Explainer;
import org.truce.assessment.Finding;
import org.truce.assessment.ReadingComparison;
import org.truce.assessment.Scenario;
import org.truce.assessment.WeaponSighting;
import org.truce.place.Atlas;

/** Every kind of clause that is judged, on an agreement made up for it; outcomes are by hand. */
class ClauseKindsTest {
  private static final Atlas ATLAS = new Atlas(List.of(), List.of());
  private static final String TEXT = resource("clause-kinds.yaml");
  private static final Agreement AGREEMENT = read(TEXT);
  private static final List<Scenario> SCENARIOS =
      new SpecNotation(AGREEMENT)
          .read(Notation.yaml("spec.yaml", new StringReader(resource("clause-kinds.spec.yaml"))));

  private static String resource(String name) {
    try (InputStream stream = ClauseKindsTest.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Agreement read(String text) {
    return new AgreementNotation(ATLAS, name -> Optional.of(resource("clause-kinds.geojson")))
        .read(Notation.yaml("agreement.yaml", new StringReader(text)));
  }

  @Test
  void everyScenarioIsJudgedAsByHand() {
    Assessor assessor = new Assessor(AGREEMENT, ATLAS);
    List<String> differences = new ArrayList<>();
    SCENARIOS.forEach(each -> differences.addAll(each.differences(AGREEMENT, assessor)));
    assertThat(differences).isEmpty();
    assertThat(SCENARIOS).hasSizeGreaterThan(40);
  }

  private static Account account(String title) {
    Scenario scenario =
        SCENARIOS.stream().filter(each -> each.title().equals(title)).findFirst().orElseThrow();
    return ((Scenario.Subject.OfIncident) scenario.subject()).accounts().getFirst();
  }

  @Test
  void anOpenSetBackSaysBelowWhichBoundThePositionWouldDecide() {
    Reading reading = AGREEMENT.findReading("one").orElseThrow();
    assertThat(
            new Explainer(AGREEMENT)
                .explain(
                    reading,
                    AGREEMENT.prohibition("tanks"),
                    account("a tank at 14.8 km, half a kilometre either way"))
                .getFirst()
                .lines())
        .anyMatch(
            line ->
                line.aspect().equals("distance")
                    && line.says().startsWith("14.8 km ± 0.5 km")
                    && line.says().matches(".*a bound below (199|200) m would decide"));
  }

  @Test
  void readingsThatDifferAreComparedInOneSentence() {
    Account account = account("fire between the two days of entry");
    Assessor assessor = new Assessor(AGREEMENT, ATLAS);
    List<Finding> findings = new ArrayList<>();
    for (String id : List.of("one", "later")) {
      Reading reading = AGREEMENT.findReading(id).orElseThrow();
      findings.add(
          assessor.finding(1, reading, AGREEMENT.prohibition("silence"), List.of(account)));
    }
    assertThat(new ReadingComparison(AGREEMENT).sentences(findings, account))
        .singleElement()
        .asString()
        .startsWith(
            "\"silence\" is prima facie breach under one and not covered under later, because one"
                + " applies 2025-03-01 00:00");
  }

  @Test
  void aSightingHasTheClassesOfThePractice() {
    Reading reading = AGREEMENT.findReading("one").orElseThrow();
    String tank = "a tank at 14.2 km, half a kilometre either way";
    Optional<String> missing = Optional.of("missing-from-storage");
    assertThat(sighting(reading, "tanks", tank, Optional.empty()))
        .containsExactly(WeaponSighting.IN_VIOLATION_OF_THE_WITHDRAWAL_LINE);
    assertThat(sighting(reading, "stored", tank, missing))
        .containsExactly(WeaponSighting.MISSING_FROM_STORAGE);
    assertThat(sighting(reading, "tanks", tank, missing))
        .as("where no storage is written nothing can be missing from it")
        .containsExactly(WeaponSighting.IN_NONE_OF_THE_CLASSES);
    assertThat(sighting(reading, "stored", "far back and outside storage", Optional.empty()))
        .containsExactly(WeaponSighting.BEYOND_THE_LINE_BUT_OUTSIDE_STORAGE);
    assertThat(sighting(reading, "stored", "far back and in storage", Optional.empty()))
        .containsExactly(WeaponSighting.IN_STORAGE);
  }

  private static java.util.Set<WeaponSighting> sighting(
      Reading reading, String clause, String title, Optional<String> effects) {
    return WeaponSighting.of(
        AGREEMENT,
        reading,
        AGREEMENT.prohibition(clause),
        account(title).versions().getFirst(),
        effects);
  }

  @Test
  void aLaterDeadlineAndAShorterDistanceAreWeaker() {
    Agreement weaker =
        read(
            TEXT.replace("P10D: calendar-days", "P20D: calendar-days")
                .replace("tank: 15", "tank: 10"));
    assertThat(Redline.between(AGREEMENT, weaker))
        .filteredOn(line -> line.clause().equals("tanks"))
        .singleElement()
        .satisfies(line -> assertThat(line.change()).isEqualTo(Redline.Change.WEAKENED));
    assertThat(Redline.between(AGREEMENT, AGREEMENT))
        .allMatch(line -> line.change() == Redline.Change.KEPT);
  }

  @Test
  void anchorsInACircleAndUnreachableExceptionsAreRefusedWithLineAndKey() {
    String circle = TEXT.replace("start: { not-before: D,", "start: { not-before: start,");
    assertThatThrownBy(() -> read(circle)).hasMessageContaining("in a circle");
    String unreachable = TEXT.replace("permits: { conduct: fire,", "permits: { conduct: meeting,");
    assertThatThrownBy(() -> read(unreachable))
        .hasMessageContaining("can never apply")
        .hasMessageMatching("(?s)agreement\\.yaml:\\d+: subject-to: .*");
  }

  @Test
  void moreThanSixOpenValuesAreRefused() {
    String many = TEXT.replace("km: { tank: 15 }", "km: { tank: { either: [1,2] } }");
    for (int i = 0; i < 6; i++) {
      many =
          many.replaceFirst(
              "article: \"t\"", "article: { either: [\"x" + i + "\", \"y" + i + "\"] }");
    }
    String text = many;
    assertThatThrownBy(() -> read(text)).hasMessageContaining("values are open");
  }
}
