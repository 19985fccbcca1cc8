package org.truce.ledger.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.truce.ledger.note.SigningKey;

/**
 * An entry that needs two people stands only with two people whose roles the log granted before.
 */
class ApprovalsTest {
  private static final String LOG = "truce.example/two-people";
  private static final SigningKey ANNA = key("anna");
  private static final SigningKey BORIS = key("boris");
  private static final SigningKey CHEN = key("chen");

  private final Approvals approvals = new Approvals(LOG);
  private long index;

  private static SigningKey key(String name) {
    return SigningKey.generate(name, false, new SecureRandom());
  }

  private static String text(SigningKey key) {
    return Base64.getEncoder().encodeToString(key.verifier().key());
  }

  private Optional<String> take(Entry entry) {
    return approvals.take(index++, entry);
  }

  @BeforeEach
  void annaAndBorisFoundTheLog() {
    Map<String, String> facts =
        Map.of(
            "founder.1", "founder anna " + text(ANNA),
            "founder.2", "founder boris " + text(BORIS),
            "rule.attribution.published", "releaser releaser");
    assertThat(take(Entry.of("log.opened", Instant.EPOCH, facts))).isEmpty();
  }

  private static Entry role(String kind, String holder, SigningKey key, int second) {
    Map<String, String> facts =
        Map.of("role", "releaser", "holder", holder, "key", text(key), "time", "" + second);
    return Entry.of(kind, Instant.ofEpochSecond(second), facts)
        .approvedBy(ANNA, LOG)
        .approvedBy(BORIS, LOG);
  }

  private void bothReleasers() {
    assertThat(take(role("role.granted", "anna", ANNA, 1))).isEmpty();
    assertThat(take(role("role.granted", "chen", CHEN, 2))).isEmpty();
  }

  private static Entry published(int number) {
    return Entry.of("attribution.published", Instant.EPOCH, Map.of("case", "" + number));
  }

  @Test
  void twoPeopleWithTheRoleAreEnough() {
    bothReleasers();
    assertThat(take(published(1).approvedBy(ANNA, LOG).approvedBy(CHEN, LOG))).isEmpty();
    assertThat(approvals.twoPersonEntries()).isEqualTo(3);
  }

  @Test
  void oneOfThemIsNotEnoughNorAreTwoKeysOfOnePerson() {
    bothReleasers();
    SigningKey second = key("anna-2");
    assertThat(take(role("role.granted", "anna", second, 3))).isEmpty();
    assertThat(take(published(1))).isPresent();
    assertThat(take(published(1).approvedBy(ANNA, LOG))).isPresent();
    assertThat(take(published(1).approvedBy(ANNA, LOG).approvedBy(ANNA, LOG))).isPresent();
    assertThat(take(published(1).approvedBy(ANNA, LOG).approvedBy(second, LOG))).isPresent();
  }

  @Test
  void oneKeyUnderTwoNamesIsOnePerson() {
    bothReleasers();
    assertThat(take(role("role.granted", "another-name", CHEN, 3))).isEmpty();
    assertThat(take(published(1).approvedBy(CHEN, LOG))).isPresent();
  }

  @Test
  void aRoleThatWasNotGrantedOrIsGrantedOnlyLaterOrWasRevokedDoesNotCount() {
    Entry entry = published(1).approvedBy(ANNA, LOG).approvedBy(CHEN, LOG);
    assertThat(take(entry)).isPresent();
    assertThat(take(role("role.granted", "anna", ANNA, 1))).isEmpty();
    assertThat(take(entry)).isPresent();
    assertThat(take(role("role.granted", "chen", CHEN, 2))).isEmpty();
    assertThat(take(entry)).isEmpty();
    assertThat(take(role("role.revoked", "chen", CHEN, 3))).isEmpty();
    assertThat(take(published(2).approvedBy(ANNA, LOG).approvedBy(CHEN, LOG))).isPresent();
  }

  @Test
  void aFounderWithoutTheRoleDoesNotCount() {
    bothReleasers();
    assertThat(take(published(1).approvedBy(ANNA, LOG).approvedBy(BORIS, LOG))).isPresent();
  }

  @Test
  void aSignatureForAnotherLogOrAnotherEntryDoesNotCount() {
    bothReleasers();
    Entry elsewhere = published(1).approvedBy(ANNA, LOG).approvedBy(CHEN, "truce.example/other");
    assertThat(take(elsewhere)).isPresent();
    Entry signed = published(1).approvedBy(ANNA, LOG).approvedBy(CHEN, LOG);
    Entry moved =
        new Entry(
            signed.kind(),
            Instant.EPOCH,
            Optional.empty(),
            Map.of("case", "2"),
            signed.approvals());
    assertThat(take(moved)).isPresent();
  }

  @Test
  void oneStatementIsEnteredOnce() {
    bothReleasers();
    Entry entry = published(1).approvedBy(ANNA, LOG).approvedBy(CHEN, LOG);
    assertThat(take(entry)).isEmpty();
    assertThat(take(entry)).isPresent();
  }

  @Test
  void aBatchIsTakenAsAWholeOrLeavesNothingBehind() {
    Entry grant = role("role.granted", "anna", ANNA, 1);
    assertThat(approvals.takeAll(index, List.of(grant, published(1)))).isPresent();
    bothReleasers();
    Entry entry = published(1).approvedBy(ANNA, LOG).approvedBy(CHEN, LOG);
    Entry third = role("role.granted", "boris", BORIS, 3);
    assertThat(approvals.takeAll(index, List.of(third, entry))).isEmpty();
  }
}
