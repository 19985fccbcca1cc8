package org.truce.mechanism;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.truce.incident.Decisions;
import org.truce.incident.Fusion;
import org.truce.incident.Incident;
import org.truce.incident.Model;
import org.truce.report.Claim;
import org.truce.report.ClaimId;
import org.truce.report.ReportId;

/**
 * The claims that stand, sorted into incidents that keep their numbers.
 *
 * <p>The sorting is the pure function of the set of claims, asked anew for the neighbourhood that a
 * change touches; only the numbers depend on history.
 */
final class Incidents {
  private final Neighbourhood neighbourhood = new Neighbourhood();
  private final Map<ClaimId, Long> numberOf = new HashMap<>();
  private final SortedMap<Long, Incident> current = new TreeMap<>();
  private final Succession succession = new Succession();

  /**
   * What a change did.
   *
   * @param changed number → the incident as it is now
   * @param dormant numbers that stand for nothing of their own now
   * @param unattached claims that belong to no incident now and did before
   */
  record Delta(
      SortedMap<Long, Incident> changed,
      SortedMap<Long, Succession.Dormant> dormant,
      Set<ClaimId> unattached) {}

  /** Returns a claim that stands. */
  Optional<Claim> find(ClaimId id) {
    return Optional.ofNullable(neighbourhood.claims().get(id));
  }

  /** Returns the incident of a number; merged numbers resolve to the one they were merged into. */
  Optional<Incident> find(long number) {
    return Optional.ofNullable(current.get(succession.resolved(number)));
  }

  /** Returns the claims of a report that stand. */
  Collection<Claim> of(ReportId report) {
    return List.copyOf(
        neighbourhood
            .claims()
            .subMap(new ClaimId(report, ""), new ClaimId(report, "\uffff"))
            .values());
  }

  /** Returns the number that stands for a number now. */
  long resolved(long number) {
    return succession.resolved(number);
  }

  /** Returns all incidents, by number. */
  Collection<Incident> all() {
    return current.values();
  }

  /** Takes claims away, puts claims in, and sorts what that touches. */
  Delta change(Collection<ClaimId> gone, Collection<Claim> come, Decisions decisions) {
    Set<ClaimId> touched = new HashSet<>(gone);
    come.forEach(claim -> touched.add(claim.id()));
    Set<ClaimId> affected = neighbourhood.change(gone, come, decisions);
    List<Claim> claims =
        affected.stream().map(id -> neighbourhood.claims().get(id)).map(Claim.class::cast).toList();
    List<Incident> sorted = Fusion.partition(claims, Model.BY_HAND, decisions).incidents();
    Set<ClaimId> looked = new HashSet<>(affected);
    looked.addAll(gone);
    return renumbered(sorted, looked, touched);
  }

  private Delta renumbered(List<Incident> sorted, Set<ClaimId> looked, Set<ClaimId> touched) {
    SortedMap<Long, Incident> before = before(looked);
    Map<String, Long> kept = new HashMap<>();
    Set<String> keys = sorted.stream().map(Incident::key).collect(Collectors.toSet());
    before.forEach(
        (number, incident) -> {
          if (keys.contains(incident.key())) {
            kept.put(incident.key(), number);
          }
        });
    Set<Long> replaced = new TreeSet<>(before.keySet());
    replaced.removeAll(kept.values());
    Map<Set<ClaimId>, Incident> fresh = new HashMap<>();
    SortedMap<Long, Incident> changed = new TreeMap<>();
    for (Incident incident : sorted) {
      @Nullable Long number = kept.get(incident.key());
      if (number == null) {
        fresh.put(members(incident), incident);
      } else if (differs(incident, before.getOrDefault(number, incident), touched)) {
        changed.put(number, numbered(number, incident));
      }
    }
    Succession.Step step = succession.step(replaced, new ArrayList<>(fresh.keySet()));
    fresh.forEach((members, incident) -> changed.put(number(step, members), incident));
    changed.replaceAll(Incidents::numbered);
    return new Delta(changed, step.dormant(), replace(replaced, changed, looked));
  }

  private SortedMap<Long, Incident> before(Set<ClaimId> looked) {
    SortedMap<Long, Incident> before = new TreeMap<>();
    for (ClaimId id : looked) {
      Optional<Long> number = Optional.ofNullable(numberOf.get(id));
      number
          .flatMap(at -> Optional.ofNullable(current.get(at)))
          .ifPresent(incident -> before.put(number.orElseThrow(), incident));
    }
    return before;
  }

  private static long number(Succession.Step step, Set<ClaimId> members) {
    return step.standing().entrySet().stream()
        .filter(each -> each.getValue().equals(members))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /** Puts the new incidents in the place of the old; returns claims that lost theirs. */
  private Set<ClaimId> replace(
      Set<Long> replaced, SortedMap<Long, Incident> changed, Set<ClaimId> looked) {
    Set<ClaimId> left = new TreeSet<>();
    List<Long> old = new ArrayList<>(replaced);
    old.addAll(changed.keySet());
    for (long number : old) {
      Incident was = current.remove(number);
      if (was != null) {
        was.claims().forEach(claim -> left.add(claim.id()));
      }
    }
    left.forEach(numberOf::remove);
    changed.forEach(
        (number, incident) -> {
          current.put(number, incident);
          incident.claims().forEach(claim -> numberOf.put(claim.id(), number));
        });
    left.removeIf(numberOf::containsKey);
    left.removeIf(id -> !looked.contains(id));
    return left;
  }

  private static Set<ClaimId> members(Incident incident) {
    return incident.members().stream().map(Claim::id).collect(Collectors.toSet());
  }

  private static boolean differs(Incident now, Incident before, Set<ClaimId> touched) {
    List<ClaimId> ids = now.claims().stream().map(Claim::id).toList();
    return !ids.equals(before.claims().stream().map(Claim::id).toList())
        || ids.stream().anyMatch(touched::contains);
  }

  private static Incident numbered(long number, Incident incident) {
    return new Incident(Math.toIntExact(number), incident.key(), incident.claims());
  }
}
