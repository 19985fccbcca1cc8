package org.truce.mechanism;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.truce.assessment.Assessment.AssessedIncident;
import org.truce.incident.Fusion;
import org.truce.incident.Incident;
import org.truce.report.ClaimId;
import org.truce.snapshot.SnapshotInput;
import org.truce.snapshot.SnapshotOutput;
import org.truce.store.Change;
import org.truce.store.Row;
import org.truce.store.Table;

/**
 * What is on record of incidents once they are judged: what the clauses say of them, and what each
 * day sums up to.
 *
 * <p>It takes in what entries changed in their order, and may lag behind the {@link Projector} on a
 * thread of its own.
 */
final class JudgedIncidents {
  private final Findings findings = new Findings();
  private final Days days = new Days();

  /**
   * Judges what an entry touched.
   *
   * @param all hands over all incidents; asked only when everything is judged again
   * @return everything that the entry changes, at most one change of a key
   */
  List<Change> judged(Unjudged change, Consumer<Consumer<Incident>> all) {
    Effects effects = change.effects();
    change.said().forEach(said -> say(said, effects));
    for (ClaimId id : change.gone()) {
      effects.gone(Table.CLAIM, List.of(id.toString()));
      left(id, effects);
    }
    change
        .sorted()
        .ifPresent(
            delta -> {
              delta.unattached().forEach(id -> left(id, effects));
              delta.dormant().forEach((number, asleep) -> sleep(number, asleep.into(), effects));
              delta
                  .changed()
                  .forEach(
                      (number, claims) ->
                          judge(
                              Fusion.incident(Math.toIntExact(number), claims),
                              change.judging(),
                              effects));
              delta.joined().forEach((number, ids) -> joined(number, ids, effects));
            });
    if (change.everything()) {
      all.accept(incident -> judge(incident, change.judging(), effects));
    }
    return effects.list();
  }

  private static void say(Unjudged.Said said, Effects effects) {
    Reports.Now now = said.now();
    effects.put(Rows.report(said.index(), said.entry(), now.report(), now.state(), -1));
    if (now.speaks()) {
      now.report().claims().forEach(claim -> effects.put(Rows.claim(said.index(), claim)));
    }
  }

  private static void joined(long number, List<ClaimId> ids, Effects effects) {
    ids.forEach(id -> effects.put(Row.of(Table.MEMBER, id, number)));
  }

  private static void left(ClaimId id, Effects effects) {
    effects.gone(Table.MEMBER, List.of(id.toString()));
  }

  private void sleep(long number, long into, Effects effects) {
    Row row = Rows.dormant(number, into);
    effects.put(row);
    days.take(row, effects);
    findings.replace(number, List.of(), effects);
  }

  private void judge(Incident incident, Judging judging, Effects effects) {
    AssessedIncident assessed = judging.judged(incident);
    Row row = Rows.incident(assessed);
    effects.put(row);
    days.take(row, effects);
    findings.replace(incident.number(), Rows.findings(assessed, row.text("handling")), effects);
  }

  /** Writes what does not follow from the incidents themselves. */
  void write(SnapshotOutput out) throws IOException {
    findings.write(out);
    days.write(out);
  }

  /** Reads what {@link #write} wrote. */
  void read(SnapshotInput in) throws IOException {
    findings.read(in);
    days.read(in);
  }
}
