package org.truce.incident;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.truce.report.ClaimId;

/**
 * With whom a claim has a positive weight: those nearby, and those that somebody names with it.
 *
 * <p>Of claims that were asked for lately the answer is kept, and follows every claim that comes
 * and goes: in a crowd the same neighbours are asked for again and again.
 */
final class Edges {
  private final Grid grid;
  private final MemberWeight weights;
  private final Function<ClaimId, @Nullable Member> members;
  private final Map<ClaimId, Set<ClaimId>> named = new HashMap<>();
  private final ArrayDeque<Member> kept = new ArrayDeque<>();
  private final long mostKept;
  private long keptEdges;

  /**
   * No claims yet.
   *
   * @param members finds a claim that stands
   * @param mostKept weights that are kept, two for a pair
   */
  Edges(
      Grid grid, MemberWeight weights, Function<ClaimId, @Nullable Member> members, long mostKept) {
    this.grid = grid;
    this.weights = weights;
    this.members = members;
    this.mostKept = mostKept;
  }

  /**
   * One pair.
   *
   * @param stay which stay of the other in the grid it is of; of an earlier one it counts no more
   */
  record Edge(Member other, int weight, int stay) {
    static Edge to(Member other, int weight) {
      return new Edge(other, weight, other.stay);
    }

    private boolean isOver() {
      return stay != other.stay;
    }
  }

  /** Somebody names two claims together; the pair is compared wherever they lie. */
  void name(ClaimId one, ClaimId other) {
    named.computeIfAbsent(one, id -> new HashSet<>()).add(other);
    named.computeIfAbsent(other, id -> new HashSet<>()).add(one);
    speakOf(one);
    speakOf(other);
  }

  private void speakOf(ClaimId id) {
    Member member = members.apply(id);
    if (member != null) {
      member.spokenOf = true;
      forget(member);
    }
  }

  boolean isNamed(ClaimId id) {
    return named.containsKey(id);
  }

  /** A claim has come into the grid: those near it have one weight more. */
  void came(Member member) {
    forget(member);
    for (Edge edge : of(member)) {
      List<Edge> back = edge.other().edges;
      if (back != null && !(edge.weight() >= PairWeight.CERTAIN && leadsTo(back, member))) {
        back.add(Edge.to(member, edge.weight()));
        keptEdges++;
      }
    }
  }

  private static boolean leadsTo(List<Edge> edges, Member member) {
    return edges.stream().anyMatch(edge -> edge.other() == member && !edge.isOver());
  }

  /** A claim leaves the grid: no weight with it counts any more. */
  void leaves(Member member) {
    member.stay++;
    forget(member);
  }

  /** Returns every positive weight of a claim. */
  List<Edge> of(Member member) {
    List<Edge> known = member.edges;
    if (known == null) {
      known = found(member);
      keep(member, known);
    } else {
      int before = known.size();
      known.removeIf(Edge::isOver);
      keptEdges -= before - known.size();
    }
    return Collections.unmodifiableList(known);
  }

  private void keep(Member member, List<Edge> edges) {
    member.edges = edges;
    kept.add(member);
    keptEdges += edges.size();
    while ((keptEdges > mostKept || kept.size() > mostKept) && !kept.isEmpty()) {
      forget(kept.remove());
    }
  }

  /** Its place in the queue stays; what is not kept is passed over when its turn comes. */
  private void forget(Member member) {
    if (member.edges != null) {
      keptEdges -= member.edges.size();
      member.edges = null;
    }
  }

  private List<Edge> found(Member member) {
    List<Edge> edges = new ArrayList<>();
    // Most of what is nearby is of another time, and then no weight is positive.
    grid.visit(member, weights.timesDecide(), other -> near(member, other, edges));
    for (ClaimId id : named.getOrDefault(member.id, Set.of())) {
      Member other = members.apply(id);
      if (other != null && other != member && weights.of(member, other) >= PairWeight.CERTAIN) {
        edges.removeIf(edge -> edge.other() == other);
        edges.add(Edge.to(other, PairWeight.CERTAIN));
      }
    }
    return edges;
  }

  private void near(Member member, Member other, List<Edge> edges) {
    int weight = weights.of(member, other);
    if (weight > 0) {
      edges.add(Edge.to(other, weight));
    }
  }
}
