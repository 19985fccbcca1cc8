package org.truce.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.truce.incident.linkage.Fingerprint;
import org.truce.provenance.Side;
import org.truce.report.Claim;
import org.truce.report.ClaimId;

/** The sorting as it is defined, written plainly over the whole set: slow, and without history. */
final class PlainSorting {
  private static final int STEP = 500;
  private static final int BITS = 16;

  private final List<Claim> members;
  private final List<Side> sides;
  private final long[] orders;
  private final LiveFusion.Limits limits;
  private final List<Set<Cell>> cells = new ArrayList<>();
  private final int[][] weights;

  PlainSorting(Collection<Claim> claims, Decisions decisions, LiveFusion.Limits limits) {
    this.members =
        claims.stream().filter(Fusion::isMember).sorted(Comparator.comparing(Claim::id)).toList();
    this.sides = members.stream().map(Fusion::account).toList();
    this.orders =
        members.stream().mapToLong(claim -> Fingerprint.of(claim.id().toString())).toArray();
    this.limits = limits;
    this.weights = new int[members.size()][members.size()];
    compareWithinTheCrowd();
    PairWeight pair = new PairWeight(Model.BY_HAND, decisions);
    for (int a = 0; a < weights.length; a++) {
      for (int b = 0; b < a; b++) {
        weights[a][b] = weigh(pair, a, b);
        weights[b][a] = weights[a][b];
      }
    }
  }

  private void compareWithinTheCrowd() {
    Map<List<Object>, List<Integer>> crowds = new HashMap<>();
    for (int at = 0; at < members.size(); at++) {
      cells.add(new HashSet<>());
      for (Cell cell : new HashSet<>(Cell.of(members.get(at)))) {
        crowds.computeIfAbsent(List.of(cell, sides.get(at)), k -> new ArrayList<>()).add(at);
      }
    }
    crowds.forEach(
        (key, crowd) ->
            crowd.stream()
                .sorted(Comparator.comparingLong(at -> orders[at]))
                .limit(limits.crowd())
                .forEach(at -> cells.get(at).add((Cell) key.getFirst())));
  }

  private int weigh(PairWeight pair, int one, int other) {
    Claim a = members.get(one);
    Claim b = members.get(other);
    Optional<PairWeight.Contribution> said = pair.said(a, b);
    if (said.isPresent()) {
      return said.get().weight();
    }
    boolean near =
        cells.get(one).stream()
            .anyMatch(cell -> cell.neighbours().stream().anyMatch(cells.get(other)::contains));
    return near ? pair.weight(a, b) : Model.BY_HAND.other().unseen();
  }

  /** Returns the ids of the members of each incident. */
  Set<Set<ClaimId>> incidents() {
    List<List<Integer>> happenings = new ArrayList<>();
    for (Side side : new HashSet<>(sides)) {
      List<Integer> own =
          IntStream.range(0, members.size())
              .filter(at -> sides.get(at).equals(side))
              .boxed()
              .toList();
      for (List<Integer> part : parts(own)) {
        happenings.addAll(merged(part.stream().map(List::of).toList(), (a, b) -> true));
      }
    }
    happenings.sort(Comparator.comparing(List::getFirst));
    Set<Set<ClaimId>> incidents = new HashSet<>();
    for (List<Integer> part : parts(IntStream.range(0, members.size()).boxed().toList())) {
      List<List<Integer>> led =
          happenings.stream().filter(each -> part.contains(each.getFirst())).toList();
      for (List<Integer> incident : merged(led, this::areOfDifferentSides)) {
        incidents.add(new TreeSet<>(incident.stream().map(at -> members.get(at).id()).toList()));
      }
    }
    return incidents;
  }

  private boolean areOfDifferentSides(List<Integer> one, List<Integer> other) {
    return one.stream()
        .noneMatch(a -> other.stream().anyMatch(b -> sides.get(a).equals(sides.get(b))));
  }

