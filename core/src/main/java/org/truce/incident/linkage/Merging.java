package org.truce.incident.linkage;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Merges the members of one component by average link: the two clusters with the highest mean
 * weight, as an exact fraction, until no mean is positive; equal means by the smallest members.
 *
 * <p>Members of one account are merged among themselves first. Then clusters of different accounts
 * are merged, and two of one account never come together: nothing that one account says changes how
 * another's claims are sorted (docs/decisions/0004-own-words-first.md).
 *
 * <p>A mean is positive only if a pair between the clusters is, and most pairs of a large component
 * are not: so partners are looked for only among clusters that a positive pair connects, which are
 * kept as bits.
 *
 * <p>One object sorts one component after the other, so that millions of small ones leave no
 * garbage.
 */
public final class Merging {
  private static final int NOBODY = -1;

  private int size;
  private int words;

  /** Smallest members of the clusters there are, ascending; the first {@code count} count. */
  private int[] alive = new int[0];

  private int count;
  private long[] sums = new long[0];

  /** For each cluster the clusters that at least one positive pair connects with it, as bits. */
  private long[] near = new long[0];

  private int[] members = new int[0];
  private int[] cluster = new int[0];
  private int[] best = new int[0];
  private long[] bestSum = new long[0];
  private long[] bestPairs = new long[0];
  private final AccountSets accounts = new AccountSets();
  private boolean across;

  /** Makes room for so many members, none of which has a weight with another yet. */
  void start(int all) {
    if (members.length < all) {
      sums = new long[all * all];
    }
    makeRoom(all);
  }

  private void makeRoom(int all) {
    size = all;
    words = (all + Long.SIZE - 1) / Long.SIZE;
    if (members.length < all) {
      near = new long[all * words];
      alive = new int[all];
      members = new int[all];
      cluster = new int[all];
      best = new int[all];
      bestSum = new long[all];
      bestPairs = new long[all];
    }
  }

  /** Sets the weight of two members, which are numbered in the order that breaks ties. */
  void weigh(int one, int other, int weight) {
    sums[one * size + other] = weight;
    sums[other * size + one] = weight;
  }

  /**
   * Merges.
   *
   * @param accountOf number of the account of each member
   * @return for each member the smallest member of its cluster; the array is used again by the next
   */
  int[] clusters(int[] accountOf) {
    accounts.start(accountOf);
    begin();
    Arrays.fill(members, 0, size, 1);
    merge(false);
    merge(true);
    return named();
  }

  /**
   * Merges members of one account; returns for each the smallest member of its cluster.
   *
   * @param weights symmetric, row after row, of members in the order that breaks ties; used up
   * @param size how many members there are
   */
  public static int[] within(long[] weights, int size) {
    Merging merging = of(weights, size);
    merging.accounts.start(new int[size]);
    merging.begin();
    Arrays.fill(merging.members, 1);
    merging.merge(false);
    return merging.named();
  }

  /**
   * Merges clusters of different accounts; returns for each the first of those it is with.
   *
   * @param sums symmetric, row after row, of the weights between the members of two clusters, in
   *     the order of their smallest members; used up
   * @param sizes how many members each has
   * @param accounts whose each is
   */
  public static int[] across(long[] sums, int[] sizes, BitSet[] accounts) {
    Merging merging = of(sums, sizes.length);
    merging.accounts.start(accounts);
    merging.begin();
    System.arraycopy(sizes, 0, merging.members, 0, sizes.length);
    merging.merge(true);
    return merging.named();
  }

  private static Merging of(long[] sums, int size) {
    Merging merging = new Merging();
    merging.sums = sums;
    merging.makeRoom(size);
    return merging;
  }

  private void begin() {
    for (int i = 0; i < size; i++) {
      cluster[i] = i;
      alive[i] = i;
      connect(i);
    }
    count = size;
  }

  private void merge(boolean acrossAccounts) {
    across = acrossAccounts;
    mergeAll();
  }

  private int[] named() {
    for (int i = 0; i < size; i++) {
      cluster[i] = cluster[cluster[i]]; // the cluster it went into is smaller: final already
    }
    return cluster;
  }

  private void connect(int i) {
    Arrays.fill(near, i * words, (i + 1) * words, 0);
    for (int j = 0; j < size; j++) {
      if (sums[i * size + j] > 0 && i != j) {
        near[i * words + j / Long.SIZE] |= 1L << j;
      }
    }
  }

  private void mergeAll() {
    for (int at = 0; at < count; at++) {
      choose(alive[at], bestOf(alive[at]));
    }
    int one = bestOfAll();
    while (one != NOBODY) {
      merge(one, best[one]);
      one = bestOfAll();
    }
  }

