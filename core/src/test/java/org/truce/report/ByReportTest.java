package org.truce.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByReportTest {
  private static ClaimId claim(int report, int name) {
    return new ClaimId(new ReportId("source" + report % 3, "r" + report), String.valueOf(name));
  }

  @Test
  void afterAnyPutsAndRemovalsItHoldsWhatAMapOfListsHolds() {
    for (long seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      ByReport<ClaimId> table = new ByReport<>(ClaimId::report);
      Map<ReportId, List<ClaimId>> plain = new HashMap<>();
      List<ClaimId> there = new ArrayList<>();
      for (int i = 0; i < 2_000; i++) {
        if (random.nextInt(5) < 3 || there.isEmpty()) {
          ClaimId claim = claim(random.nextInt(200), i);
          table.put(claim);
          there.add(claim);
          plain.computeIfAbsent(claim.report(), report -> new ArrayList<>()).add(claim);
        } else {
          ClaimId claim = there.remove(random.nextInt(there.size()));
          assertThat(table.remove(claim)).as("seed %d", seed).isTrue();
          plain.getOrDefault(claim.report(), new ArrayList<>()).remove(claim);
        }
      }
      assertThat(table.size()).isEqualTo(there.size());
      assertThat(table).containsExactlyInAnyOrderElementsOf(there);
      plain.forEach(
          (report, claims) ->
              assertThat(table.all(report)).containsExactlyInAnyOrderElementsOf(claims));
    }
  }

  @Test
  void whatWasNeverPutInIsNotFoundAndNotTakenOut() {
    ByReport<ClaimId> table = new ByReport<>(ClaimId::report);
    table.put(claim(1, 1));
    assertThat(table.find(claim(2, 1).report())).isNull();
    assertThat(table.find(claim(1, 1).report(), id -> id.name().equals("2"))).isNull();
    assertThat(table.remove(claim(1, 2))).isFalse();
    assertThat(table.find(claim(1, 1).report())).isEqualTo(claim(1, 1));
  }

  /**
   * All these names have one hash in Java: "Aa" and "BB" do, and so does whatever is made of them.
   */
  @Test
  void namesChosenToMeetInAHashOfJavaDoNotMeetHere() {
    long[] compared = {0};
    ByReport<ReportId> table =
        new ByReport<>(
            id -> {
              compared[0]++;
              return id;
            });
    List<ReportId> hostile = new ArrayList<>();
    for (int i = 0; i < 1 << 14; i++) {
      StringBuilder number = new StringBuilder();
      for (int bit = 0; bit < 14; bit++) {
        number.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      hostile.add(new ReportId("source", number.toString()));
    }
    assertThat(hostile.stream().map(ReportId::hashCode).distinct()).hasSize(1);
    hostile.forEach(table::put);
    compared[0] = 0;
    hostile.forEach(id -> assertThat(table.find(id)).isSameAs(id));
    assertThat(compared[0]).isLessThan(hostile.size() + 100L);
  }
}
