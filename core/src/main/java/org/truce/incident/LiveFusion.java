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
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
  SortedMap<ClaimId, Optional<ClaimId>> standing = new TreeMap<>();
  Map<ClaimId, Member> members = new HashMap<>();
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
    this.edges = new Edges(grid, weights, id -> members.get(id), limits.kept());
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
    return standing.containsKey(id);
  }

  /** Returns the claims of a report that stand. */
  public List<ClaimId> of(ReportId report) {
    return List.copyOf(
        standing.subMap(new ClaimId(report, ""), new ClaimId(report, "\uffff")).keySet());
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

  /** Puts back the claims that stood, with what each refers to. */
  void restore(SortedMap<ClaimId, Optional<ClaimId>> stood) {
    standing = stood;
    members = HashMap.newHashMap(stood.size());
    stood.forEach(
        (id, refersTo) ->
            refersTo.ifPresent(of -> referring.computeIfAbsent(of, at -> new HashSet<>()).add(id)));
  }

  /** Puts back a claim with what is compared of it. */
  void restore(Member member) {
    members.put(member.id, member);
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
      Member first = members.get(pair.first());
      Member second = members.get(pair.second());
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
    Optional<ClaimId> refersTo = standing.remove(id);
    if (refersTo != null) {
      removed(id, refersTo);
    }
  }

  private void removed(ClaimId id, Optional<ClaimId> refersTo) {
    refersTo.ifPresent(
        of -> {
          alter(of);
          referring.getOrDefault(of, new HashSet<>()).remove(id);
        });
    Member member = members.get(id);
    if (member != null) {
      unlink(member);
      members.remove(id);
      // Whoever names it can have found it again since it left.
      edges.leaves(member);
    }
  }

  private void put(Claim claim) {
    touched.add(claim.id());
    Member known = members.get(claim.id());
    if (known != null && Fusion.isMember(claim)) {
      Member now = new Member(claim, numbers);
      if (now.comparesAs(known)) {
        return;
      }
    }
    Optional<ClaimId> refersTo = refersTo(claim);
    Optional<ClaimId> before = standing.put(claim.id(), refersTo);
    if (before != null) {
      removed(claim.id(), before);
    }
    refersTo.ifPresent(
        of -> {
          referring.computeIfAbsent(of, id -> new HashSet<>()).add(claim.id());
          alter(of);
        });
    if (Fusion.isMember(claim)) {
      Member member = new Member(claim, numbers);
      members.put(claim.id(), member);
      claim.statement().sameAs().forEach(other -> edges.name(claim.id(), other));
      member.spokenOf |= edges.isNamed(claim.id());
      link(member);
    } else {
      alter(claim.id());
    }
  }

  /** What a claim refers to holds something else from now on. */
  private void alter(ClaimId of) {
    ClaimId at = of;
    Set<ClaimId> seen = new HashSet<>();
    while (seen.add(at) && !members.containsKey(at) && standing.containsKey(at)) {
      at = java.util.Objects.requireNonNull(standing.get(at)).orElse(at);
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
    return Optional.ofNullable(members.get(id))
        .flatMap(member -> Optional.ofNullable(member.happening))
        .flatMap(happening -> Optional.ofNullable(happening.gathering));
  }

  /** Returns all incidents, in no particular order. */
  public Set<Gathering> all() {
    Set<Gathering> all = new LinkedHashSet<>();
    members.values().forEach(member -> gathering(member.id).ifPresent(all::add));
    return all;
  }

  /** Returns the claims of an incident: its members and what refers to them, sorted by id. */
  public List<ClaimId> claims(Gathering gathering) {
    SortedSet<ClaimId> found = new TreeSet<>();
    ArrayDeque<ClaimId> open = new ArrayDeque<>();
    for (Member member : gathering.members()) {
      found.add(member.id);
      open.add(member.id);
    }
    while (!open.isEmpty()) {
      for (ClaimId id : referring.getOrDefault(open.remove(), Set.of())) {
        if (standing.containsKey(id) && found.add(id)) {
          open.add(id);
        }
      }
    }
    return List.copyOf(found);
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
