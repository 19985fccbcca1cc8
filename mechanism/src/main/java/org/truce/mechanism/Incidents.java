package org.truce.mechanism;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.truce.incident.Decisions;
import org.truce.incident.Fusion;
import org.truce.incident.FusionSnapshot;
import org.truce.incident.Gathering;
import org.truce.incident.Incident;
import org.truce.incident.LiveFusion;
import org.truce.incident.Model;
import org.truce.report.Claim;
import org.truce.report.ClaimId;
import org.truce.report.ReportId;
import org.truce.snapshot.SnapshotInput;
import org.truce.snapshot.SnapshotOutput;

/**
 * The claims that stand, sorted into incidents that keep their numbers.
 *
 * <p>The sorting is a function of the set of claims and decisions; only the numbers depend on
 * history.
 */
final class Incidents {
  private final Function<ClaimId, Claim> says;
  private final LiveFusion fusion;

  /** By number; they count up from 1, and few stand for nothing of their own. */
  private final List<@Nullable Gathering> current = new ArrayList<>();

  /** Number → what refers to its members, where anything does. */
  private final Map<Long, Set<ClaimId>> referring = new HashMap<>();

  private final Succession succession = new Succession();

  /**
   * No incidents yet.
   *
   * @param says what a claim that stands says now
   */
  Incidents(Function<ClaimId, Claim> says) {
    this(says, new LiveFusion(Model.BY_HAND));
  }

  private Incidents(Function<ClaimId, Claim> says, LiveFusion fusion) {
    this.says = says;
    this.fusion = fusion;
  }

  /** What an incident holds: its members and what refers to them. */
  private record Held(Gathering gathering, Set<ClaimId> referring) {
    List<ClaimId> claims() {
      return gathering.with(referring);
    }
  }

  /**
   * What a change did.
   *
   * @param changed number → the claims of the incident as it is now, sorted by id
   * @param dormant numbers that stand for nothing of their own now
   * @param joined number → the claims of it that it did not hold before
   * @param unattached claims that belong to no incident now and did before
   */
  record Delta(
      SortedMap<Long, List<Claim>> changed,
      SortedMap<Long, Succession.Dormant> dormant,
      SortedMap<Long, List<ClaimId>> joined,
      Set<ClaimId> unattached) {}

  /** Returns whether a claim stands. */
  boolean stands(ClaimId id) {
    return fusion.stands(id);
  }

  /** Returns the incident of a number; merged numbers resolve to the one they were merged into. */
  Optional<Incident> find(long number) {
    long resolved = succession.resolved(number);
    return at(resolved).map(held -> incident(resolved, held));
  }

  /** Returns the claims of a report that stand. */
  List<ClaimId> of(ReportId report) {
    return fusion.of(report);
  }

  /** Returns the number that stands for a number now. */
  long resolved(long number) {
    return succession.resolved(number);
  }

  /** Hands over all incidents, by number. */
  void each(Consumer<Incident> each) {
    for (long number = 1; number < current.size(); number++) {
      long of = number;
      at(of).ifPresent(held -> each.accept(incident(of, held)));
    }
  }

  private Optional<Held> at(long number) {
    Gathering gathering =
        number > 0 && number < current.size() ? current.get(Math.toIntExact(number)) : null;
    return Optional.ofNullable(gathering)
        .map(found -> new Held(found, referring.getOrDefault(number, Set.of())));
  }

  private void put(long number, Held held) {
    while (current.size() <= number) {
      current.add(null);
    }
    current.set(Math.toIntExact(number), held.gathering());
    held.gathering().number(number);
    if (held.referring().isEmpty()) {
      referring.remove(number);
    } else {
      referring.put(number, held.referring());
    }
  }

  /** Takes claims away, puts claims in, and sorts what that touches. */
  Delta change(Collection<ClaimId> gone, Collection<Claim> come, Decisions decisions) {
    LiveFusion.Delta delta = fusion.change(gone, come, decisions);
    SortedMap<Long, Held> before = new TreeMap<>();
    for (Gathering each : delta.gone()) {
      take(each.number(), before);
      each.number(0);
    }
    SortedMap<Long, Held> changed = new TreeMap<>();
    for (Gathering each : delta.altered()) {
      if (each.number() > 0) {
        take(each.number(), before);
        changed.put(each.number(), held(each));
      }
    }
    SortedMap<Long, Succession.Dormant> dormant = named(delta, before, changed);
    changed.forEach(this::put);
    SortedMap<Long, List<Claim>> now = new TreeMap<>();
    changed.forEach((number, held) -> now.put(number, said(held)));
    return new Delta(now, dormant, joined(before, changed), left(before, changed));
  }

