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

  /**
   * Prepares to merge.
   *
   * @param weights packed pair of positions (smaller in the upper half) → weight
   * @param unseen weight of a pair that was never compared, negative
   */
  AverageLink(Map<Long, Integer> weights, int unseen) {
    this.weights = weights;
    this.unseen = unseen;
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

  /** Returns the clusters of these nodes, each sorted, in the order of their first members. */
  List<List<Integer>> clusters(List<Integer> nodes) {
    List<Cluster> clusters = start(nodes);
    Optional<Link> best = best(clusters);
    while (best.isPresent() && best.get().sum() > 0) {
      merge(clusters, best.get());
      best = best(clusters);
    }
    clusters.sort(Comparator.comparingInt(Cluster::first));
    return clusters.stream().map(cluster -> List.copyOf(cluster.members)).toList();
  }

  private List<Cluster> start(List<Integer> nodes) {
    List<Cluster> clusters = new ArrayList<>();
    for (int node : nodes.stream().sorted().toList()) {
      Cluster cluster = new Cluster();
      cluster.members.add(node);
      for (Cluster earlier : clusters) {
        long key = ((long) earlier.first() << 32) | node;
        long weight = weights.getOrDefault(key, unseen);
        earlier.sums.put(cluster, weight);
        cluster.sums.put(earlier, weight);
      }
      clusters.add(cluster);
    }
    return clusters;
  }

  private static Optional<Link> best(List<Cluster> clusters) {
    Link best = null;
    for (int i = 0; i < clusters.size(); i++) {
      for (int j = i + 1; j < clusters.size(); j++) {
        Cluster one = clusters.get(i);
        Cluster other = clusters.get(j);
        Link link = new Link(one, other, one.sums.getOrDefault(other, 0L));
        if (best == null || Link.BEST_FIRST.compare(link, best) < 0) {
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
