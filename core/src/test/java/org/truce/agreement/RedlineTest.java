package org.truce.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.agreement.Redline.Change;
import org.truce.testing.Example;

/** What is weaker, stronger or only other, decided by hand for each respect. */
class RedlineTest {
  private static final Agreement MADE_UP = Example.madeUp().agreement();

  private static Redline line(String clause, Agreement before, Agreement after) {
    return Redline.between(before, after).stream()
        .filter(each -> each.clause().equals(clause))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest(name = "{0}: {1} → {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "silence | by: [AAA, BBB], against: anyone | by: [AAA], against: anyone | fewer bound parties | more bound parties",
        "no-tanks-fire | { conduct: fire, by: [AAA], against | { conduct: artillery-fire, by: [AAA], against | fewer conduct | more conduct",
        "prevention | prevent: { conduct: attack | prevent: { conduct: air-strike | fewer conduct | more conduct",
        "no-tanks-fire | target: any, where: anywhere, weapon | target: rail, where: anywhere, weapon | fewer targets | more targets",
        "tanks | by: [AAA, BBB], withdraw | by: [AAA], withdraw | fewer bound parties | more bound parties",
        "recognition | force: binding | force: intention | force: intention, was binding | force: binding, was intention",
        "recognition | force: binding | force: proposed | force: proposed, was binding | force: binding, was proposed",
        "launchers | mlrs: 70, long: 140 | mlrs: 68, long: 140 | distances of AAA | distances of AAA",
        "orders | starts: { no-later-than: D+2 }, completes | starts: { no-later-than: D+3 }, completes | deadline: no later than D+3, was no later than D+2 | deadline: no later than D+2, was no later than D+3",
        "orders | starts: { no-later-than: D+2 }, completes | completes | deadline: none, was no later than D+2 | deadline: no later than D+2, was none",
        "late | PT24H: hours | PT36H: hours | deadline: within { PT36H: hours } from talks, was within { PT24H: hours } from talks | deadline: within { PT24H: hours } from talks, was within { PT36H: hours } from talks",
      })
  void isWeakerOneWayAndStrongerBack(
      String clause, String words, String instead, String whyWeaker, String whyStronger) {
    Agreement weaker = Example.madeUpWith(words, instead);
    Redline down = line(clause, MADE_UP, weaker);
    assertThat(down.why()).containsExactly(whyWeaker);
    assertThat(down.change()).isEqualTo(Change.WEAKENED);
    Redline up = line(clause, weaker, MADE_UP);
    assertThat(up.why()).containsExactly(whyStronger);
    assertThat(up.change()).isEqualTo(Change.STRENGTHENED);
  }

