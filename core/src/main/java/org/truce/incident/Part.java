package org.truce.incident;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Claims that are sorted together and apart from all others: connected by weights above the least
 * of a level, none too many.
 *
 * <p>Keeps the weights of its pairs while it is worked on, so that a claim more costs its own pairs
 * alone.
 */
final class Part {
  final int level;

  /** Of the parts of one account or of those of all. */
  final int which;

  private static final Member[] NOBODY = new Member[0];

  /** Sorted by id, no longer than they are: most parts are of one. */
  private Member[] members = NOBODY;

  /** The claims in the order of the rows, while there are rows. */
  private @Nullable List<Member> bySlot;

  private List<int[]> rows = List.of();

  Part(int level, int which) {
    this.level = level;
    this.which = which;
  }

  int size() {
    return members.length;
  }

  /** Returns its claims as they are now, sorted by id. */
  List<Member> members() {
    return Collections.unmodifiableList(Arrays.asList(members));
  }

  void add(Member member) {
    int place = -Arrays.binarySearch(members, member) - 1;
    Member[] more = Arrays.copyOf(members, members.length + 1);
    System.arraycopy(members, place, more, place + 1, members.length - place);
    more[place] = member;
    members = more;
    member.putInto(this, which);
    if (bySlot != null) {
      member.putAt(bySlot.size(), which);
      bySlot.add(member);
    }
  }

  /** Adds claims that a snapshot holds, sorted, to a part that is empty. */
  void restore(Member[] all) {
    members = all;
    for (Member member : all) {
      member.putInto(this, which);
    }
  }

  /** Returns which of its claims, sorted, this one is, from 0. */
  int placeOf(Member member) {
    return Arrays.binarySearch(members, member);
  }

  /** Takes a claim out; the weights are worked out again when they are next asked for. */
  void remove(Member member) {
    int place = placeOf(member);
    if (place >= 0) {
      Member[] fewer = Arrays.copyOf(members, members.length - 1);
      System.arraycopy(members, place + 1, fewer, place, fewer.length - place);
      members = fewer;
    }
    forget();
  }

  /** Empties the part; its claims go elsewhere. */
  void clear() {
    members = NOBODY;
    forget();
  }

  /** Forgets the weights, also to save memory. */
  void forget() {
    bySlot = null;
    rows = List.of();
  }

  /** Returns how many weights are kept. */
  int kept() {
    return bySlot == null ? 0 : size() * size() / 2;
  }

  /** Works out the weights that are not known yet. */
  void weigh(MemberWeight weights) {
    List<Member> slots = bySlot;
    if (slots == null) {
      slots = new ArrayList<>(members());
      for (int i = 0; i < slots.size(); i++) {
        slots.get(i).putAt(i, which);
      }
      bySlot = slots;
      rows = new ArrayList<>(slots.size());
    }
    for (int i = rows.size(); i < slots.size(); i++) {
      int[] row = new int[i];
      Member member = slots.get(i);
      for (int j = 0; j < i; j++) {
        row[j] = weights.of(member, slots.get(j));
      }
      rows.add(row);
    }
  }

  /**
   * Returns the sums of the weights between groups of claims, row after row; call {@link #weigh}
   * before.
   *
   * @param groups of claims of this part, some perhaps of others
   * @param across whether only groups of different accounts count
   * @param others the weight of a pair that is not wholly in this part
   */
  long[] sums(List<List<Member>> groups, boolean across, ToIntBiFunction<Member, Member> others) {
    int size = groups.size();
    int[][] weights = rows.toArray(int[][]::new);
    int[][] slots = new int[size][];
    int[] accounts = new int[size];
    for (int i = 0; i < size; i++) {
      slots[i] = slots(groups.get(i));
      accounts[i] = groups.get(i).getFirst().account;
    }
    long[] sums = new long[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        if (!across || accounts[i] != accounts[j]) {
          boolean inside = slots[i].length > 0 && slots[j].length > 0;
          long sum =
              inside
                  ? sum(weights, slots[i], slots[j])
                  : sum(groups.get(i), groups.get(j), weights, others);
          sums[i * size + j] = sum;
          sums[j * size + i] = sum;
        }
      }
    }
    return sums;
  }

  /** The rows of a group in the weights; none when some of it lies elsewhere. */
  private int[] slots(List<Member> group) {
    int[] slots = new int[group.size()];
    for (int i = 0; i < slots.length; i++) {
      if (!isIn(group.get(i))) {
        return new int[0];
      }
      slots[i] = group.get(i).slot(which);
    }
    return slots;
  }

  private boolean isIn(Member member) {
    return member.part(which) == this;
  }

  private static long sum(int[][] weights, int[] group, int[] other) {
    long sum = 0;
    for (int a : group) {
      for (int b : other) {
        sum += a > b ? weights[a][b] : weights[b][a];
      }
    }
    return sum;
  }

  private long sum(
      List<Member> group,
      List<Member> other,
      int[][] weights,
      ToIntBiFunction<Member, Member> others) {
    long sum = 0;
    for (Member one : group) {
      for (Member two : other) {
        int a = one.slot(which);
        int b = two.slot(which);
        sum +=
            !isIn(one) || !isIn(two)
                ? others.applyAsInt(one, two)
                : a > b ? weights[a][b] : weights[b][a];
      }
    }
    return sum;
  }

  /** Returns the weight of two of its claims; call {@link #weigh} before. */
  int weight(Member one, Member other) {
    int i = one.slot(which);
    int j = other.slot(which);
    return i > j ? rows.get(i)[j] : rows.get(j)[i];
  }
}
