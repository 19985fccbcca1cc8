package org.truce.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.truce.place.Atlas;
import org.truce.report.Claim;
import org.truce.report.Count;
import org.truce.tally.Comparability.Obstacle;
import org.truce.tally.Comparability.Windows;
import org.truce.tally.Contradiction.Kind;
import org.truce.tally.PartsCheck.Verdict;
import org.truce.testing.Lines;

/** The numbers stand in examples/*&#47;expected/tallies.md, written by hand before the code. */
class TallyReviewTest {
  private static final TallyReview EASTER = TallyReview.of(Lines.ofExample("easter-2025"));
  private static final TallyReview SYRIA = TallyReview.of(Lines.ofExample("syria-2016"));
  private static final TallyReview ENERGY =
      TallyReview.of(Lines.ofExample("energy-moratorium-2025"));
  private static final String WINDOW = "\"about\":{\"from\":\"2025-05-01T00:00Z\",\"to\":\"%s\"}";

  private static TallyReview.Examined tally(TallyReview review, String id) {
    return review.tallies().stream()
        .filter(each -> each.tally().id().toString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> running(TallyReview review, String organ, String what, String from) {
    return review.series().stream()
        .filter(
            each ->
                each.counted().organ().equals(organ)
                    && each.counted().what().equals(what)
                    && each.points().getFirst().window().from().equals(Instant.parse(from)))
        .flatMap(each -> each.points().stream())
        .map(point -> point.narrowest().toString())
        .toList();
  }

  private static String shellings(String to, int count) {
    return "{\"claim\":\"tally\",\"unit\":\"shellings\",\"total\":%d,%s}"
        .formatted(count, WINDOW.formatted(to));
  }

  private static TallyReview review(List<Claim> first, List<Claim> second) {
    List<Claim> both = new ArrayList<>(first);
    both.addAll(second);
    return TallyReview.of(both);
  }

  @Test
  void theMoratoriumsTalliesAreAsWorkedByHand() {
    assertThat(ENERGY.tallies()).hasSize(16);
    assertThat(ENERGY.tallies()).allMatch(each -> each.parts().verdict() == Verdict.NO_PARTS);
    assertThat(ENERGY.tallies().stream().filter(TallyReview.Examined::copy))
        .singleElement()
        .isEqualTo(tally(ENERGY, "kommersant/M33/1"));
    assertThat(ENERGY.series()).isEmpty();
    assertThat(ENERGY.contradictions()).isEmpty();
    Comparability compared =
        Comparability.of(
            tally(ENERGY, "miamichron/M34/1").tally(), tally(ENERGY, "pravda/U19/1").tally());
    assertThat(compared.obstacles()).containsExactly(Obstacle.WINDOW);
    assertThat(compared.windows()).isEqualTo(Windows.ONE_INSIDE_OTHER);
    assertThat(compared.one()).hasHours(768);
    assertThat(compared.other()).hasMinutes(544 * 60 + 22);
  }

  @Test
  void easterPartsStandToTotalsAsWorkedByHand() {
    PartsCheck ukraine = tally(EASTER, "babel/E15/1").parts();
    assertThat(ukraine.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(ukraine.sum().orElseThrow().least()).isEqualTo(2_928);
    PartsCheck russia = tally(EASTER, "sputnik/E52/1").parts();
    assertThat(russia.verdict()).isEqualTo(Verdict.NOT_ITEMISED);
    assertThat(russia.unexplained()).contains(new Count(84, 34, 134));
    assertThat(tally(EASTER, "irna/E44/1").parts().verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(tally(EASTER, "babel/E14/1").parts().sum()).contains(Count.exactly(2_095));
    assertThat(tally(EASTER, "euromaidan/E71/1").parts().sum()).contains(Count.exactly(99));
  }

  @Test
  void easterRunningTotalsRiseAsWorkedByHand() {
    String midnight = "2025-04-19T21:00:00Z";
    String speaker = "Volodymyr Zelenskyy";
    assertThat(running(EASTER, speaker, "assaults", midnight))
        .containsExactly("5", "26", "46", "67", "96");
    assertThat(running(EASTER, speaker, "shellings", midnight))
        .containsExactly("59", "901", "1,355", "1,882");
    assertThat(running(EASTER, speaker, "heavy shellings", midnight))
        .containsExactly("448", "713", "812");
    assertThat(running(EASTER, speaker, "fpv uses", midnight))
        .containsExactly("more than 400", "673", "more than 950");
    assertThat(running(EASTER, speaker, "violations", midnight))
        .containsExactly("more than 2,000", "2,935");
    assertThat(running(EASTER, "Ministry of Defence", "quadcopter strikes", "2025-04-19T15:00:00Z"))
        .containsExactly("900", "3,316");
    assertThat(running(EASTER, "Ministry of Defence", "drops", "2025-04-19T15:00:00Z"))
        .containsExactly("7", "16");
  }

  @Test
  void easterHasNoContradictionWithinAnOrgan() {
    assertThat(EASTER.contradictions()).isEmpty();
    assertThat(EASTER.tallies()).noneMatch(TallyReview.Examined::contradictsItself);
    assertThat(tally(EASTER, "uawire/E21/3").subsets())
        .hasSize(2)
        .allMatch(SubsetCheck::holds)
        .allMatch(subset -> subset.whole().equals(Count.exactly(96)));
    assertThat(tally(EASTER, "thegaze/E17/1").copy()).isTrue();
  }

  @Test
  void syriaIsAsWorkedByHand() {
    assertThat(
            SYRIA.tallies().stream()
                .map(each -> each.tally().id() + " " + each.parts().verdict())
                .sorted())
        .containsExactly(
            "alalam/Y01/1 NO_PARTS",
            "infiniteunknown/Y03/1 CONSISTENT",
            "israelpress/P12/1 CONSISTENT",
            "militarytech/P19/1 CONSISTENT",
            "ru-mod/P10/1 NO_PARTS",
            "snhr/P18/1 NO_PARTS",
            "sputnik/P13/1 CONSISTENT",
            "tass/P15/1 CONSISTENT",
            "tass/Y02/1 NO_PARTS",
            "times-of-oman/P05/1 NO_PARTS");
    assertThat(SYRIA.contradictions()).isEmpty();
    assertThat(SYRIA.series()).isEmpty();
    Comparability first =
        Comparability.of(
            tally(SYRIA, "times-of-oman/P05/1").tally(), tally(SYRIA, "alalam/Y01/1").tally());
    assertThat(first.obstacles()).containsExactly(Obstacle.WINDOW);
    assertThat(first.windows()).isEqualTo(Windows.ONE_INSIDE_OTHER);
  }

  @Test
  void aRunningTotalThatFallsIsAContradictionOfItsOrganAndNoOther() {
    String earlier = shellings("2025-05-02T00:00Z", 50);
    String later = shellings("2025-05-03T00:00Z", 49);
    TallyReview same = review(Lines.said(2, "A", earlier), Lines.said(3, "A", later));
    assertThat(same.contradictions()).extracting(Contradiction::kind).containsExactly(Kind.FALLS);
    assertThat(review(Lines.said(2, "A", earlier), Lines.said(3, "B", later)).contradictions())
        .isEmpty();
  }

  @Test
  void twoNumbersOfOneOrganForTheSameHoursContradictAndRoundedOnesDoNot() {
    String one = shellings("2025-05-02T00:00Z", 4_890);
    String other = shellings("2025-05-02T00:00Z", 4_700);
    String rounded = other.replace("4700", "{\"count\":4900,\"about\":true}");
    assertThat(review(Lines.said(2, "A", one), Lines.said(3, "A", other)).contradictions())
        .extracting(Contradiction::kind)
        .containsExactly(Kind.SAME_SCOPE);
    assertThat(review(Lines.said(2, "A", one), Lines.said(3, "A", rounded)).contradictions())
        .isEmpty();
  }

  @Test
  void aRegionHasNoMoreThanItsCountryAndShotDownNoMoreThanLaunched() {
    String region =
        shellings("2025-05-02T00:00Z", 50)
            .replace("\"unit\"", "\"place\":{\"region\":\"UA-14\"},\"unit\"");
    String country = region.replace("UA-14", "UA").replace(":50", ":40");
    assertThat(review(Lines.said(2, "A", region), Lines.said(3, "A", country)).contradictions())
        .extracting(Contradiction::kind)
        .containsExactly(Kind.PART_LARGER_THAN_WHOLE);
    String down =
        shellings("2025-05-02T00:00Z", 50)
            .replace("\"unit\"", "\"counted\":\"shot-down\",\"unit\"");
    String launched = down.replace("shot-down", "launched").replace(":50", ":40");
    assertThat(review(Lines.said(2, "A", down), Lines.said(3, "A", launched)).contradictions())
        .extracting(Contradiction::kind)
        .containsExactly(Kind.PART_LARGER_THAN_WHOLE);
    String suppressed = launched.replace("launched", "suppressed");
    assertThat(review(Lines.said(2, "A", down), Lines.said(3, "A", suppressed)).contradictions())
        .isEmpty();
  }

  @Test
  void fiftySevenOf437HoldsAndOf43DoesNot() {
    String claim =
        shellings("2025-05-02T00:00Z", 437)
            .replace(
                "\"total\"",
                "\"parts\":[{\"what\":\"over the"
                    + " city\",\"count\":57,\"role\":\"of-which\",\"of\":\"total\"}],\"total\"");
    assertThat(TallyReview.of(Lines.said(2, "A", claim)).tallies().getFirst().contradictsItself())
        .isFalse();
    assertThat(
            TallyReview.of(Lines.said(2, "A", claim.replace(":437", ":43")))
                .tallies()
                .getFirst()
                .contradictsItself())
        .isTrue();
  }

  @Test
  void hoursLeftOutKeepTwoWindowsApart() {
    String whole = shellings("2025-05-02T00:00Z", 9);
    String holed =
        whole.replace(
            "\"unit\"",
            "\"except\":[{\"from\":\"2025-05-01T10:00Z\",\"to\":\"2025-05-01T12:00Z\"}],\"unit\"");
    Comparability compared =
        Comparability.of(
            (Claim.Tally) Lines.said(2, "A", whole).getFirst(),
            (Claim.Tally) Lines.said(2, "B", holed).getFirst());
    assertThat(compared.obstacles()).containsExactly(Obstacle.LEFT_OUT);
    assertThat(
            review(Lines.said(2, "A", whole), Lines.said(3, "A", holed.replace(":9", ":10")))
                .contradictions())
        .extracting(Contradiction::kind)
        .containsExactly(Kind.PART_LARGER_THAN_WHOLE);
  }

  /** Domain rule 10: 7 killed and 20 injured; 9 and 18; 8 because one name was listed twice. */
  @Test
  void aLateDeathIsATransferAndNotASum() {
    List<Claim> claims = new ArrayList<>();
    String window = WINDOW.formatted("2025-05-02T00:00Z");
    String toll = "{\"claim\":\"toll\",\"category\":\"%s\",\"count\":%d,%s%s}";
    claims.addAll(Lines.said(2, "City", toll.formatted("killed", 7, window, "")));
    claims.addAll(Lines.said(2, "City", toll.formatted("injured", 20, window, "")));
    String revised = ",\"revises\":\"paper/x/1\",\"revision\":\"%s\"";
    claims.addAll(
        Lines.said(
            4, "City", toll.formatted("killed", 9, window, revised.formatted("late-death"))));
    claims.addAll(
        Lines.said(
            4, "City", toll.formatted("injured", 18, window, revised.formatted("late-death"))));
    claims.addAll(
        Lines.said(
            7,
            "City",
            toll.formatted("killed", 8, window, revised.formatted("duplicate-removed"))));
    claims.addAll(Lines.said(3, "Other", toll.formatted("killed", 0, window, "")));
    List<TollSeries> tolls = TallyReview.of(claims).tolls();
    TollSeries killed =
        tolls.stream()
            .filter(each -> each.claimant().equals("City"))
            .filter(each -> each.category() == Claim.Category.KILLED)
            .findFirst()
            .orElseThrow();
    assertThat(killed.steps())
        .extracting(TollSeries.Step::change)
        .containsExactly(
            new TollSeries.Change.First(),
            new TollSeries.Change.Transfer(2, true),
            new TollSeries.Change.Revised(Claim.RevisionKind.DUPLICATE_REMOVED));
    CompetingTolls competing = CompetingTolls.among(tolls).getFirst();
    assertThat(competing.agree()).isFalse();
    assertThat(List.of(competing.least(), competing.most())).containsExactly(0L, 8L);
  }

  @Test
  void theOrderOfClaimsChangesNothing() {
    List<Claim> claims = new ArrayList<>(Lines.ofExample("easter-2025"));
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(claims, new Random(seed));
      assertThat(TallyReview.of(claims)).as("seed %d", seed).isEqualTo(EASTER);
    }
  }

  @Test
  void numbersTooLargeToAddStayAtTheLargest() {
    Count huge = Count.exactly(Long.MAX_VALUE - 1);
    assertThat(huge.plus(huge).most()).isEqualTo(Long.MAX_VALUE);
    assertThat(Count.about(9_000_000_000_000_000_000L).said())
        .isEqualTo(9_000_000_000_000_000_000L);
    assertThat(Count.about(Long.MAX_VALUE, 5).most()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aTallyOfThousandsIsBackedByFewIncidents() {
    List<List<Claim>> each =
        Lines.ofExample("easter-2025").stream()
            .filter(Claim.Event.class::isInstance)
            .map(List::of)
            .toList();
    MatchCoverage match =
        MatchCoverage.of(
            tally(EASTER, "babel/E15/1").tally(), each, new Atlas(List.of(), List.of()));
    assertThat(match.possibly()).isBetween(match.surely(), 53L);
    assertThat(match.surely()).isPositive();
    assertThat(match.mostPerMille().orElseThrow()).isLessThan(20);
  }
}
