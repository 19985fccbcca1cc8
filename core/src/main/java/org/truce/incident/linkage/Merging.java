package org.truce.incident.linkage;

import java.util.BitSet;

/**
 * Merges the members of one component by average link: the two clusters with the highest mean
 * weight, as an exact fraction, until no mean is positive; equal means by the smallest members.
 *
 * <p>Members of one account are merged among themselves first. Then clusters of different accounts
 * are merged, and two of one account never come together: nothing that one account says changes how
 * another's claims are sorted (docs/decisions/0004-own-words-first.md).
 */
final class Merging {
  private static final int NOBODY = -1;

  private final int size;
  private final long[][] sums;
  private final int[] members;
  private final int[] first;
  private final int[] cluster;
  private final int[] best;
  private final long[] bestSum;
  private final long[] bestPairs;
  private final BitSet[] accounts;
  private boolean across;

  /**
   * Prepares to merge.
   *
   * @param weights symmetric, of members in the order that breaks ties
   * @param accountOf number of the account of each member
   */
  Merging(int[][] weights, int[] accountOf) {
    this.size = accountOf.length;
    this.sums = new long[size][size];
    this.members = new int[size];
    this.first = new int[size];
    this.cluster = new int[size];
    this.best = new int[size];
    this.bestSum = new long[size];
    this.bestPairs = new long[size];
    this.accounts = new BitSet[size];
    for (int i = 0; i < size; i++) {
      members[i] = 1;
      first[i] = i;
      cluster[i] = i;
      accounts[i] = new BitSet();
      accounts[i].set(accountOf[i]);
      for (int j = 0; j < size; j++) {
        sums[i][j] = weights[i][j];
      }
    }
  }

  /** Merges and returns for each member the smallest member of its cluster. */
  int[] clusters() {
    across = false;
    mergeAll();
    across = true;
    mergeAll();
    return cluster;
  }

  private void mergeAll() {
    for (int i = 0; i < size; i++) {
      choose(i, alive(i) ? bestOf(i) : NOBODY);
    }
    int one = bestOfAll();
    while (one != NOBODY) {
      merge(one, best[one]);
      one = bestOfAll();
    }
  }

  private void choose(int i, int partner) {
    best[i] = partner;
    bestSum[i] = partner == NOBODY ? 0 : sums[i][partner];
    bestPairs[i] = partner == NOBODY ? 1 : (long) members[i] * members[partner];
  }

  private boolean alive(int i) {
    return members[i] > 0;
  }

  private int bestOfAll() {
    int found = NOBODY;
    for (int i = 0; i < size; i++) {
      if (best[i] != NOBODY && (found == NOBODY || isBetter(i, best[i], found, best[found]))) {
        found = i;
      }
    }
    return found;
  }

  private int bestOf(int i) {
    int found = NOBODY;
    for (int j = 0; j < size; j++) {
      if (mayMerge(i, j) && (found == NOBODY || isBetter(i, j, i, found))) {
        found = j;
      }
    }
    return found;
  }

  private boolean mayMerge(int i, int j) {
    if (i == j || !alive(j) || sums[i][j] <= 0) {
      return false;
    }
    // Within an account every cluster has exactly that account.
    return accounts[i].intersects(accounts[j]) != across;
  }

  /** Whether the link of i and j comes before the link of k and l. */
  private boolean isBetter(int i, int j, int k, int l) {
    long one = Math.multiplyExact(sums[i][j], (long) members[k] * members[l]);
    long other = Math.multiplyExact(sums[k][l], (long) members[i] * members[j]);
    if (one != other) {
      return one > other;
    }
    int low = Math.min(first[i], first[j]);
    int otherLow = Math.min(first[k], first[l]);
    if (low != otherLow) {
      return low < otherLow;
    }
    return Math.max(first[i], first[j]) < Math.max(first[k], first[l]);
  }

  private void merge(int one, int other) {
    int kept = Math.min(one, other);
    int gone = Math.max(one, other);
    for (int i = 0; i < size; i++) {
      cluster[i] = cluster[i] == gone ? kept : cluster[i];
      if (i != kept && i != gone && alive(i)) {
        sums[kept][i] += sums[gone][i];
        sums[i][kept] = sums[kept][i];
      }
    }
    members[kept] += members[gone];
    members[gone] = 0;
    best[gone] = NOBODY;
    accounts[kept].or(accounts[gone]);
    update(kept, gone);
  }

  /** Finds the best partner anew where it may have changed. */
  private void update(int kept, int gone) {
    choose(kept, bestOf(kept));
    for (int i = 0; i < size; i++) {
      if (i == kept || !alive(i)) {
        continue;
      }
      if (best[i] == kept || best[i] == gone) {
        choose(i, mayMerge(i, kept) && isAsGoodAsBefore(i, kept) ? kept : bestOf(i));
      } else if (mayMerge(i, kept) && (best[i] == NOBODY || isBetter(i, kept, i, best[i]))) {
        choose(i, kept);
      }
    }
  }

  /**
   * Whether the link to a partner that has grown is no weaker than the best link was: then nothing
   * else need be looked at, since whoever grows only moves forward in the order of ties.
   */
  private boolean isAsGoodAsBefore(int i, int kept) {
    long now = Math.multiplyExact(sums[i][kept], bestPairs[i]);
    return now >= Math.multiplyExact(bestSum[i], (long) members[i] * members[kept]);
  }
}
