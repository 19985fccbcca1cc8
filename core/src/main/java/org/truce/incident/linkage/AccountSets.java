package org.truce.incident.linkage;

import java.util.Arrays;
import java.util.BitSet;

/**
 * For each cluster the accounts that its members belong to, as bits. One object serves one
 * component after the other.
 */
final class AccountSets {
  private int words;
  private long[] bits = new long[0];
  private int[] different = new int[0];

  /**
   * Starts with a cluster for each member.
   *
   * @param accountOf number of the account of each
   */
  void start(int[] accountOf) {
    if (different.length < accountOf.length) {
      different = new int[accountOf.length];
    }
    int count = 0;
    for (int account : accountOf) {
      if (number(account, count) == count) {
        different[count++] = account;
      }
    }
    makeRoom(accountOf.length, count);
    for (int i = 0; i < accountOf.length; i++) {
      int number = number(accountOf[i], count);
      bits[i * words + number / Long.SIZE] = 1L << number;
    }
  }

  /**
   * Starts with clusters that have members already.
   *
   * @param accounts numbers of the accounts of each
   */
  void start(BitSet[] accounts) {
    int most = 1;
    for (BitSet set : accounts) {
      most = Math.max(most, set.length());
    }
    makeRoom(accounts.length, most);
    for (int i = 0; i < accounts.length; i++) {
      long[] set = accounts[i].toLongArray();
      System.arraycopy(set, 0, bits, i * words, set.length);
    }
  }

  /** Where an account stands among so many different ones; behind them if it is new. */
  private int number(int account, int count) {
    int number = 0;
    while (number < count && different[number] != account) {
      number++;
    }
    return number;
  }

  private void makeRoom(int clusters, int accounts) {
    words = (accounts + Long.SIZE - 1) / Long.SIZE;
    int size = Math.multiplyExact(clusters, words);
    if (bits.length < size) {
      bits = new long[size];
    } else {
      Arrays.fill(bits, 0, size, 0);
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
