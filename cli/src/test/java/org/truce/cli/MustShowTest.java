package org.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.truce.agreement.Agreement;
import org.truce.agreement.Reading;
import org.truce.assessment.Account;
import org.truce.assessment.Assessor;
import org.truce.assessment.Explainer;
import org.truce.assessment.Finding;
import org.truce.assessment.Outcome;
import org.truce.assessment.Scenario;
import org.truce.gazetteer.Gazetteer;
import org.truce.place.Atlas;
import org.truce.report.Claim;

/** The cases by which a reader decides whether to trust it, each by its own name. */
class MustShowTest {
  private static final Atlas ATLAS = Gazetteer.load().atlas();
  private static final Example MINSK = new Example("minsk-2015");
  private static final Example LEBANON = new Example("lebanon-2024");
  private static final Example ENERGY = new Example("energy-moratorium-2025");

  /** An example with its scenarios. */
  private static final class Example {
    private final Agreement agreement;
    private final List<Scenario> scenarios;

    Example(String name) {
      AgreementFile file =
          new AgreementFile(Ran.ROOT.resolve("examples/" + name + "/agreement.yaml"));
      agreement = file.read(ATLAS);
      scenarios = file.scenarios(agreement);
    }

    Scenario.Subject.OfIncident incident(String title) {
      return (Scenario.Subject.OfIncident)
          scenarios.stream()
              .filter(each -> each.title().startsWith(title))
              .findFirst()
              .orElseThrow()
              .subject();
    }

    Finding finding(String title, String reading, String clause) {
      Assessor assessor = new Assessor(agreement, ATLAS);
      return assessor.finding(
          1,
          agreement.findReading(reading).orElseThrow(),
          agreement.prohibition(clause),
          incident(title).accounts());
    }

    String outcome(String title, String reading, String clause) {
      return Claim.code(finding(title, reading, clause).headline());
    }

    List<String> missing(String title, String reading, String clause) {
      Outcome outcome = finding(title, reading, clause).accounts().values().iterator().next();
      return ((Outcome.Undetermined) outcome).missing().stream().map(each -> each.code()).toList();
    }

    List<String> says(String title, String reading, String clause) {
      Account account = incident(title).accounts().getFirst();
      Reading of = agreement.findReading(reading).orElseThrow();
      return new Explainer(agreement)
          .explain(of, agreement.prohibition(clause), account).getFirst().lines().stream()
              .map(line -> line.aspect() + ": " + line.says())
              .toList();
    }
  }

  @Test
  void aLauncherOfUnknownModelAtTwentyKilometresIsABreachUnderEveryCompletion() {
    String title = "a launcher of unknown model 20 km behind the line";
    assertThat(MINSK.outcome(title, "package", "withdraw")).isEqualTo("prima-facie-breach");
  }

  @Test
  void atFiftyKilometresItsModelWouldDecide() {
    String title = "the same at 50 km; enough for 35, short of 70";
    assertThat(MINSK.outcome(title, "package", "withdraw")).isEqualTo("undetermined");
    assertThat(MINSK.missing(title, "package", "withdraw")).containsExactly("weapon");
  }

  @Test
  void aTankAtFourteenPointTwoAgainstFifteenIsABreach() {
    assertThat(MINSK.outcome("a tank at 14.2 km", "addendum", "withdraw-tanks"))
        .isEqualTo("prima-facie-breach");
  }

  @Test
  void aTankAtFourteenPointEightIsOpenWithTheMetresThatWouldDecide() {
    assertThat(MINSK.outcome("a tank at 14.8 km", "addendum", "withdraw-tanks"))
        .isEqualTo("undetermined");
    // The place is known to 500 m and the line to 200; between 14.8 and 15.0 km lie 200.
    assertThat(MINSK.says("a tank at 14.8 km", "addendum", "withdraw-tanks"))
        .contains(
            "distance: 14.8 km ± 0.7 km from the line of UKR; 15.0 km asked; a bound below 200 m"
                + " would decide");
  }

  @Test
  void selfDefenceClaimedAndNotShownIsOpenWhereTheTextGivesNoBurden() {
    assertThat(LEBANON.missing(SELF_DEFENCE, "published", "restraint"))
        .containsExactly("exception");
  }

  @Test
  void selfDefenceNotClaimedDoesNotExcuse() {
    assertThat(LEBANON.outcome(NOT_CLAIMED, "published", "restraint"))
        .isEqualTo("prima-facie-breach");
  }

  private static final String SELF_DEFENCE =
      "a strike on a launcher ready to fire, claimed as self-defence";
  private static final String NOT_CLAIMED = "artillery at people on the outskirts of Halta";

  @Test
  void theSameStrikeIsABreachUnderOneReadingAndOutsideTheOther() {
    String title = "the railway's power system on the morning of 19 March";
    assertThat(ENERGY.outcome(title, "moscow", "energy")).isEqualTo("prima-facie-breach");
    assertThat(ENERGY.outcome(title, "kyiv", "energy")).isEqualTo("not-covered");
  }
}
