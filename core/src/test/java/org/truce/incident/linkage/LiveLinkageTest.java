package org.truce.incident.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.truce.exercise.ExerciseTable;
import org.truce.exercise.Setting;
import org.truce.incident.linkage.LiveLinkage.Decision;

/** However reports come, go and are decided about: the sorting is that of the set. */
class LiveLinkageTest {
  private static final ExerciseTable EXERCISE =
      ExerciseTable.of(Setting.VALIDATION, 11, 3_000, 4_000_000);
  private static final ClaimTable ALL = EXERCISE.table();

  private static LinkModel model() {
    return new LinkModel(LinkWeightsText.delivered(), Background.of(ALL), EXERCISE.actors());
  }

  /** Sorts the rows at once: id → id that names the happening. */
  private static SortedMap<Long, Long> atOnce(
      List<Integer> rows, Map<List<Long>, Decision> decided) {
    ClaimTable table = ALL.inOrder(rows.stream().mapToInt(Integer::intValue).toArray());
    Map<Long, Integer> rowOf = new HashMap<>();
    for (int row = 0; row < table.size(); row++) {
      rowOf.put(table.order(row), row);
    }
    List<Decided.Pair> together = new ArrayList<>();
    List<Decided.Pair> apart = new ArrayList<>();
    decided.forEach(
        (ids, decision) -> {
          Integer one = rowOf.get(ids.getFirst());
          Integer other = rowOf.get(ids.getLast());
          if (one != null && other != null) {
            (decision == Decision.TOGETHER ? together : apart).add(new Decided.Pair(one, other));
          }
        });
    int[] sorted = Linkage.sorted(table, model(), new Decided(together, apart, List.of()));
    SortedMap<Long, Long> happenings = new TreeMap<>();
    for (int row = 0; row < table.size(); row++) {
      happenings.put(table.order(row), table.order(sorted[row]));
    }
    return happenings;
  }

