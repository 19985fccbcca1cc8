package org.truce.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Merges nodes by average link: the two clusters whose pairs have the highest mean weight, until no
 * mean is positive.
 *
 * <p>Means are compared as exact fractions; equal means by the smallest members. A pair that was
 * never compared counts with a fixed negative weight. Nodes are positions in a list sorted by claim
 * id, so that the result depends on the set alone.
 */
final class AverageLink {
  private final Map<Long, Integer> weights;
  private final int unseen;
  private final Map<Integer, List<Long>> compared = new HashMap<>();

  /**
   * Prepares to merge.
   *
   * @param weights packed pair of positions (smaller in the upper half) → weight
   * @param unseen weight of a pair that was never compared, negative
   */
  AverageLink(Map<Long, Integer> weights, int unseen) {
    this.weights = weights;
    this.unseen = unseen;
    for (long pair : weights.keySet()) {
      compared.computeIfAbsent((int) (pair >>> 32), first -> new ArrayList<>()).add(pair);
    }
  }

  private static final class Cluster {
    private final List<Integer> members = new ArrayList<>();
    private final Map<Cluster, Long> sums = new HashMap<>();

    private int first() {
      return members.getFirst();
    }
  }

  /**
   * Two clusters as they were when they were compared: they grow, the link does not.
   *
   * @param sum of the weights of their pairs
   * @param pairs how many pairs
   * @param lowest the smaller of their first members
   * @param highest the larger
   */
  private record Link(Cluster one, Cluster other, long sum, long pairs, int lowest, int highest) {

    private static Link between(Cluster one, Cluster other, long sum) {
      return new Link(
          one,
          other,
          sum,
          (long) one.members.size() * other.members.size(),
          Math.min(one.first(), other.first()),
          Math.max(one.first(), other.first()));
    }

    private boolean names(Link merged) {
      return other == merged.one || other == merged.other;
    }

    private static final Comparator<Link> BEST_FIRST =
        ((Comparator<Link>) Link::compareMeans)
            .reversed()
            .thenComparingInt(Link::lowest)
            .thenComparingInt(Link::highest);

    private int compareMeans(Link other) {
      return Long.compare(
          Math.multiplyExact(sum, other.pairs), Math.multiplyExact(other.sum, pairs));
    }
  }

  /** Says of the members of two clusters whether they may come together. */
  @FunctionalInterface
  interface MayMerge {
    boolean test(List<Integer> one, List<Integer> other);
  }

  /**
   * Returns the clusters that these nodes and no others make, each sorted, in the order of their
   * first members.
   *
   * @param nodes what to start with: disjoint, each sorted
   */
  List<List<Integer>> clusters(List<List<Integer>> nodes, MayMerge mayMerge) {
    List<Cluster> clusters = start(nodes);
    Map<Cluster, Link> bestOf = new LinkedHashMap<>();
    clusters.forEach(
        cluster -> best(cluster, clusters, mayMerge).ifPresent(link -> bestOf.put(cluster, link)));
    Optional<Link> best = bestOf.values().stream().min(Link.BEST_FIRST);
    while (best.isPresent()) {
      merge(clusters, best.get());
      update(bestOf, best.get(), clusters, mayMerge);
      best = bestOf.values().stream().min(Link.BEST_FIRST);
    }
    clusters.sort(Comparator.comparingInt(Cluster::first));
    return clusters.stream().map(cluster -> List.copyOf(cluster.members)).toList();
  }

  /**
   * After two were merged, finds the best partner anew where it may have changed: where it was one
   * of the two and the merged cluster is not at least as good.
   */
  private static void update(
      Map<Cluster, Link> bestOf, Link merged, List<Cluster> clusters, MayMerge mayMerge) {
    Cluster kept = merged.one();
    bestOf.remove(merged.other());
    bestOf.remove(kept);
    for (Cluster cluster : clusters) {
      Link known = bestOf.get(cluster);
      Optional<Link> toKept = cluster == kept ? Optional.empty() : link(cluster, kept, mayMerge);
      boolean better =
          toKept.isPresent()
              && (known == null || Link.BEST_FIRST.compare(toKept.get(), known) <= 0);
      if (better) {
        bestOf.put(cluster, toKept.orElseThrow());
      } else if (cluster == kept || (known != null && known.names(merged))) {
        bestOf.remove(cluster);
        best(cluster, clusters, mayMerge).ifPresent(link -> bestOf.put(cluster, link));
      }
    }
  }

  private static Optional<Link> best(Cluster one, List<Cluster> clusters, MayMerge mayMerge) {
    return clusters.stream()
        .filter(other -> other != one)
        .flatMap(other -> link(one, other, mayMerge).stream())
        .min(Link.BEST_FIRST);
  }

  private static Optional<Link> link(Cluster one, Cluster other, MayMerge mayMerge) {
    long sum = one.sums.getOrDefault(other, 0L);
    return sum > 0 && mayMerge.test(one.members, other.members)
        ? Optional.of(Link.between(one, other, sum))
        : Optional.empty();
  }

  private List<Cluster> start(List<List<Integer>> nodes) {
    List<Cluster> clusters = new ArrayList<>();
    Map<Integer, Cluster> clusterOf = new HashMap<>();
    for (List<Integer> node : nodes) {
      Cluster cluster = new Cluster();
      cluster.members.addAll(node);
      node.forEach(member -> clusterOf.put(member, cluster));
      for (Cluster earlier : clusters) {
        add(earlier, cluster, (long) unseen * earlier.members.size() * node.size());
      }
      clusters.add(cluster);
    }
    clusterOf.forEach((member, cluster) -> addCompared(member, cluster, clusterOf));
    return clusters;
  }

  private void addCompared(int member, Cluster cluster, Map<Integer, Cluster> clusterOf) {
    for (long pair : compared.getOrDefault(member, List.of())) {
      Cluster other = clusterOf.get((int) pair);
      if (other != null && other != cluster) {
        add(cluster, other, weights.getOrDefault(pair, unseen) - unseen);
      }
    }
  }

  private static void add(Cluster one, Cluster other, long weight) {
    one.sums.merge(other, weight, Long::sum);
    other.sums.merge(one, weight, Long::sum);
  }

  private static void merge(List<Cluster> clusters, Link link) {
    Cluster kept = link.one();
    Cluster gone = link.other();
    clusters.remove(gone);
    kept.members.addAll(gone.members);
    kept.members.sort(Comparator.naturalOrder());
    kept.sums.remove(gone);
    for (Cluster other : clusters) {
      if (other != kept) {
        long sum = kept.sums.getOrDefault(other, 0L) + gone.sums.getOrDefault(other, 0L);
        kept.sums.put(other, sum);
        other.sums.put(kept, sum);
        other.sums.remove(gone);
      }
    }
  }
}
