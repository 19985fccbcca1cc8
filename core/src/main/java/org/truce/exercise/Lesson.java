package org.truce.exercise;

import java.util.List;
import org.truce.incident.linkage.Background;
import org.truce.incident.linkage.Calibration;
import org.truce.incident.linkage.Isotonic;
import org.truce.incident.linkage.Learning;
import org.truce.incident.linkage.LinkModel;
import org.truce.incident.linkage.LinkWeights;

/** Learns the delivered weights from an exercise: from its reports, and from a few decisions. */
public final class Lesson {
  /** What the sorting needs beside weights. */
  public static final LinkWeights.Limits LIMITS = new LinkWeights.Limits(0, -8_000, 9_000, 4_200);

  private static final LinkWeights.Limits NO_LIMITS = new LinkWeights.Limits(0, -60_000, 60_000, 0);

  /** One pair in so many is decided by people. */
  private static final int DECIDED_ONE_IN = 20;

  private Lesson() {}

  /** Learns from an exercise of that many reports, at a density of a million a year. */
  public static LinkWeights learned(Setting setting, long seed, long reports) {
    ExerciseTable exercise = ExerciseTable.of(setting, seed, reports, 1_000_000);
    LinkWeights raw = Learning.learn(exercise.table(), exercise.actors(), NO_LIMITS);
    LinkModel model = new LinkModel(raw, Background.of(exercise.table()), exercise.actors());
    int[] truth = exercise.truth();
    Isotonic isotonic = new Isotonic();
    int[] taken = new int[1];
    Learning.pairs(
        exercise.table(),
        (one, other) -> {
          boolean differ = exercise.table().source(one) != exercise.table().source(other);
          if (differ
              && (exercise.table().order(one) + exercise.table().order(other)) % DECIDED_ONE_IN
                  == 0) {
            isotonic.take(model.weight(exercise.table(), one, other), truth[one] == truth[other]);
            taken[0]++;
          }
        });
    Calibration calibration = isotonic.calibration();
    return new LinkWeights(
        "learned-2",
        List.of(
            "exercise \"%s\", seed %d, %d reports at 1,000,000 a year"
                .formatted(setting.name(), seed, exercise.table().size()),
            "expectation maximisation over all near pairs, without their truth",
            "isotonic calibration over %d pairs decided as an analyst would".formatted(taken[0]),
            "synthetic: nothing here was learned from real reports"),
        raw.differentSources(),
        raw.sameSource(),
        calibration,
        LIMITS);
  }
}
