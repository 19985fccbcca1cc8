package org.truce.incident;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

  /** Sorted by id. */
  final List<Member> members = new ArrayList<>();

  private final List<Member> bySlot = new ArrayList<>();
  private @Nullable List<int[]> rows;

  Part(int level, int which) {
    this.level = level;
    this.which = which;
  }

  int size() {
    return members.size();
  }

  void add(Member member) {
    members.add(-Collections.binarySearch(members, member) - 1, member);
    member.parts[which] = this;
    member.slots[which] = bySlot.size();
    bySlot.add(member);
  }

  /** Adds a claim whose id comes after those of all that are in it. */
  void addLast(Member member) {
    members.add(member);
    member.parts[which] = this;
    member.slots[which] = bySlot.size();
    bySlot.add(member);
  }

  /** Takes a claim out; the weights are worked out again when they are next asked for. */
  void remove(Member member) {
    members.remove(member);
    bySlot.clear();
    rows = null;
    for (Member each : members) {
      each.slots[which] = bySlot.size();
      bySlot.add(each);
    }
  }

  /** Empties the part; its claims go elsewhere. */
  void clear() {
    members.clear();
    bySlot.clear();
    rows = null;
  }

  /** Forgets the weights, to save memory. */
  void forget() {
    rows = null;
  }

  /** Returns how many weights are kept. */
  int kept() {
    return rows == null ? 0 : size() * size() / 2;
  }

  /** Works out the weights that are not known yet. */
  void weigh(MemberWeight weights) {
    List<int[]> known = rows == null ? new ArrayList<>() : rows;
    rows = known;
    for (int i = known.size(); i < bySlot.size(); i++) {
      int[] row = new int[i];
      Member member = bySlot.get(i);
      for (int j = 0; j < i; j++) {
        row[j] = weights.of(member, bySlot.get(j));
      }
      known.add(row);
    }
  }

  /** Returns the weight of two of its claims; call {@link #weigh} before. */
  int weight(Member one, Member other) {
    int i = one.slots[which];
    int j = other.slots[which];
    List<int[]> known = java.util.Objects.requireNonNull(rows);
    return i > j ? known.get(i)[j] : known.get(j)[i];
  }
}
