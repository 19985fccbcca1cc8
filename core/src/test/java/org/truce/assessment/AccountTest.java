package org.truce.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.truce.agreement.Roster;
import org.truce.incident.Incident;
import org.truce.report.Claim;
import org.truce.testing.Example;
import org.truce.testing.Lines;
import org.truce.time.TimeSpan;

/** What each side says of one incident, from claims written out. */
class AccountTest {
  private static final Roster ROSTER = Example.madeUp().agreement().roster();

  /** Claims of a person, or of a machine, of that side; times in May 2025. */
  private static List<Claim> by(String id, String side, String readBy, String claims) {
    return Lines.report(
        """
        {"report":"%s","source":{"id":"paper","name":"Paper","class":"media","side":"%s"},
         "read-by":"%s","said":{"day":"2025-05-03","zone":"UTC"},"claims":[%s]}
        """
            .formatted(id, side, readBy, claims));
  }

  private static String fire(int fromHour, int toHour) {
    return """
    {"claim":"event","conduct":"artillery-fire","by":["AAA"],
     "about":{"from":"2025-05-02T%02d:00Z","to":"2025-05-02T%02d:00Z"}}
    """
        .formatted(fromHour, toHour);
  }

  private static String commentary(String attitude, String exception, String about) {
    return """
    {"claim":"commentary","stance":"%s","of":"paper/R1/1","exception":"%s","about":{"at":"%s"}}
    """
        .formatted(attitude, exception, about);
  }

  private static List<Account> accounts(List<List<Claim>> claims) {
    List<Claim> all = claims.stream().flatMap(List::stream).toList();
    return Account.of(new Incident(1, "key", all), ROSTER, Example.ATLAS);
  }

  private static String hours(Account account) {
    return account.versions().stream()
        .map(facts -> facts.when().from() + "/" + facts.when().to())
        .sorted()
        .toList()
        .toString();
  }

  @Test
  void claimsThatAgreeSayWhatAllOfThemSay() {
    Account one =
        accounts(
                List.of(
                    by("R1", "AAA", "person", fire(8, 12)),
                    by("R2", "AAA", "person", fire(10, 14))))
            .getFirst();
    assertThat(hours(one)).isEqualTo("[2025-05-02T10:00:00Z/2025-05-02T12:00:00Z]");
    assertThat(one.contradictsItself()).isFalse();
    assertThat(one.claims()).hasSize(2);
  }

  @Test
  void claimsThatExcludeEachOtherMakeAVersionEachAndKeepWhatIsAgreed() {
    Account one =
        accounts(
                List.of(
                    by("R1", "AAA", "person", fire(8, 14)),
                    by("R2", "AAA", "person", fire(7, 10)),
                    by("R3", "AAA", "person", fire(12, 16))))
            .getFirst();
    assertThat(hours(one))
        .isEqualTo(
            "[2025-05-02T08:00:00Z/2025-05-02T10:00:00Z, 2025-05-02T12:00:00Z/2025-05-02T14:00:00Z]");
    assertThat(one.contradictsItself()).isTrue();
  }

  @Test
  void eachSideHasItsAccountAndAMachineHasNone() {
    List<Account> all =
        accounts(
            List.of(
                by("R1", "AAA", "person", fire(8, 9)),
                by("R2", "BBB", "person", fire(8, 10)),
                by("R3", "CCC", "machine", fire(8, 11))));
    assertThat(all).extracting(each -> each.side().code()).containsExactly("AAA", "BBB");
  }

  @Test
  void anExceptionCountsInTheAccountOfWhoeverSpeaksOfIt() {
    List<Account> all =
        accounts(
            List.of(
                by("R1", "AAA", "person", fire(8, 9)),
                by("R2", "BBB", "person", fire(8, 10)),
                by("R3", "AAA", "person", commentary("invokes", "reply", "2025-05-02T09:00Z")),
                by("R4", "BBB", "machine", commentary("shows", "reply", "2025-05-02T09:00Z"))));
    assertThat(all.getFirst().exceptions()).containsEntry("reply", ExceptionState.CLAIMED);
    assertThat(all.get(1).exceptions()).isEmpty();
  }

  private static ExceptionState settled(String one, String other) {
    return accounts(
            List.of(
                by("R1", "AAA", "person", fire(8, 9)),
                by("R2", "AAA", "person", commentary(one, "reply", "2025-05-02T09:00Z")),
                by("R3", "AAA", "person", commentary(other, "reply", "2025-05-02T09:00Z"))))
        .getFirst()
        .exceptions()
        .getOrDefault("reply", ExceptionState.NOT_CLAIMED);
  }

  @Test
  void whatIsShownOrRefutedPrevailsOverWhatIsClaimedAndBothAtOnceAreOpen() {
    assertThat(settled("invokes", "shows")).isEqualTo(ExceptionState.SHOWN);
    assertThat(settled("shows", "invokes")).isEqualTo(ExceptionState.SHOWN);
    assertThat(settled("invokes", "refutes")).isEqualTo(ExceptionState.REFUTED);
    assertThat(settled("shows", "refutes")).isEqualTo(ExceptionState.CLAIMED);
    assertThat(settled("refutes", "shows")).isEqualTo(ExceptionState.CLAIMED);
    assertThat(settled("invokes", "invokes")).isEqualTo(ExceptionState.CLAIMED);
  }

  @Test
  void ofSeveralNoticesTheBoundsOfAllCount() {
    Account one =
        accounts(
                List.of(
                    by("R1", "AAA", "person", fire(8, 9)),
                    by(
                        "R2",
                        "AAA",
                        "person",
                        commentary("invokes", "exercises", "2025-05-01T09:00Z")),
                    by(
                        "R3",
                        "AAA",
                        "person",
                        commentary("invokes", "exercises", "2025-04-29T09:00Z")),
                    by(
                        "R4",
                        "AAA",
                        "person",
                        commentary("shows", "exercises", "2025-04-01T09:00Z")),
                    by(
                        "R5",
                        "BBB",
                        "person",
                        commentary("invokes", "exercises", "2025-03-01T09:00Z")),
                    by(
                        "R6",
                        "AAA",
                        "machine",
                        commentary("invokes", "exercises", "2025-02-01T09:00Z"))))
            .getFirst();
    assertThat(one.notices())
        .containsExactly(
            Map.entry(
                "exercises",
                new TimeSpan(
                    Instant.parse("2025-04-29T09:00:00Z"), Instant.parse("2025-05-01T09:01:00Z"))));
  }
}
