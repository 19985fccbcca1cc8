package org.truce.mechanism;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.truce.incident.Cell;
import org.truce.incident.Decisions;
import org.truce.incident.Decisions.Pair;
import org.truce.incident.Fusion;
import org.truce.incident.Model;
import org.truce.report.Claim;
import org.truce.report.ClaimId;

/**
 * Which claims can matter for the sorting of which: those that a chain of comparisons with positive
 * weight, of decisions or of references connects. Sorting such a group alone gives the same as
 * sorting everything, which {@code IncidentsTest} holds against the whole.
 *
 * <p><b>Limits.</b> Fusion thins a place with more than 400 claims on a day. Here it thins within
 * each group, so in such a place fewer pairs are left out than when everything is sorted at once;
 * what results is a function of the set of claims all the same.
 */
final class Neighbourhood {
  private final SortedMap<ClaimId, Claim> claims = new TreeMap<>();
  private final Map<ClaimId, Bounds> bounds = new HashMap<>();
  private final Map<Cell, List<Bounds>> cells = new HashMap<>();
  private final Map<ClaimId, Set<ClaimId>> connected = new HashMap<>();
  private final Map<ClaimId, Set<ClaimId>> named = new HashMap<>();
  private Decisions decisions = Decisions.NONE;

  SortedMap<ClaimId, Claim> claims() {
    return claims;
  }

  /**
   * Takes claims away, puts claims in, and returns every claim whose incident this can change.
   *
   * @param now what analysts decided, from now on
   */
  Set<ClaimId> change(Collection<ClaimId> gone, Collection<Claim> come, Decisions now) {
    Set<ClaimId> starts = new HashSet<>(redecided(now));
    decisions = now;
    for (ClaimId id : gone) {
      starts.addAll(remove(id));
    }
    for (Claim claim : come) {
      starts.addAll(remove(claim.id()));
      add(claim);
      starts.add(claim.id());
    }
    for (ClaimId id : standing(starts)) {
      connect(id);
    }
    return closure(starts);
  }

  private Set<ClaimId> standing(Set<ClaimId> starts) {
    Set<ClaimId> standing = new HashSet<>(starts);
    standing.retainAll(claims.keySet());
    return standing;
  }

  private Set<ClaimId> redecided(Decisions now) {
    Set<ClaimId> ids = new HashSet<>();
    if (now.equals(decisions)) {
      return ids;
    }
    for (List<Set<Pair>> each :
        List.of(
            List.of(decisions.together(), now.together()),
            List.of(decisions.apart(), now.apart()))) {
      Set<Pair> changed = new HashSet<>(each.getFirst());
      changed.addAll(each.getLast());
      changed.removeIf(pair -> each.getFirst().contains(pair) && each.getLast().contains(pair));
      changed.forEach(pair -> ids.addAll(List.of(pair.first(), pair.second())));
    }
    return ids;
  }

  /** Returns those that were connected with it. */
  private Set<ClaimId> remove(ClaimId id) {
    Claim was = claims.remove(id);
    if (was == null) {
      return Set.of();
    }
    Bounds lay = bounds.remove(id);
    if (lay != null) {
      Cell.of(was).forEach(cell -> cells.getOrDefault(cell, new ArrayList<>()).remove(lay));
    }
    references(was).forEach(of -> named.getOrDefault(of, new HashSet<>()).remove(id));
    Set<ClaimId> before = connected.getOrDefault(id, Set.of());
    connected.remove(id);
    before.forEach(other -> of(other).remove(id));
    return before;
  }

  private void add(Claim claim) {
    claims.put(claim.id(), claim);
    if (Fusion.isMember(claim)) {
      Bounds lies = Bounds.of(claim);
      bounds.put(claim.id(), lies);
      for (Cell cell : Cell.of(claim)) {
        cells.computeIfAbsent(cell, c -> new ArrayList<>()).add(lies);
      }
    }
    references(claim)
        .forEach(of -> named.computeIfAbsent(of, id -> new HashSet<>()).add(claim.id()));
  }

  private Set<ClaimId> of(ClaimId id) {
    return connected.computeIfAbsent(id, c -> new HashSet<>());
  }

  private void connect(ClaimId id) {
    Claim claim = claims.get(id);
    if (claim == null) {
      return;
    }
    of(id).forEach(other -> of(other).remove(id));
    of(id).clear();
    Set<ClaimId> others = new HashSet<>(near(claim));
    others.addAll(references(claim));
    others.addAll(named.getOrDefault(id, Set.of()));
    for (Pair pair : decisions.together()) {
      if (pair.first().equals(id) || pair.second().equals(id)) {
        others.addAll(List.of(pair.first(), pair.second()));
      }
    }
    others.remove(id);
    for (ClaimId other : others) {
      Claim met = claims.get(other);
      if (met != null && attract(claim, met)) {
        of(id).add(other);
        of(other).add(id);
      }
    }
  }

  private Set<ClaimId> near(Claim claim) {
    Bounds own = bounds.get(claim.id());
    Set<ClaimId> near = new HashSet<>();
    if (own == null) {
      return near;
    }
    for (Cell cell : Cell.of(claim)) {
      for (Cell beside : cell.neighbours()) {
        for (Bounds other : cells.getOrDefault(beside, List.of())) {
          if (own.canMeet(other)) {
            near.add(other.claim().id());
          }
        }
      }
    }
    return near;
  }

  private boolean attract(Claim a, Claim b) {
    if (!Fusion.isMember(a) || !Fusion.isMember(b)) {
      return true;
    }
    return Fusion.explain(a, b, Model.BY_HAND, decisions).values().stream()
            .mapToInt(Integer::intValue)
            .sum()
        > 0;
  }

  /** The claims that a claim names: as the same, or as what it speaks of. */
  private static List<ClaimId> references(Claim claim) {
    List<ClaimId> all = new ArrayList<>(claim.statement().sameAs());
    Optional<ClaimId> of =
        switch (claim) {
          case Claim.Denial denial -> denial.of();
          case Claim.Toll toll -> toll.of();
          case Claim.Commentary commentary -> Optional.of(commentary.of());
          default -> Optional.empty();
        };
    of.ifPresent(all::add);
    return all;
  }

  private Set<ClaimId> closure(Set<ClaimId> starts) {
    Set<ClaimId> all = new HashSet<>(starts);
    Deque<ClaimId> open = new ArrayDeque<>(starts);
    while (!open.isEmpty()) {
      for (ClaimId other : connected.getOrDefault(open.poll(), Set.of())) {
        if (all.add(other)) {
          open.add(other);
        }
      }
    }
    all.retainAll(claims.keySet());
    return all;
  }
}
