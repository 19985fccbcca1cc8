package org.truce.mechanism;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.truce.incident.Decisions;
import org.truce.incident.Decisions.Pair;
import org.truce.incident.Incident;
import org.truce.mechanism.Act.Verdict;
import org.truce.provenance.Side;
import org.truce.report.Claim;
import org.truce.report.ClaimId;
import org.truce.snapshot.SnapshotInput;
import org.truce.snapshot.SnapshotOutput;
import org.truce.store.Row;
import org.truce.store.Table;

/** What analysts said of pairs of claims. */
final class Links {
  private final Standing<Pair, Verdict> said = new Standing<>();
  private final Map<Long, List<Pair>> ofAct = new HashMap<>();
  private Decisions current = Decisions.NONE;

  void say(long act, List<Pair> pairs, Verdict verdict, Effects effects) {
    ofAct.put(act, pairs);
    pairs.forEach(pair -> said.say(pair, act, verdict));
    current = decided();
    pairs.forEach(pair -> refresh(pair, effects));
  }

  /** Returns the pairs of an act, to say them again after its undoing was undone. */
  Optional<List<Pair>> of(long act) {
    return Optional.ofNullable(ofAct.get(act));
  }

  void undo(long act, Effects effects) {
    List<Pair> pairs = ofAct.getOrDefault(act, List.of());
    pairs.forEach(pair -> said.undo(pair, act));
    current = decided();
    pairs.forEach(pair -> refresh(pair, effects));
  }

  private void refresh(Pair pair, Effects effects) {
    Optional<Standing.Said<Verdict>> now = said.of(pair);
    if (now.isEmpty()) {
      effects.gone(Table.DECISION, List.of(pair.first().toString(), pair.second().toString()));
    } else {
      effects.put(
          Row.of(
              Table.DECISION,
              pair.first(),
              pair.second(),
              ActNotation.code(now.get().value()),
              now.get().act()));
    }
  }

  /** Returns what fusion is told; what cannot be decided tells it nothing. */
  Decisions decisions() {
    return current;
  }

  private Decisions decided() {
    Set<Pair> together = new HashSet<>();
    Set<Pair> apart = new HashSet<>();
    said.all()
        .forEach(
            (pair, verdict) -> {
              switch (verdict.value()) {
                case TOGETHER -> together.add(pair);
                case APART -> apart.add(pair);
                case UNDECIDABLE -> {}
              }
            });
    return new Decisions(together, apart);
  }

  /**
   * Returns the pairs that make two incidents one: the first claim of each account in one with the
   * first of each account in the other.
   */
  static List<Pair> joining(Incident one, Incident other) {
    List<Pair> pairs = new ArrayList<>();
    for (ClaimId a : firstOfEachAccount(one)) {
      for (ClaimId b : firstOfEachAccount(other)) {
        pairs.add(Pair.of(a, b));
      }
    }
    return pairs;
  }

  private static List<ClaimId> firstOfEachAccount(Incident incident) {
    SortedMap<Side, ClaimId> first = new TreeMap<>();
    incident
        .members()
        .forEach(
            claim ->
                first.merge(
                    claim.statement().voice().side().account(),
                    claim.id(),
                    (a, b) -> a.compareTo(b) < 0 ? a : b));
    return List.copyOf(first.values());
  }

  /** Returns the pairs that part these claims from the rest of the incident. */
  static List<Pair> parting(Incident incident, List<ClaimId> apart) {
    List<Pair> pairs = new ArrayList<>();
    for (Claim member : incident.members()) {
      if (!apart.contains(member.id())) {
        apart.forEach(claim -> pairs.add(Pair.of(claim, member.id())));
      }
    }
    return pairs;
  }

  void write(SnapshotOutput out) throws IOException {
    said.write(out, Links::write, (to, verdict) -> to.word(verdict.name()));
    out.each(
        ofAct.entrySet(),
        (to, each) -> {
          to.number(each.getKey());
          to.each(each.getValue(), Links::write);
        });
  }

  /** Reads what {@link #write} wrote. */
  void read(SnapshotInput in) throws IOException {
    said.read(in, Links::pair, (from, act) -> Verdict.valueOf(from.word()));
    in.each(each -> ofAct.put(each.number(), each.list(Links::pair)));
    current = decided();
  }

  private static void write(SnapshotOutput out, Pair pair) throws IOException {
    out.claim(pair.first());
    out.claim(pair.second());
  }

  private static Pair pair(SnapshotInput in) throws IOException {
    return new Pair(in.claim(), in.claim());
  }
}