  private static List<Integer> shuffled(long seed) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < ALL.size(); row++) {
      rows.add(row);
    }
    Collections.shuffle(rows, new Random(seed));
    return rows;
  }

  @Test
  void aHundredOrdersOfArrivalGiveOneSorting() {
    SortedMap<Long, Long> expected = atOnce(shuffled(0), Map.of());
    assertThat(expected.values().stream().distinct().count()).isLessThan(ALL.size() * 3L / 4);
    for (int seed = 1; seed <= 100; seed++) {
      List<Integer> rows = shuffled(seed);
      assertThat(atOnce(rows, Map.of())).as("seed %d, at once", seed).isEqualTo(expected);
      if (seed % 10 == 0) {
        LiveLinkage live = new LiveLinkage(model());
        rows.forEach(row -> live.insert(ALL, row));
        assertThat(live.happenings()).as("seed %d, one by one", seed).isEqualTo(expected);
      }
    }
  }

  private static String hash(SortedMap<Long, Long> happenings) throws NoSuchAlgorithmException {
    byte[] text = happenings.toString().getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
  }

  @Test
  void afterBatchesOfAnySizeTheHashIsThatOfTheRowsSoFar() throws NoSuchAlgorithmException {
    List<Integer> rows = shuffled(3).subList(0, 1_000);
    Set<String> last = new HashSet<>();
    for (int size : new int[] {1, 7, 1_000}) {
      LiveLinkage live = new LiveLinkage(model());
      for (int from = 0; from < rows.size(); from += size) {
        int to = Math.min(rows.size(), from + size);
        rows.subList(from, to).forEach(row -> live.insert(ALL, row));
        if (from / size % 37 == 0 || to == rows.size()) {
          assertThat(hash(live.happenings()))
              .as("batches of %d, after %d", size, to)
              .isEqualTo(hash(atOnce(rows.subList(0, to), Map.of())));
        }
      }
      last.add(hash(live.happenings()));
    }
    assertThat(last).hasSize(1);
  }

  @Test
  void whatWasRetractedCorrectedAndDecidedLeavesNoTraceButTheSet() {
    int changed = 0;
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      List<Integer> rows = shuffled(seed).subList(0, 1_500);
      LiveLinkage live = new LiveLinkage(model());
      List<Integer> there = new ArrayList<>();
      Map<List<Long>, Decision> decided = new HashMap<>();
      for (int row : rows) {
        live.insert(ALL, row);
        there.add(row);
        if (random.nextInt(5) == 0) {
          int gone = there.get(random.nextInt(there.size()));
          there.removeIf(each -> each == gone);
          live.retract(ALL.order(gone));
          decided.keySet().removeIf(ids -> ids.contains(ALL.order(gone)));
        }
        if (random.nextInt(20) == 0 && there.size() > 2) {
          long one = ALL.order(there.get(random.nextInt(there.size())));
          long other = ALL.order(there.get(random.nextInt(there.size())));
          Decision decision =
              List.of(Decision.TOGETHER, Decision.APART, Decision.OPEN).get(random.nextInt(3));
          if (one != other) {
            decided.remove(List.of(Math.max(one, other), Math.min(one, other)));
            if (decision != Decision.OPEN) {
              decided.put(List.of(Math.max(one, other), Math.min(one, other)), decision);
            }
            live.decide(one, other, decision);
          }
        }
      }
      SortedMap<Long, Long> expected = atOnce(there, decided);
      assertThat(live.happenings()).as("seed %d", seed).isEqualTo(expected);
      changed += decided.size();
    }
    assertThat(changed).isGreaterThan(100);
  }

  @Test
  void whatADeltaSaysIsExactlyWhatChanged() {
    LiveLinkage live = new LiveLinkage(model());
    SortedMap<Long, Long> known = new TreeMap<>();
    for (int row : shuffled(5).subList(0, 1_000)) {
      LiveLinkage.Delta delta = live.insert(ALL, row);
      known.putAll(delta.after());
    }
    for (int row : shuffled(5).subList(0, 300)) {
      LiveLinkage.Delta delta = live.retract(ALL.order(row));
      known.putAll(delta.after());
      known.values().removeIf(name -> name == 0);
    }
    assertThat(known).isEqualTo(live.happenings());
  }

  @Test
  void aHundredThousandIdenticalReportsAreOneHappening() {
    LiveLinkage live = new LiveLinkage(model());
    ClaimTable flood = new ClaimTable();
    for (int i = 0; i < 100_000; i++) {
      flood.add(
          Fingerprint.of("flood-" + i),
          1_924_992_000L,
          1_924_992_600L,
          new ClaimTable.Where(480_000_000, 370_000_000, 500),
          new ClaimTable.What(Kinship.CONDUCT.number("shelling"), 0, 0, -1, -1, 0),
          new ClaimTable.Who(1, i, i, i, 0, 0));
    }
    assertThat(Linkage.sorted(flood, model(), Decided.NOTHING)).containsOnly(smallest(flood));
    for (int row = 0; row < 20_000; row++) {
      live.insert(flood, row);
    }
    assertThat(live.happenings().values().stream().distinct()).hasSize(1);
  }

  /** Reports of many sources of one hour within a few metres of each other, none like another. */
  private static ClaimTable flood(int reports) {
    ClaimTable flood = new ClaimTable();
    for (int i = 0; i < reports; i++) {
      flood.add(
          Fingerprint.of("near-" + i),
          1_924_992_000L + i % 60,
          1_924_992_600L + i % 60,
          new ClaimTable.Where(480_000_000 + i, 370_000_000, 500),
          new ClaimTable.What(Kinship.CONDUCT.number("shelling"), 0, 0, -1, -1, 0),
          new ClaimTable.Who(1, i, i, i, 0, 0));
    }
    return flood;
  }

  @Test
  void aFloodOfReportsThatDifferALittleDoesNotCostTheSquareOfItsSize() {
    ClaimTable flood = flood(100_000);
    long[] pairs = new long[1];
    Learning.pairs(flood, (one, other) -> pairs[0]++);
    assertThat(pairs[0]).isBetween(1L, (long) Crowds.MOST * Crowds.MOST * 4);
    Linkage.Sorted sorted = Linkage.sort(flood, model(), Decided.NOTHING, Workers.ALONE);
    assertThat(sorted.notCompared().vague()).isZero();
    assertThat(sorted.notCompared().crowded()).isGreaterThan(99_000);
    long alone = flood.size() - java.util.Arrays.stream(sorted.happening()).distinct().count();
    assertThat(alone).isBetween(1L, 1_000L);
  }

  @Test
  void inAFloodTooTheSortingIsThatOfTheSet() throws NoSuchAlgorithmException {
    ClaimTable flood = flood(400);
    for (int seed = 1; seed <= 2; seed++) {
      List<Integer> rows = new ArrayList<>();
      for (int row = 0; row < flood.size(); row++) {
        rows.add(row);
      }
      Collections.shuffle(rows, new Random(seed));
      LiveLinkage live = new LiveLinkage(model());
      rows.forEach(row -> live.insert(flood, row));
      int gone = 20 * seed;
      rows.subList(0, gone).forEach(row -> live.retract(flood.order(row)));
      int[] left = rows.subList(gone, rows.size()).stream().mapToInt(Integer::intValue).toArray();
      ClaimTable there = flood.inOrder(left);
      Linkage.Sorted atOnce = Linkage.sort(there, model(), Decided.NOTHING, Workers.ALONE);
      assertThat(atOnce.notCompared().crowded()).as("a flood at the end").isPositive();
      int[] sorted = atOnce.happening();
      SortedMap<Long, Long> expected = new TreeMap<>();
      for (int row = 0; row < sorted.length; row++) {
        expected.put(there.order(row), there.order(sorted[row]));
      }
      assertThat(hash(live.happenings())).as("seed %d", seed).isEqualTo(hash(expected));
    }
  }

  private static int smallest(ClaimTable table) {
    int least = 0;
    for (int row = 0; row < table.size(); row++) {
      least = table.order(row) < table.order(least) ? row : least;
    }
    return least;
  }

  @Test
  void aPlaceOf500KilometresAndATimeOfTenYearsMeetNothing() {
    ClaimTable table = new ClaimTable();
    for (int i = 0; i < 1_000; i++) {
      boolean wide = i % 2 == 0;
      table.add(
          Fingerprint.of("vague-" + i),
          1_924_992_000L - (wide ? 0 : 157_000_000L),
          1_924_992_600L + (wide ? 0 : 157_000_000L),
          new ClaimTable.Where(480_000_000 + i, 370_000_000, wide ? 500_000 : 500),
          new ClaimTable.What(Kinship.CONDUCT.number("shelling"), 0, 0, -1, -1, 0),
          new ClaimTable.Who(1, i, i, i, 0, 0));
    }
    assertThat(java.util.Arrays.stream(Linkage.sorted(table, model(), Decided.NOTHING)).distinct())
        .hasSize(1_000);
  }
}