  private void choose(int i, int partner) {
    best[i] = partner;
    bestSum[i] = partner == NOBODY ? 0 : sums[i * size + partner];
    bestPairs[i] = partner == NOBODY ? 1 : (long) members[i] * members[partner];
  }

  private int bestOfAll() {
    int found = NOBODY;
    for (int at = 0; at < count; at++) {
      int i = alive[at];
      if (best[i] != NOBODY && (found == NOBODY || isBetterThanThatOf(i, found))) {
        found = i;
      }
    }
    return found;
  }

  /** Whether the best link of one comes before the best link of another. */
  private boolean isBetterThanThatOf(int i, int other) {
    long one = Math.multiplyExact(bestSum[i], bestPairs[other]);
    long two = Math.multiplyExact(bestSum[other], bestPairs[i]);
    return one != two ? one > two : comesFirst(i, best[i], other, best[other]);
  }

  private int bestOf(int i) {
    int found = NOBODY;
    for (int word = 0; word < words; word++) {
      for (long bits = near[i * words + word]; bits != 0; bits &= bits - 1) {
        int j = word * Long.SIZE + Long.numberOfTrailingZeros(bits);
        if (mayMerge(i, j) && (found == NOBODY || isBetter(i, j, i, found))) {
          found = j;
        }
      }
    }
    return found;
  }

  private boolean mayMerge(int i, int j) {
    // Within an account every cluster has exactly that account.
    return sums[i * size + j] > 0 && accounts.meet(i, j) != across;
  }

  /** Whether the link of i and j comes before the link of k and l. */
  private boolean isBetter(int i, int j, int k, int l) {
    long one = Math.multiplyExact(sums[i * size + j], (long) members[k] * members[l]);
    long other = Math.multiplyExact(sums[k * size + l], (long) members[i] * members[j]);
    return one != other ? one > other : comesFirst(i, j, k, l);
  }

  /** Among links of one mean those of the smallest members come first. */
  private boolean comesFirst(int i, int j, int k, int l) {
    int low = Math.min(i, j);
    int otherLow = Math.min(k, l);
    return low != otherLow ? low < otherLow : Math.max(i, j) < Math.max(k, l);
  }

  private void merge(int one, int other) {
    int kept = Math.min(one, other);
    int gone = Math.max(one, other);
    cluster[gone] = kept;
    remove(gone);
    for (int at = 0; at < count; at++) {
      int i = alive[at];
      if (i != kept) {
        sums[kept * size + i] += sums[gone * size + i];
        sums[i * size + kept] = sums[kept * size + i];
      }
    }
    members[kept] += members[gone];
    accounts.add(kept, gone);
    inherit(kept, gone);
    update(kept, gone);
  }

  private void remove(int gone) {
    int at = Arrays.binarySearch(alive, 0, count, gone);
    System.arraycopy(alive, at + 1, alive, at, --count - at);
  }

  /** Connects with one cluster what was connected with another, and nothing with that. */
  private void inherit(int kept, int gone) {
    for (int word = 0; word < words; word++) {
      for (long bits = near[gone * words + word]; bits != 0; bits &= bits - 1) {
        int i = word * Long.SIZE + Long.numberOfTrailingZeros(bits);
        near[i * words + gone / Long.SIZE] &= ~(1L << gone);
        if (i != kept) {
          near[i * words + kept / Long.SIZE] |= 1L << kept;
          near[kept * words + word] |= 1L << i;
        }
      }
    }
  }

  /** Finds the best partner anew where it may have changed: who had either is near what is kept. */
  private void update(int kept, int gone) {
    choose(kept, bestOf(kept));
    for (int word = 0; word < words; word++) {
      for (long bits = near[kept * words + word]; bits != 0; bits &= bits - 1) {
        update(word * Long.SIZE + Long.numberOfTrailingZeros(bits), kept, gone);
      }
    }
  }

  private void update(int i, int kept, int gone) {
    if (best[i] == kept || best[i] == gone) {
      choose(i, mayMerge(kept, i) && isAsGoodAsBefore(i, kept) ? kept : bestOf(i));
    } else if (mayMerge(kept, i) && (best[i] == NOBODY || isBetter(i, kept, i, best[i]))) {
      choose(i, kept);
    }
  }

  /**
   * Whether the link to a partner that has grown is no weaker than the best link was: then nothing
   * else need be looked at, since whoever grows only moves forward in the order of ties.
   */
  private boolean isAsGoodAsBefore(int i, int kept) {
    long now = Math.multiplyExact(sums[i * size + kept], bestPairs[i]);
    return now >= Math.multiplyExact(bestSum[i], (long) members[i] * members[kept]);
  }
}