  private void take(long number, SortedMap<Long, Held> before) {
    at(number)
        .ifPresent(
            was -> {
              before.put(number, was);
              current.set(Math.toIntExact(number), null);
              referring.remove(number);
            });
  }

  /** Gives numbers to what is new; returns the numbers that stand for nothing of their own now. */
  private SortedMap<Long, Succession.Dormant> named(
      LiveFusion.Delta delta, SortedMap<Long, Held> before, SortedMap<Long, Held> changed) {
    Map<List<ClaimId>, Long> byMembers = new HashMap<>();
    before.forEach((number, held) -> byMembers.put(held.gathering().ids(), number));
    SortedMap<Long, Held> replaced = new TreeMap<>(before);
    replaced.keySet().removeAll(changed.keySet());
    Map<Set<ClaimId>, Gathering> fresh = new HashMap<>();
    for (Gathering each : delta.come()) {
      List<ClaimId> members = each.ids();
      Long number = byMembers.get(members);
      if (number != null && replaced.remove(number) != null) {
        changed.put(number, held(each));
      } else {
        fresh.put(new HashSet<>(members), each);
      }
    }
    Map<Long, Set<ClaimId>> lost = new HashMap<>();
    replaced.forEach((number, held) -> lost.put(number, Set.copyOf(held.gathering().ids())));
    Succession.Step step = succession.step(lost, new ArrayList<>(fresh.keySet()));
    step.standing()
        .forEach(
            (number, members) -> {
              Gathering each = Objects.requireNonNull(fresh.get(members));
              changed.put(number, held(each));
            });
    return step.dormant();
  }

  private Held held(Gathering gathering) {
    return new Held(gathering, fusion.referringTo(gathering));
  }

  private Incident incident(long number, Held held) {
    return Fusion.incident(Math.toIntExact(number), said(held));
  }

  private List<Claim> said(Held held) {
    return held.claims().stream().map(says).toList();
  }

  /** Whatever changed its incident was taken out of the one before, so that is known here. */
  private static SortedMap<Long, List<ClaimId>> joined(
      SortedMap<Long, Held> before, SortedMap<Long, Held> changed) {
    SortedMap<Long, List<ClaimId>> joined = new TreeMap<>();
    changed.forEach(
        (number, now) -> {
          Held was = before.get(number);
          Set<ClaimId> held = was == null ? Set.of() : new HashSet<>(was.claims());
          joined.put(number, now.claims().stream().filter(id -> !held.contains(id)).toList());
        });
    return joined;
  }

  /** Returns the claims that were in an incident and are in none now. */
  private static Set<ClaimId> left(SortedMap<Long, Held> before, SortedMap<Long, Held> changed) {
    Set<ClaimId> left = new TreeSet<>();
    before.values().forEach(was -> left.addAll(was.claims()));
    changed.values().forEach(now -> now.claims().forEach(left::remove));
    return left;
  }

  /** Writes how the claims are sorted and numbered. */
  void write(SnapshotOutput out) throws IOException {
    List<Gathering> standing = new ArrayList<>(current);
    standing.removeIf(Objects::isNull);
    FusionSnapshot.write(fusion, standing, out);
    for (Gathering each : standing) {
      out.number(each.number());
    }
    succession.write(out);
  }

  /** Reads what {@link #write} wrote. */
  static Incidents read(Function<ClaimId, Claim> says, SnapshotInput in) throws IOException {
    FusionSnapshot.Restored restored = FusionSnapshot.read(Model.BY_HAND, in);
    Incidents incidents = new Incidents(says, restored.fusion());
    for (Gathering each : restored.gatherings()) {
      incidents.put(in.number(), incidents.held(each));
    }
    incidents.succession.read(in);
    return incidents;
  }
}
