package org.truce.incident;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.truce.incident.Decisions.Pair;
import org.truce.report.Claim;
import org.truce.report.ClaimId;
import org.truce.report.ReportId;

/**
 * Sorts claims into incidents and keeps that up to date as claims come and go and people decide.
 *
 * <p>Claims of one account are sorted among themselves first; then the happenings of which one
 * account speaks are put beside those of the others, and two happenings of one account never come
 * into one incident (docs/decisions/0004-own-words-first.md). A happening is put beside those whose
 * first claims lie in one part of the set of all claims.
 *
 * <p>After any sequence of changes the incidents are those that {@link Fusion#partition} gives for
 * the claims that stand: a function of the set of claims and the decisions. A claim more costs the
 * comparison with what lies near and the sorting of its own part, however many hang together. What
 * a claim says is not kept, only what is compared of it. For one thread.
 *
 * <p><b>Limits.</b> More than 300 claims that sources or analysts name as one without a break are
 * not put together.
 */
public final class LiveFusion {
  final Standing standing = new Standing();
  private final Map<ClaimId, Set<ClaimId>> referring = new HashMap<>();
  final Numbers numbers = new Numbers();
  final Grid grid;
  private final MemberWeight weights;
  private final Edges edges;
  private final List<Levels> levels;
  private final Sorting sorting;
  Decisions decisions = Decisions.NONE;
  private Set<ClaimId> touched = new HashSet<>();

  /**
   * How much is worked on at once.
   *
   * @param part most claims that are sorted together
   * @param crowd most claims of one account in one square on one day that are compared with others
   * @param kept most weights that are kept for the next change, of about 32 bytes
   */
  record Limits(int part, int crowd, int kept) {
    static final Limits USUAL = new Limits(300, 1_000, 3_000_000);
  }

  /** No claims yet. */
  public LiveFusion(Model model) {
    this(model, Limits.USUAL);
  }

  LiveFusion(Model model, Limits limits) {
    this.grid = new Grid(limits.crowd());
    this.weights = new MemberWeight(model, Decisions.NONE);
    this.edges = new Edges(grid, weights, standing::member, limits.kept());
    int most = MemberWeight.most(model);
    this.levels =
        List.of(
            new Levels(Member.OWN, limits.part(), most, weights, this::ownEdges),
            new Levels(Member.ALL, limits.part(), most, weights, edges::of));
    this.sorting = new Sorting(weights);
  }

  /**
   * What a change did to incidents.
   *
   * @param gone those that are no more
   * @param come those that are new
   * @param altered those with the same members, of which something that they hold changed
   */
  public record Delta(Set<Gathering> gone, Set<Gathering> come, Set<Gathering> altered) {}

  /** Returns whether a claim stands. */
  public boolean stands(ClaimId id) {
    return standing.find(id) != null;
  }

  /** Returns the claims of a report that stand. */
  public List<ClaimId> of(ReportId report) {
    return standing.of(report);
  }

  /**
   * Takes claims away, puts claims in, and sorts what that touches.
   *
   * @param now what analysts decided, from now on
   */
  public Delta change(Collection<ClaimId> gone, Collection<Claim> come, Decisions now) {
    touched = new HashSet<>(gone);
    decide(now);
    for (ClaimId id : gone) {
      remove(id);
    }
    List<Claim> sorted = new ArrayList<>(come);
    sorted.sort(Comparator.comparing(Claim::id));
    sorted.forEach(this::put);
    return settled();
  }

  /** Puts back a claim that is no member, with what it refers to. */
  void restore(Standing.Other other) {
    standing.put(other);
    other.refersTo().ifPresent(of -> refer(other.id(), of));
  }

  /** Puts back a claim with what is compared of it. */
  void restore(Member member) {
    standing.put(member);
    grid.restore(member);
    member.sameAs.forEach(other -> edges.name(member.id, other));
  }

  /** Puts back what analysts had decided; afterwards nothing has to be sorted. */
  void restore(Decisions known) {
    decisions = known;
    weights.decide(known);
    known.together().forEach(pair -> edges.name(pair.first(), pair.second()));
    known.apart().forEach(pair -> edges.name(pair.first(), pair.second()));
  }

  private List<Edges.Edge> ownEdges(Member member) {
    List<Edges.Edge> own = new ArrayList<>();
    for (Edges.Edge edge : edges.of(member)) {
      if (edge.other().account == member.account) {
        own.add(edge);
      }
    }
    return own;
  }

  private void decide(Decisions now) {
    if (now.equals(decisions)) {
      return;
    }
    Set<Pair> changed = new HashSet<>(changed(decisions.together(), now.together()));
    changed.addAll(changed(decisions.apart(), now.apart()));
    Set<Member> again = new TreeSet<>();
    for (Pair pair : changed) {
      Member first = standing.member(pair.first());
      Member second = standing.member(pair.second());
      if (first != null && second != null) {
        again.add(first);
      }
    }
    again.forEach(this::unlinkAlone);
    decisions = now;
    weights.decide(now);
    for (Pair pair : changed) {
      edges.name(pair.first(), pair.second());
    }
    again.forEach(this::linkAlone);
  }

  private static Set<Pair> changed(Set<Pair> before, Set<Pair> after) {
    Set<Pair> changed = new HashSet<>(before);
    changed.addAll(after);
    changed.removeIf(pair -> before.contains(pair) && after.contains(pair));
    return changed;
  }

