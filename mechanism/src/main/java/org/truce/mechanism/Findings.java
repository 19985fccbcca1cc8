package org.truce.mechanism;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.truce.snapshot.Recurring;
import org.truce.snapshot.SnapshotInput;
import org.truce.snapshot.SnapshotOutput;
import org.truce.store.Row;
import org.truce.store.Table;

/** Of which clauses, under which reading and account, each incident has a finding. */
final class Findings {
  /** By the number of the incident; they count up from 1 without gaps. */
  private final List<Set<Of>> standing = new ArrayList<>();

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
    int at = Math.toIntExact(incident);
    while (standing.size() <= at) {
      standing.add(Set.of());
    }
    for (Of before : standing.get(at)) {
      if (!kept.contains(before)) {
        effects.gone(Table.FINDING, before.key(incident));
      }
    }
    standing.set(at, sets.computeIfAbsent(kept, Set::copyOf));
  }

  void write(SnapshotOutput out) throws IOException {
    Recurring<Set<Of>> written = new Recurring<>();
    out.each(standing, (to, set) -> written.write(to, set, Findings::write));
  }

  private static void write(SnapshotOutput out, Set<Of> set) throws IOException {
    out.each(
        set,
        (to, of) -> {
          to.word(of.reading());
          to.word(of.clause());
          to.word(of.side());
        });
  }

  /** Reads what {@link #write} wrote. */
  void read(SnapshotInput in) throws IOException {
    Recurring<Set<Of>> read = new Recurring<>();
    in.each(each -> standing.add(read.read(each, this::set)));
  }

  private Set<Of> set(SnapshotInput in) throws IOException {
    List<Of> of = in.list(each -> new Of(each.word(), each.word(), each.word()));
    return sets.computeIfAbsent(new HashSet<>(of), Set::copyOf);
  }
}
