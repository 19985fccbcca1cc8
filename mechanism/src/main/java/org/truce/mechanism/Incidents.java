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
import org.truce.incident.Decisions;
import org.truce.incident.Fusion;
import org.truce.incident.Gathering;
import org.truce.incident.Incident;
import org.truce.incident.LiveFusion;
import org.truce.incident.Model;
import org.truce.report.Claim;
import org.truce.report.ClaimId;
import org.truce.report.ReportId;

/**
 * The claims that stand, sorted into incidents that keep their numbers.
 *
 * <p>The sorting is a function of the set of claims and decisions; only the numbers depend on
 * history.
 */
final class Incidents {
  private final LiveFusion fusion = new LiveFusion(Model.BY_HAND);
  private final Map<Gathering, Long> numberOf = new HashMap<>();
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
    return Optional.ofNullable(fusion.claims().get(id));
  }

  /** Returns the incident of a number; merged numbers resolve to the one they were merged into. */
  Optional<Incident> find(long number) {
    return Optional.ofNullable(current.get(succession.resolved(number)));
  }

  /** Returns the claims of a report that stand. */
  Collection<Claim> of(ReportId report) {
    return List.copyOf(
        fusion.claims().subMap(new ClaimId(report, ""), new ClaimId(report, "\uffff")).values());
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
    LiveFusion.Delta delta = fusion.change(gone, come, decisions);
    SortedMap<Long, Incident> before = new TreeMap<>();
    for (Gathering each : delta.gone()) {
      Optional.ofNullable(numberOf.remove(each)).ifPresent(number -> take(number, before));
    }
    SortedMap<Long, Incident> changed = new TreeMap<>();
    for (Gathering each : delta.altered()) {
      Optional.ofNullable(numberOf.get(each))
          .ifPresent(
              number -> {
                take(number, before);
                changed.put(number, incident(number, each));
              });
    }
    SortedMap<Long, Succession.Dormant> dormant = named(delta, before, changed);
    current.putAll(changed);
    return new Delta(changed, dormant, left(before, changed));
  }

  private void take(long number, SortedMap<Long, Incident> before) {
    Incident was = current.remove(number);
    if (was != null) {
      before.put(number, was);
    }
  }

  /** Gives numbers to what is new; returns the numbers that stand for nothing of their own now. */
  private SortedMap<Long, Succession.Dormant> named(
      LiveFusion.Delta delta, SortedMap<Long, Incident> before, SortedMap<Long, Incident> changed) {
    Map<String, Long> byKey = new HashMap<>();
    before.forEach((number, incident) -> byKey.put(incident.key(), number));
    Set<Long> replaced = new TreeSet<>(before.keySet());
    replaced.removeAll(changed.keySet());
    Map<Set<ClaimId>, Gathering> fresh = new HashMap<>();
    for (Gathering each : delta.come()) {
      Incident unnumbered = incident(1, each);
      Long number = byKey.get(unnumbered.key());
      if (number != null && replaced.remove(number)) {
        numberOf.put(each, number);
        changed.put(number, incident(number, each));
      } else {
        fresh.put(members(unnumbered), each);
      }
    }
    Succession.Step step = succession.step(replaced, new ArrayList<>(fresh.keySet()));
    step.standing()
        .forEach(
            (number, members) -> {
              Gathering each = java.util.Objects.requireNonNull(fresh.get(members));
              numberOf.put(each, number);
              changed.put(number, incident(number, each));
            });
    return step.dormant();
  }

  private Incident incident(long number, Gathering gathering) {
    return Fusion.incident(Math.toIntExact(number), fusion.claims(gathering));
  }

  /** Returns the claims that were in an incident and are in none now. */
  private static Set<ClaimId> left(
      SortedMap<Long, Incident> before, SortedMap<Long, Incident> changed) {
    Set<ClaimId> left = new TreeSet<>();
    before.values().forEach(was -> was.claims().forEach(claim -> left.add(claim.id())));
    Set<ClaimId> kept = new HashSet<>();
    changed.values().forEach(now -> now.claims().forEach(claim -> kept.add(claim.id())));
    left.removeAll(kept);
    return left;
  }

  private static Set<ClaimId> members(Incident incident) {
    return incident.members().stream().map(Claim::id).collect(Collectors.toSet());
  }
}