  private void remove(ClaimId id) {
    Standing.Claimed claim = standing.find(id);
    if (claim != null) {
      remove(claim);
    }
  }

  private void remove(Standing.Claimed claim) {
    switch (claim) {
      case Standing.Other other -> {
        standing.remove(other);
        other
            .refersTo()
            .ifPresent(
                of -> {
                  alter(of);
                  referring.getOrDefault(of, new HashSet<>()).remove(other.id());
                });
      }
      case Member member -> {
        unlink(member);
        standing.remove(member);
        // Whoever names it can have found it again since it left.
        edges.leaves(member);
      }
    }
  }

  private void put(Claim claim) {
    touched.add(claim.id());
    Standing.Claimed before = standing.find(claim.id());
    if (Fusion.isMember(claim)) {
      Member member = new Member(claim, numbers);
      if (before instanceof Member known && member.comparesAs(known)) {
        return;
      }
      replace(before, member);
      claim.statement().sameAs().forEach(other -> edges.name(claim.id(), other));
      member.spokenOf |= edges.isNamed(claim.id());
      link(member);
    } else {
      Standing.Other other = new Standing.Other(claim.id(), refersTo(claim));
      replace(before, other);
      other.refersTo().ifPresent(of -> refer(claim.id(), of));
      other.refersTo().ifPresent(this::alter);
      alter(claim.id());
    }
  }

  private void replace(Standing.@Nullable Claimed before, Standing.Claimed now) {
    if (before != null) {
      remove(before);
    }
    standing.put(now);
  }

  private void refer(ClaimId id, ClaimId of) {
    referring.computeIfAbsent(of, at -> new HashSet<>()).add(id);
  }

  /** What a claim refers to holds something else from now on. */
  private void alter(ClaimId of) {
    ClaimId at = of;
    Set<ClaimId> seen = new HashSet<>();
    while (seen.add(at) && standing.find(at) instanceof Standing.Other other) {
      at = other.refersTo().orElse(at);
    }
    touched.add(at);
  }

  private void link(Member member) {
    Set<Member> displaced = grid.displacedBy(member);
    displaced.remove(member);
    displaced.forEach(this::unlinkAlone);
    displaced.forEach(this::leaves);
    comes(member);
    displaced.forEach(this::comes);
    linkAlone(member);
    displaced.forEach(this::linkAlone);
  }

  private void linkAlone(Member member) {
    levels.forEach(level -> level.add(member));
  }

  private void unlink(Member member) {
    unlinkAlone(member);
    Set<Member> next = leaves(member);
    next.forEach(this::unlinkAlone);
    next.forEach(this::leaves);
    next.forEach(this::comes);
    next.forEach(this::linkAlone);
  }

  private void comes(Member member) {
    grid.add(member);
    edges.came(member);
  }

  private Set<Member> leaves(Member member) {
    edges.leaves(member);
    return grid.remove(member);
  }

  private void unlinkAlone(Member member) {
    levels.forEach(level -> level.remove(member));
    sorting.left(member);
  }

  private Delta settled() {
    Sorting.Changed changed =
        sorting.sort(levels.get(0).takeTouched(), levels.get(1).takeTouched());
    Set<Gathering> altered = new LinkedHashSet<>();
    for (ClaimId id : touched) {
      gathering(id).filter(each -> !changed.come().contains(each)).ifPresent(altered::add);
    }
    return new Delta(changed.gone(), changed.come(), altered);
  }

  private Optional<Gathering> gathering(ClaimId id) {
    return Optional.ofNullable(standing.member(id))
        .flatMap(member -> Optional.ofNullable(member.happening))
        .flatMap(happening -> Optional.ofNullable(happening.gathering));
  }

  /** Returns all incidents, in no particular order. */
  public Set<Gathering> all() {
    Set<Gathering> all = new LinkedHashSet<>();
    standing.all().forEach(claim -> gathering(claim.id()).ifPresent(all::add));
    return all;
  }

  /** Returns the claims of an incident: its members and what refers to them, sorted by id. */
  public List<ClaimId> claims(Gathering gathering) {
    return gathering.with(referringTo(gathering));
  }

  /** Returns the claims that refer to members of an incident, or to others that do. */
  public Set<ClaimId> referringTo(Gathering gathering) {
    if (referring.isEmpty() || gathering.members().stream().noneMatch(this::isReferredTo)) {
      return Set.of();
    }
    Set<ClaimId> found = new HashSet<>(gathering.ids());
    ArrayDeque<ClaimId> open = new ArrayDeque<>(found);
    while (!open.isEmpty()) {
      for (ClaimId id : referring.getOrDefault(open.remove(), Set.of())) {
        if (stands(id) && found.add(id)) {
          open.add(id);
        }
      }
    }
    gathering.ids().forEach(found::remove);
    return Set.copyOf(found);
  }

  private boolean isReferredTo(Member member) {
    return referring.containsKey(member.id);
  }

  /** Returns the claim to which a claim refers, as which it belongs to an incident. */
  static Optional<ClaimId> refersTo(Claim claim) {
    return switch (claim) {
      case Claim.Denial denial -> denial.of();
      case Claim.Toll toll -> toll.of();
      case Claim.Commentary commentary -> Optional.of(commentary.of());
      default -> Optional.empty();
    };
  }
}
