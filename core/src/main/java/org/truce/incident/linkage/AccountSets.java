package org.truce.incident.linkage;

import java.util.BitSet;

/** For each cluster the accounts that its members belong to, as bits. */
final class AccountSets {
  private final int words;
  private final long[] bits;

  /**
   * Starts with a cluster for each member.
   *
   * @param accountOf number of the account of each
   */
  AccountSets(int[] accountOf) {
    int[] different = new int[accountOf.length];
    int[] numbers = new int[accountOf.length];
    int count = 0;
    for (int i = 0; i < accountOf.length; i++) {
      int number = 0;
      while (number < count && different[number] != accountOf[i]) {
        number++;
      }
      if (number == count) {
        different[count++] = accountOf[i];
      }
      numbers[i] = number;
    }
    words = (count + Long.SIZE - 1) / Long.SIZE;
    bits = new long[accountOf.length * words];
    for (int i = 0; i < accountOf.length; i++) {
      bits[i * words + numbers[i] / Long.SIZE] = 1L << numbers[i];
    }
  }

  /**
   * Starts with clusters that have members already.
   *
   * @param accounts numbers of the accounts of each
   */
  AccountSets(BitSet[] accounts) {
    int most = 1;
    for (BitSet set : accounts) {
      most = Math.max(most, set.length());
    }
    words = (most + Long.SIZE - 1) / Long.SIZE;
    bits = new long[accounts.length * words];
    for (int i = 0; i < accounts.length; i++) {
      long[] set = accounts[i].toLongArray();
      System.arraycopy(set, 0, bits, i * words, set.length);
    }
  }

  /** Says whether two clusters have an account in common. */
  boolean meet(int one, int other) {
    for (int word = 0; word < words; word++) {
      if ((bits[one * words + word] & bits[other * words + word]) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Adds the accounts of a cluster to another. */
  void add(int kept, int gone) {
    for (int word = 0; word < words; word++) {
      bits[kept * words + word] |= bits[gone * words + word];
    }
  }
}
