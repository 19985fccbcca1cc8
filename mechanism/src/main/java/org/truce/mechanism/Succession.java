package org.truce.mechanism;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.truce.report.ClaimId;
import org.truce.snapshot.SnapshotInput;
import org.truce.snapshot.SnapshotOutput;

/**
 * Which incident keeps which number when claims are sorted anew.
 *
 * <p>A new group takes the number with which it shares the most members; of equal ones the smaller
 * number goes first. A number that finds no group was merged into the one that holds most of its
 * members; it keeps them in mind, so that it comes back when they part again. Numbers are never
 * used for anything else.
 */
final class Succession {
  private final SortedMap<Long, Dormant> dormant = new TreeMap<>();
  private final Map<Long, Set<Long>> heldBy = new HashMap<>();
  private long last;

  /**
   * A number without a group.
   *
   * @param into the number that holds most of its members; 0 when they are gone
   * @param members the last ones
   */
  record Dormant(long into, Set<ClaimId> members) {
    Dormant {
      members = Set.copyOf(members);
    }
  }

  /**
   * What a new sorting does to the numbers.
   *
   * @param standing number → members, of the numbers that took a group
   * @param dormant numbers that lost theirs
   */
  record Step(SortedMap<Long, Set<ClaimId>> standing, SortedMap<Long, Dormant> dormant) {}

  private record Overlap(int shared, long number, int group) {}

  /** Returns the number that stands for a number now: itself, or the one it was merged into. */
  long resolved(long number) {
    Dormant asleep = dormant.get(number);
    return asleep == null || asleep.into() == 0 ? number : resolved(asleep.into());
  }

  /**
   * Gives numbers to groups.
   *
   * @param replaced number → members, of those whose groups are no more
   * @param groups the groups that stand in their place, each with its members
   */
  Step step(Map<Long, Set<ClaimId>> replaced, List<Set<ClaimId>> groups) {
    SortedMap<Long, Set<ClaimId>> candidates = candidates(replaced, groups);
    List<Set<ClaimId>> sorted = new ArrayList<>(groups);
    sorted.sort(Comparator.comparing(group -> group.stream().sorted().findFirst().orElseThrow()));
    SortedMap<Long, Set<ClaimId>> taken = taken(candidates, sorted);
    taken.keySet().forEach(this::wake);
    SortedMap<Long, Dormant> asleep = new TreeMap<>();
    for (long number : candidates.keySet()) {
      if (!taken.containsKey(number)) {
        Set<ClaimId> members = candidates.getOrDefault(number, Set.of());
        asleep.put(number, new Dormant(holder(members, taken), members));
      }
    }
    asleep.forEach(this::sleep);
    return new Step(taken, asleep);
  }

  private void wake(long number) {
    Dormant was = dormant.remove(number);
    if (was != null) {
      heldBy.getOrDefault(was.into(), Set.of()).remove(number);
    }
  }

  private void sleep(long number, Dormant asleep) {
    wake(number);
    dormant.put(number, asleep);
    heldBy.computeIfAbsent(asleep.into(), holder -> new TreeSet<>()).add(number);
  }

  /** The replaced numbers, those once merged into one of them, and those whose claims come back. */
  private SortedMap<Long, Set<ClaimId>> candidates(
      Map<Long, Set<ClaimId>> replaced, List<Set<ClaimId>> groups) {
    SortedMap<Long, Set<ClaimId>> candidates = new TreeMap<>(replaced);
    List<Long> open = new ArrayList<>(replaced.keySet());
    while (!open.isEmpty()) {
      for (long number : heldBy.getOrDefault(open.removeLast(), Set.of())) {
        if (candidates.putIfAbsent(number, remembered(number)) == null) {
          open.add(number);
        }
      }
    }
    for (long number : heldBy.getOrDefault(0L, Set.of())) {
      if (groups.stream().anyMatch(group -> !Collections.disjoint(group, remembered(number)))) {
        candidates.put(number, remembered(number));
      }
    }
    return candidates;
  }

  private Set<ClaimId> remembered(long number) {
    Dormant asleep = dormant.get(number);
    return asleep == null ? Set.of() : asleep.members();
  }

  private SortedMap<Long, Set<ClaimId>> taken(
      SortedMap<Long, Set<ClaimId>> candidates, List<Set<ClaimId>> groups) {
    Map<Integer, Long> numberOf = new HashMap<>();
    Set<Long> used = new HashSet<>();
    for (Overlap overlap : overlaps(candidates, groups)) {
      if (!numberOf.containsKey(overlap.group()) && used.add(overlap.number())) {
        numberOf.put(overlap.group(), overlap.number());
      }
    }
    SortedMap<Long, Set<ClaimId>> taken = new TreeMap<>();
    for (int i = 0; i < groups.size(); i++) {
      Long number = numberOf.get(i);
      taken.put(number == null ? ++last : number, Set.copyOf(groups.get(i)));
    }
    return taken;
  }

  private static List<Overlap> overlaps(
      SortedMap<Long, Set<ClaimId>> candidates, List<Set<ClaimId>> groups) {
    List<Overlap> overlaps = new ArrayList<>();
    candidates.forEach(
        (number, members) -> {
          for (int i = 0; i < groups.size(); i++) {
            int shared = (int) groups.get(i).stream().filter(members::contains).count();
            if (shared > 0) {
              overlaps.add(new Overlap(shared, number, i));
            }
          }
        });
    overlaps.sort(
        Comparator.comparingInt(Overlap::shared)
            .reversed()
            .thenComparingLong(Overlap::number)
            .thenComparingInt(Overlap::group));
    return overlaps;
  }

  private static long holder(Set<ClaimId> members, SortedMap<Long, Set<ClaimId>> taken) {
    long holder = 0;
    long most = 0;
    for (Map.Entry<Long, Set<ClaimId>> each : taken.entrySet()) {
      long shared = each.getValue().stream().filter(members::contains).count();
      if (shared > most) {
        most = shared;
        holder = each.getKey();
      }
    }
    return holder;
  }

  /** Writes the numbers that stand for nothing of their own; the others follow from the sorting. */
  void write(SnapshotOutput out) throws IOException {
    out.number(last);
    out.each(
        dormant.entrySet(),
        (to, each) -> {
          to.number(each.getKey());
          to.number(each.getValue().into());
          to.each(each.getValue().members(), SnapshotOutput::claim);
        });
  }

  /** Reads what {@link #write} wrote. */
  void read(SnapshotInput in) throws IOException {
    last = in.number();
    in.each(
        each ->
            sleep(
                each.number(),
                new Dormant(each.number(), Set.copyOf(each.list(SnapshotInput::claim)))));
  }
}
