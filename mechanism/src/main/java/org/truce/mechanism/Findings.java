package org.truce.mechanism;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.truce.snapshot.SnapshotInput;
import org.truce.snapshot.SnapshotOutput;
import org.truce.store.Row;
import org.truce.store.Table;

/** Of which clauses, under which reading and account, each incident has a finding. */
final class Findings {
  private final Map<Long, Set<Of>> standing = new HashMap<>();

  /** Equal sets are held once: there are few different ones. */
  private final Map<Set<Of>, Set<Of>> sets = new HashMap<>();

  /** A clause of a reading under one side's account. */
  private record Of(String reading, String clause, String side) {
    static Of row(Row finding) {
      return new Of(finding.text("reading"), finding.text("clause"), finding.text("side"));
    }

    List<Object> key(long incident) {
      return List.of(incident, reading, clause, side);
    }
  }

  /** Lets an incident have these findings and no others. */
  void replace(long incident, List<Row> now, Effects effects) {
    Set<Of> kept = new HashSet<>();
    for (Row row : now) {
      kept.add(Of.row(row));
      effects.put(row);
    }
    for (Of before : standing.getOrDefault(incident, Set.of())) {
      if (!kept.contains(before)) {
        effects.gone(Table.FINDING, before.key(incident));
      }
    }
    put(incident, kept);
  }

  private void put(long incident, Set<Of> now) {
    if (now.isEmpty()) {
      standing.remove(incident);
    } else {
      standing.put(incident, sets.computeIfAbsent(now, Set::copyOf));
    }
  }

  void write(SnapshotOutput out) throws IOException {
    out.each(
        standing.entrySet(),
        (to, each) -> {
          to.number(each.getKey());
          to.each(
              each.getValue(),
              (more, of) -> {
                more.word(of.reading());
                more.word(of.clause());
                more.word(of.side());
              });
        });
  }

  /** Reads what {@link #write} wrote. */
  void read(SnapshotInput in) throws IOException {
    in.each(
        each ->
            put(
                each.number(),
                new HashSet<>(each.list(more -> new Of(more.word(), more.word(), more.word())))));
  }
}
