package org.truce.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.truce.report.ClaimId;

/** With whom a claim has a positive weight: those nearby, and those that somebody names with it. */
final class Edges {
  private final Grid grid;
  private final MemberWeight weights;
  private final Map<ClaimId, Member> members;
  private final Map<ClaimId, Set<ClaimId>> named = new HashMap<>();

  Edges(Grid grid, MemberWeight weights, Map<ClaimId, Member> members) {
    this.grid = grid;
    this.weights = weights;
    this.members = members;
  }

  /** One pair. */
  record Edge(Member other, int weight) {}

  /** Somebody names two claims together; the pair is compared wherever they lie. */
  void name(ClaimId one, ClaimId other) {
    named.computeIfAbsent(one, id -> new HashSet<>()).add(other);
    named.computeIfAbsent(other, id -> new HashSet<>()).add(one);
    speakOf(one);
    speakOf(other);
  }

  private void speakOf(ClaimId id) {
    Member member = members.get(id);
    if (member != null) {
      member.spokenOf = true;
    }
  }

  boolean isNamed(ClaimId id) {
    return named.containsKey(id);
  }

  /** Returns every positive weight of a claim. */
  List<Edge> of(Member member) {
    List<Edge> edges = new ArrayList<>();
    grid.visit(member, other -> near(member, other, edges));
    for (ClaimId id : named.getOrDefault(member.id, Set.of())) {
      Member other = members.get(id);
      if (other != null && other != member && weights.of(member, other) >= PairWeight.CERTAIN) {
        edges.removeIf(edge -> edge.other() == other);
        edges.add(new Edge(other, PairWeight.CERTAIN));
      }
    }
    return edges;
  }

  private void near(Member member, Member other, List<Edge> edges) {
    // Most of what is nearby is of another time, and then no weight is positive.
    if (!weights.canBePositive(member, other) && !(member.spokenOf && other.spokenOf)) {
      return;
    }
    int weight = weights.of(member, other);
    if (weight > 0) {
      edges.add(new Edge(other, weight));
    }
  }
}
