package org.truce.incident.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MembershipTest {
  private static final long START = 1_924_992_000L;

  /** Two reports of one hour and place, one of another kind two hours later, one far away. */
  private static ClaimTable table() {
    ClaimTable table = new ClaimTable();
    long[] from = {START, START + 120, START + 7_200, START};
    for (int i = 0; i < from.length; i++) {
      table.add(
          Fingerprint.of("row-" + i),
          from[i],
          from[i] + 600,
          new ClaimTable.Where(i == 3 ? 500_000_000 : 480_000_000, 370_000_000, 500),
          new ClaimTable.What(
              Kinship.CONDUCT.number(i == 2 ? "sniper-fire" : "shelling"), 0, 0, -1, -1, 0),
          new ClaimTable.Who(1, i, i, i, 0, 0));
    }
    return table;
  }

  private static LinkModel model(ClaimTable table) {
    return new LinkModel(LinkWeightsText.delivered(), Background.of(table), new ActorSets());
  }

  @Test
  void theBestRivalIsTheHappeningNearbyThatTheRowDidNotJoin() {
    ClaimTable table = table();
    LinkModel model = model(table);
    int[] happening = Linkage.sorted(table, model, Decided.NOTHING);
    assertThat(happening[0]).isEqualTo(happening[1]).isNotEqualTo(happening[2]);
    Membership first = Membership.of(table, model, happening, 0);
    assertThat(first.own()).contains(model.weight(table, 0, 1));
    assertThat(first.rival())
        .contains(new Membership.Rival(happening[2], model.weight(table, 0, 2)));
    assertThat(first.rival().orElseThrow().mean()).isLessThan(first.own().orElseThrow());
  }

  @Test
  void whoStandsAloneHasNoWeightOfItsOwnAndWhoIsFarFromAllHasNoRival() {
    ClaimTable table = table();
    LinkModel model = model(table);
    int[] happening = Linkage.sorted(table, model, Decided.NOTHING);
    Membership later = Membership.of(table, model, happening, 2);
    assertThat(later.own()).isEmpty();
    int mean = Math.floorDiv(model.weight(table, 2, 0) + model.weight(table, 2, 1), 2);
    assertThat(later.rival()).contains(new Membership.Rival(happening[0], mean));
    assertThat(Membership.of(table, model, happening, 3).rival()).isEmpty();
  }
}
