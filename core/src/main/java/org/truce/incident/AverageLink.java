package org.truce.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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

  /** Two clusters and the sum of the weights of their pairs. */
  private record Link(Cluster one, Cluster other, long sum) {
    private long pairs() {
      return (long) one.members.size() * other.members.size();
    }

    private static final Comparator<Link> BEST_FIRST =
        ((Comparator<Link>) Link::compareMeans)
            .reversed()
            .thenComparingInt(link -> Math.min(link.one.first(), link.other.first()))
            .thenComparingInt(link -> Math.max(link.one.first(), link.other.first()));

    private int compareMeans(Link other) {
      return Long.compare(
          Math.multiplyExact(sum, other.pairs()), Math.multiplyExact(other.sum, pairs()));
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
    Optional<Link> best = best(clusters, mayMerge);
    while (best.isPresent()) {
      merge(clusters, best.get());
      best = best(clusters, mayMerge);
    }
    clusters.sort(Comparator.comparingInt(Cluster::first));
    return clusters.stream().map(cluster -> List.copyOf(cluster.members)).toList();
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

  private static Optional<Link> best(List<Cluster> clusters, MayMerge mayMerge) {
    Link best = null;
    for (int i = 0; i < clusters.size(); i++) {
      for (int j = i + 1; j < clusters.size(); j++) {
        Cluster one = clusters.get(i);
        Cluster other = clusters.get(j);
        Link link = new Link(one, other, one.sums.getOrDefault(other, 0L));
        if (link.sum() > 0
            && (best == null || Link.BEST_FIRST.compare(link, best) < 0)
            && mayMerge.test(one.members, other.members)) {
          best = link;
        }
      }
    }
    return Optional.ofNullable(best);
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
