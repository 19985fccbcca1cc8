package org.truce.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.truce.incident.Succession.Change;
import org.truce.incident.Succession.Event;
import org.truce.incident.Succession.Step;

class SuccessionTest {
  private static SortedSet<Long> set(long... claims) {
    SortedSet<Long> set = new TreeSet<>();
    for (long claim : claims) {
      set.add(claim);
    }
    return set;
  }

  @SafeVarargs
  private static SortedMap<Long, SortedSet<Long>> clusters(SortedSet<Long>... sets) {
    SortedMap<Long, SortedSet<Long>> clusters = new TreeMap<>();
    for (SortedSet<Long> set : sets) {
      clusters.put(set.first(), set);
    }
    return clusters;
  }

  private static final Succession TWO =
      Succession.NONE.step(set(), clusters(set(1, 2, 3), set(4, 5)), Set.of()).names();

  @Test
  void theNameThatSharesMostClaimsSurvivesAMerger() {
    Step step = TWO.step(set(1, 2, 3, 4, 5), clusters(set(1, 2, 3, 4, 5)), Set.of());
    assertThat(step.names().members()).containsOnlyKeys("I-000001");
    assertThat(step.events())
        .containsExactly(
            new Event("I-000001", Change.MOVED, "I-000001", false),
            new Event("I-000002", Change.MERGED_INTO, "I-000001", false));
  }

  @Test
  void aPinnedNameSurvivesAndSaysThatItsCompositionChanged() {
    Step step = TWO.step(set(1, 2, 3, 4, 5), clusters(set(1, 2, 3, 4, 5)), Set.of("I-000002"));
    assertThat(step.names().members()).containsOnlyKeys("I-000002");
    assertThat(step.events()).contains(new Event("I-000002", Change.MOVED, "I-000002", true));
  }

  @Test
  void aSplitKeepsTheNameWithTheLargerPartAndNamesTheOther() {
    Step step = TWO.step(set(1, 2, 3), clusters(set(1, 2), set(3)), Set.of());
    assertThat(step.names().members().get("I-000001")).isEqualTo(set(1, 2));
    assertThat(step.events()).contains(new Event("I-000003", Change.SPLIT_FROM, "I-000001", false));
  }

  @Test
  void whatIsRetractedEnds() {
    assertThat(TWO.step(set(4, 5), clusters(), Set.of()).events())
        .isEqualTo(List.of(new Event("I-000002", Change.ENDED, "I-000002", false)));
  }
}