  private List<List<Integer>> parts(List<Integer> all) {
    int[] steps = new int[members.size()];
    for (int a : all) {
      int strongest = all.stream().filter(b -> a != b).mapToInt(b -> weights[a][b]).max().orElse(0);
      strongest = Math.min(strongest, MemberWeight.most(Model.BY_HAND));
      steps[a] = Math.max(0, (strongest - 1) / STEP);
    }
    List<List<Integer>> parts = new ArrayList<>();
    Set<Integer> open = new TreeSet<>(all);
    for (int level = 0; level < 20; level++) {
      int step = level;
      List<Integer> there = all.stream().filter(at -> steps[at] >= step).toList();
      take(components(there, (a, b) -> weights[a][b] > step * STEP), open, parts);
    }
    for (int bits = 1; bits <= BITS; bits++) {
      int shift = Long.SIZE - bits;
      take(
          components(
              List.copyOf(open),
              (a, b) ->
                  steps[a] == steps[b]
                      && weights[a][b] > steps[a] * STEP
                      && (weights[a][b] >= PairWeight.CERTAIN
                          || (orders[a] ^ orders[b]) >>> shift == 0)),
          open,
          parts);
    }
    open.forEach(at -> parts.add(List.of(at)));
    return parts;
  }

  private void take(List<List<Integer>> found, Set<Integer> open, List<List<Integer>> parts) {
    for (List<Integer> component : found) {
      if (component.size() <= limits.part() && open.containsAll(component)) {
        parts.add(component.stream().sorted().toList());
        component.forEach(open::remove);
      }
    }
  }

  private static List<List<Integer>> components(
      List<Integer> all, BiPredicate<Integer, Integer> connected) {
    List<List<Integer>> components = new ArrayList<>();
    for (int at : all) {
      List<Integer> joined = new ArrayList<>(List.of(at));
      for (List<Integer> component : List.copyOf(components)) {
        if (component.stream().anyMatch(other -> connected.test(at, other))) {
          joined.addAll(component);
          components.remove(component);
        }
      }
      components.add(joined);
    }
    return components;
  }

  private record Link(List<Integer> one, List<Integer> other, long sum) {
    private double mean() {
      return (double) sum / (one.size() * other.size());
    }

    private int low() {
      return Math.min(one.getFirst(), other.getFirst());
    }

    private int high() {
      return Math.max(one.getFirst(), other.getFirst());
    }
  }

  private List<List<Integer>> merged(
      List<List<Integer>> nodes, BiPredicate<List<Integer>, List<Integer>> mayMerge) {
    List<List<Integer>> clusters = new ArrayList<>();
    nodes.forEach(node -> clusters.add(new ArrayList<>(node)));
    Optional<Link> best = best(clusters, mayMerge);
    while (best.isPresent()) {
      List<Integer> kept = best.get().one();
      List<Integer> gone = best.get().other();
      clusters.remove(gone);
      kept.addAll(gone);
      kept.sort(null);
      best = best(clusters, mayMerge);
    }
    return clusters;
  }

  private Optional<Link> best(
      List<List<Integer>> clusters, BiPredicate<List<Integer>, List<Integer>> mayMerge) {
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < clusters.size(); i++) {
      for (int j = 0; j < i; j++) {
        List<Integer> one = clusters.get(i);
        List<Integer> other = clusters.get(j);
        long sum = 0;
        for (int a : one) {
          for (int b : other) {
            sum += weights[a][b];
          }
        }
        if (sum > 0 && mayMerge.test(one, other)) {
          links.add(new Link(one, other, sum));
        }
      }
    }
    return links.stream()
        .min(
            Comparator.comparingDouble(Link::mean)
                .reversed()
                .thenComparingInt(Link::low)
                .thenComparingInt(Link::high));
  }

  /** Returns the members of each incident that an engine knows. */
  static Set<Set<ClaimId>> incidents(LiveFusion fusion) {
    Set<Set<ClaimId>> incidents = new HashSet<>();
    Set<ClaimId> seen = new HashSet<>();
    for (Gathering gathering : fusion.all()) {
      Set<ClaimId> ids = new TreeSet<>();
      for (Member member : gathering.members()) {
        ids.add(member.id);
        if (!seen.add(member.id)) {
          throw new AssertionError(member + " is in two incidents");
        }
        if (member.happening == null || member.happening.gathering != gathering) {
          throw new AssertionError(member + " does not know its incident");
        }
      }
      incidents.add(ids);
    }
    return incidents;
  }
}
