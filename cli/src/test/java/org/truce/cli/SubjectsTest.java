package org.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code truce assess} says of subjects that are no incident; outcomes are by hand. */
class SubjectsTest {
  private static final JsonNode MINSK = json("minsk-2015");

  private static JsonNode json(String example, String... more) {
    String[] all = java.util.Arrays.copyOf(more, more.length + 2);
    all[more.length] = "--format";
    all[more.length + 1] = "json";
    return JsonMapper.shared().readTree(Ran.assess(example, all).out());
  }

  private static JsonNode obligation(JsonNode all, String clause, String party, String phase) {
    return StreamSupport.stream(all.get("obligations").get("findings").spliterator(), false)
        .filter(each -> each.get("clause").asString().equals(clause))
        .filter(each -> each.get("party").asString().equals(party))
        .filter(each -> each.get("phase").asString().equals(phase))
        .findFirst()
        .orElseThrow();
  }

  /** The mission saw guns on 5 March, after every way of counting: 1 to 4 March. */
  @Test
  void aWithdrawalThatTheMissionSawUndoneAfterTheLastDeadlineIsMissed() {
    assertThat(obligation(MINSK, "withdraw", "DNR-LNR", "completes").get("headline").asString())
        .isEqualTo("missed");
  }

  @Test
  void whatThePartySaysAndTheMissionSawAreTwoAccounts() {
    JsonNode finding = obligation(MINSK, "withdraw", "UKR", "completes");
    assertThat(finding.get("headline").asString()).isEqualTo("accounts-differ");
    assertThat(finding.at("/accounts/UKR/outcome").asString()).isEqualTo("kept");
    assertThat(finding.at("/accounts/neutral/outcome").asString()).isEqualTo("missed");
  }

  @Test
  void ofABeginningThatNobodySpeaksOfCompletionWouldDecide() {
    JsonNode neutral = obligation(MINSK, "withdraw", "UKR", "starts").at("/accounts/neutral");
    assertThat(neutral.get("outcome").asString()).isEqualTo("undetermined");
    assertThat(neutral.get("missing").toString()).isEqualTo("[\"completion\"]");
  }

  @Test
  void whatIsCountedFromALaterDayIsNotYetDueAtAnEarlierOne() {
    assertThat(obligation(MINSK, "orders", "UKR", "completes").get("headline").asString())
        .isEqualTo("not-yet-due");
    JsonNode early = json("minsk-2015", "--said-by", "2015-03-01T23:00+02:00");
    JsonNode withdrawal = obligation(early, "withdraw", "DNR-LNR", "completes");
    assertThat(withdrawal.get("headline").asString()).isEqualTo("undetermined");
    assertThat(obligation(early, "withdraw", "UKR", "completes").at("/accounts/UKR/outcome"))
        .hasToString("\"kept\"");
  }

  @Test
  void weaponsStandInTheThreeClassesOfThePractice() {
    assertThat(Ran.assess("minsk-2015").out())
        .contains("package: withdraw            in violation of the withdrawal line 3")
        .contains("addendum: withdraw-tanks     in violation of the withdrawal line 1")
        .contains("beyond the line but outside storage 1 · missing from storage 1 · in storage 1")
        .contains("open between classes 1");
  }

  /** By hand 8 and 7; one report is joined that a person kept apart (expected/baseline.md). */
  @Test
  void beforeEntryIntoForceReportedAttacksAreABaselineWithItsCoverage() {
    JsonNode before = json("paris-2026").get("before-entry");
    assertThat(before.at("/reported-attacks/RUS").toString()).isEqualTo("{\"least\":7,\"most\":7}");
    assertThat(before.at("/reported-attacks/UKR").toString()).isEqualTo("{\"least\":7,\"most\":7}");
    assertThat(before.at("/reported-attacks/author not said").toString())
        .isEqualTo("{\"least\":0,\"most\":2}");
    assertThat(before.has("watched-hours")).isFalse();
    assertThat(Ran.assess("paris-2026").out()).contains("no rate");
  }

  @Test
  void theAgreementItselfIsASubject() {
    assertThat(Ran.assess("lebanon-2024").out())
        .contains("undisclosed-text   its text is unknown")
        .contains("not-published      it was not published: south-litani");
    assertThat(Ran.assess("energy-moratorium-2025").out()).contains("no-body");
    assertThat(MINSK.get("text-lacks").toString()).contains("{\"kind\":\"not-marked\"");
  }
}