  @ParameterizedTest(name = "{0}: {1} → {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "silence | subject-to: [reply, release] | subject-to: [reply] | fewer exceptions | more exceptions",
        "reply | permits: { conduct: fire, by: [AAA, BBB] | permits: { conduct: artillery-fire, by: [AAA, BBB] | fewer permitted conduct | more permitted conduct",
        "reply | by: [AAA, BBB], purpose | by: [AAA], purpose | fewer permitted parties | more permitted parties",
      })
  void anExceptionThatCoversLessMakesTheTextStronger(
      String clause, String words, String instead, String whyStronger, String whyWeaker) {
    Agreement stronger = Example.madeUpWith(words, instead);
    Redline up = line(clause, MADE_UP, stronger);
    assertThat(up.why()).containsExactly(whyStronger);
    assertThat(up.change()).isEqualTo(Change.STRENGTHENED);
    Redline down = line(clause, stronger, MADE_UP);
    assertThat(down.why()).containsExactly(whyWeaker);
    assertThat(down.change()).isEqualTo(Change.WEAKENED);
  }

  @ParameterizedTest(name = "{0}: {1} → {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "no-tanks-fire | by: [AAA], against: anyone, target: any, where: anywhere, weapon | by: [BBB], against: anyone, target: any, where: anywhere, weapon | other bound parties",
        "no-tanks-fire | { conduct: fire, by: [AAA], against | { conduct: exercise, by: [AAA], against | other conduct",
        "release | burden: the-party-that-fired | burden: the-accuser | another condition or burden",
        "reply | response-to: attack | response-to: offensive-action | another condition or burden",
        "late | obliges: { by: [AAA], perform: \"the rest\", completes: { within: { PT24H: hours }, counted-from: talks } } | recognises: \"the rest\" | another verb",
        "late | counted-from: talks | counted-from: D | deadline: within { PT24H: hours } from D, was within { PT24H: hours } from talks",
        "orders | starts: { no-later-than: D+2 }, completes | starts: { within: { PT24H: hours }, counted-from: D }, completes | deadline: within { PT24H: hours } from D, was no later than D+2",
      })
  void whatIsNeitherMoreNorLessIsOnlyChanged(
      String clause, String words, String instead, String why) {
    Redline line = line(clause, MADE_UP, Example.madeUpWith(words, instead));
    assertThat(line.why()).containsExactly(why);
    assertThat(line.change()).isEqualTo(Change.CHANGED);
  }

  @Test
  void weakerInOneRespectAndStrongerInAnotherIsChanged() {
    Agreement both =
        Example.madeUpWith(
            "{ conduct: fire, by: [AAA], against",
            "{ conduct: artillery-fire, by: [AAA, BBB], against");
    Redline line = line("no-tanks-fire", MADE_UP, both);
    assertThat(line.change()).isEqualTo(Change.CHANGED);
    assertThat(line.why()).containsExactly("more bound parties", "fewer conduct");
  }

  @Test
  void otherWordsOfTheSameDemandAreChangedWithoutAReason() {
    Redline line =
        line(
            "late", MADE_UP, Example.madeUpWith("perform: \"the rest\"", "perform: \"all of it\""));
    assertThat(line.change()).isEqualTo(Change.CHANGED);
    assertThat(line.why()).isEmpty();
    assertThat(line.before()).contains("perform the rest");
    assertThat(line.after()).contains("perform all of it");
  }

  @Test
  void aClauseIsNamedByWhatItDemandsEstablishesOrPermitsWhereNoWordingIsWritten() {
    Map<String, String> words = new TreeMap<>();
    Redline.between(MADE_UP, MADE_UP)
        .forEach(each -> words.put(each.clause(), each.after().orElseThrow()));
    assertThat(words)
        .containsEntry("silence", "t")
        .containsEntry("reply", "to reply")
        .containsEntry("orders", "publish the order")
        .containsEntry("recognition", "an earlier text");
  }

  @Test
  void whatIsNewStandsInTheOrderOfTheLaterTextAndWhatIsGoneAtTheEnd() {
    Agreement after = Example.madeUpWith("recognition", "acknowledgement");
    assertThat(Redline.between(MADE_UP, after))
        .filteredOn(each -> each.change() != Change.KEPT)
        .containsExactly(
            new Redline(
                "acknowledgement",
                Change.ADDED,
                Optional.empty(),
                Optional.of("an earlier text"),
                java.util.List.of()),
            new Redline(
                "recognition",
                Change.REMOVED,
                Optional.of("an earlier text"),
                Optional.empty(),
                java.util.List.of()));
    assertThat(Redline.between(MADE_UP, after))
        .extracting(Redline::clause)
        .last()
        .isEqualTo("recognition");
  }

  /** By hand in examples/paris-2026/expected/redline.md. */
  @Test
  void theParisDraftBecameWeakerInTwoClausesAndLostOne() {
    Example paris = Example.of("paris-2026");
    Map<String, Change> changes = new TreeMap<>();
    Redline.between(paris.draft(), paris.agreement())
        .forEach(each -> changes.put(each.clause(), each.change()));
    assertThat(changes)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "force-attacked", Change.REMOVED,
                "force-support", Change.WEAKENED,
                "monitoring", Change.WEAKENED,
                "commission", Change.CHANGED,
                "hostilities", Change.KEPT,
                "armed-forces", Change.KEPT,
                "force", Change.KEPT,
                "future-attack", Change.KEPT,
                "cooperation", Change.KEPT));
  }
}
