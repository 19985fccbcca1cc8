package org.truce.exercise;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.truce.incident.linkage.ActorSets;
import org.truce.incident.linkage.ClaimTable;
import org.truce.incident.linkage.Fingerprint;
import org.truce.incident.linkage.Kinship;

/** Reports of an exercise as a table, with the truth beside it. */
public final class ExerciseTable {
  private final ClaimTable table = new ClaimTable();
  private final ActorSets actors = new ActorSets();
  private final Map<String, Integer> names = new HashMap<>();
  private int[] truth = new int[1_024];

  /** Makes an exercise and puts it into a table. */
  public static ExerciseTable of(Setting setting, long seed, long reports, long perYear) {
    ExerciseTable exercise = new ExerciseTable();
    Exercise.make(setting, seed, reports, perYear, exercise::add);
    return exercise;
  }

  private void add(MadeUpReport report) {
    MadeUpReport.About about = report.about();
    MadeUpReport.What what = report.what();
    int row =
        table.add(
            Fingerprint.of(report.id()),
            about.from(),
            about.to(),
            new ClaimTable.Where(about.latE7(), about.lonE7(), about.withinMetres()),
            new ClaimTable.What(
                Kinship.CONDUCT.number(what.conduct()),
                what.target().isEmpty() ? 0 : Kinship.TARGETS.number(what.target()),
                actors.number(what.by()),
                what.killed(),
                what.killed(),
                0),
            new ClaimTable.Who(
                name(report.mouth().side()),
                name(report.mouth().source()),
                table.size(),
                name(report.mouth().origin()),
                0,
                0));
    if (row == truth.length) {
      truth = Arrays.copyOf(truth, row + row / 2);
    }
    truth[row] = report.truth();
  }

  private int name(String text) {
    return names.computeIfAbsent(text, added -> names.size() + 1);
  }

  /** Returns the reports, one row each. */
  public ClaimTable table() {
    return table;
  }

  /** Returns the sets of authors of the table. */
  public ActorSets actors() {
    return actors;
  }

  /** Returns for each row the number of the happening that it is about. */
  public int[] truth() {
    return Arrays.copyOf(truth, table.size());
  }
}
