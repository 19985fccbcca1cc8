package org.truce.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.truce.incident.linkage.Background;
import org.truce.incident.linkage.Decided;
import org.truce.incident.linkage.LinkModel;
import org.truce.incident.linkage.LinkWeights;
import org.truce.incident.linkage.LinkWeightsText;
import org.truce.incident.linkage.Linkage;
import org.truce.incident.linkage.Workers;

class ExerciseTest {
  private static final ExerciseTable TEST =
      ExerciseTable.of(Setting.VALIDATION, 7, 60_000, 1_000_000);

  private static int[] sorted(LinkWeights weights) {
    return Linkage.sorted(
        TEST.table(),
        new LinkModel(weights, Background.of(TEST.table()), TEST.actors()),
        Decided.NOTHING);
  }

  /** The suite is valid only if weights set by hand reach 0.87 to 0.91 on the same rows. */
  @Test
  void learnedWeightsBeatWeightsSetByHandOnAnotherSettingThanTheirs() {
    Scores byHand = Scores.of(sorted(HandSet.WEIGHTS), TEST.truth());
    Scores learned = Scores.of(sorted(LinkWeightsText.delivered()), TEST.truth());
    assertThat(byHand.pairF1()).isBetween(0.87, 0.91);
    assertThat(learned.pairF1()).isGreaterThanOrEqualTo(0.92);
    assertThat(learned.bcubedF()).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void workThatIsDoneBackwardsOrSideBySideGivesTheSame() {
    int[] alone = sorted(LinkWeightsText.delivered());
    LinkModel model =
        new LinkModel(LinkWeightsText.delivered(), Background.of(TEST.table()), TEST.actors());
    Workers backwards = pieces -> pieces.reversed().forEach(Runnable::run);
    for (Workers workers : List.of(backwards, Workers.ON_ALL_PROCESSORS)) {
      int[] found = Linkage.sort(TEST.table(), model, Decided.NOTHING, workers).happening();
      assertThat(found).isEqualTo(alone);
    }
  }

  @Test
  void theSameSeedMakesTheSameReports() {
    ExerciseTable again = ExerciseTable.of(Setting.VALIDATION, 7, 60_000, 1_000_000);
    assertThat(again.truth()).isEqualTo(TEST.truth());
    assertThat(again.table().where(1_234)).isEqualTo(TEST.table().where(1_234));
    ExerciseTable other = ExerciseTable.of(Setting.VALIDATION, 8, 60_000, 1_000_000);
    assertThat(other.table().where(1_234)).isNotEqualTo(TEST.table().where(1_234));
  }

  @Test
  void weightsAreWrittenAndReadBackAsTheyWere() {
    LinkWeights delivered = LinkWeightsText.delivered();
    assertThat(LinkWeightsText.read(LinkWeightsText.write(delivered))).isEqualTo(delivered);
    assertThat(delivered.provenance()).anyMatch(line -> line.contains("synthetic"));
  }

  @Test
  void scoresOfASmallCaseAreThoseReckonedByHand() {
    Scores scores = Scores.of(new int[] {0, 0, 0, 3}, new int[] {5, 5, 6, 6});
    assertThat(scores.precision()).isEqualTo(1 / 3.0);
    assertThat(scores.recall()).isEqualTo(1 / 2.0);
    assertThat(scores.bcubedPrecision()).isEqualTo((4 / 3.0 + 1 / 3.0 + 1) / 4);
  }
}
