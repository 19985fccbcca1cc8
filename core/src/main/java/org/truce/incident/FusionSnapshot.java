package org.truce.incident;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.truce.incident.Decisions.Pair;
import org.truce.snapshot.SnapshotInput;
import org.truce.snapshot.SnapshotOutput;

/**
 * Keeps how claims are sorted, between two runs, so that they need not be sorted again.
 *
 * <p>A fusion that was read back goes on as the one that was written would have: a test holds that
 * after random histories. What claims say is not in it, only what is compared of them.
 */
public final class FusionSnapshot {
  /** Room is made at once for so many claims at most, whatever a snapshot says. */
  private static final int MOST_AT_ONCE = 1 << 24;

  /** More than there ever are in a part. */
  private static final int MOST_OF_PART = 1 << 20;

  private FusionSnapshot() {}

  /**
   * A fusion as it was written.
   *
   * @param gatherings its incidents, in the order in which they were written
   */
  public record Restored(LiveFusion fusion, List<Gathering> gatherings) {}

  /**
   * Writes a fusion.
   *
   * @param gatherings its incidents; near each other what was reported about the same time, so that
   *     it is near each other in memory too when it is read back
   */
  public static void write(LiveFusion fusion, Collection<Gathering> gatherings, SnapshotOutput out)
      throws IOException {
    fusion.numbers.write(out);
    pairs(fusion.decisions.together(), out);
    pairs(fusion.decisions.apart(), out);
    List<Standing.Other> others = new ArrayList<>();
    int members = 0;
    for (Standing.Claimed claim : fusion.standing.all()) {
      switch (claim) {
        case Standing.Other other -> others.add(other);
        case Member member -> members++;
      }
    }
    out.number(members);
    out.each(
        others,
        (to, other) -> {
          to.claim(other.id());
          to.optional(other.refersTo(), SnapshotOutput::claim);
        });
    Member.Shared shared = new Member.Shared();
    Order<Part> parts = new Order<>();
    out.each(
        gatherings,
        (to, gathering) ->
            to.each(
                gathering.happenings,
                (into, happening) ->
                    into.each(
                        happening.members, (in, member) -> member(member, shared, parts, in))));
  }

  private static void member(
      Member member, Member.Shared shared, Order<Part> parts, SnapshotOutput out)
      throws IOException {
    out.claim(member.id);
    member.write(out, shared);
    part(member, Member.OWN, parts, out);
    part(member, Member.ALL, parts, out);
  }

  private static void pairs(Set<Pair> pairs, SnapshotOutput out) throws IOException {
    out.each(
        pairs,
        (to, pair) -> {
          to.claim(pair.first());
          to.claim(pair.second());
        });
  }

  private static void part(Member member, int which, Order<Part> parts, SnapshotOutput out)
      throws IOException {
    Part part = member.part(which);
    boolean isNew = part != null && !parts.knows(part);
    out.number(parts.of(part));
    if (part != null && isNew) {
      out.number(part.level);
      out.number(part.size());
    }
    if (part != null && part.size() > 1) {
      out.number(part.placeOf(member));
    }
  }

  /** Numbers from 1 in the order in which things are first met; 0 is none. */
  private static final class Order<T> {
    private final IdentityHashMap<T, Integer> numbers = new IdentityHashMap<>();

    boolean knows(T thing) {
      return numbers.containsKey(thing);
    }

    int of(@Nullable T thing) {
      if (thing == null) {
        return 0;
      }
      Integer known = numbers.get(thing);
      if (known == null) {
        known = numbers.size() + 1;
        numbers.put(thing, known);
      }
      return known;
    }
  }

  /**
   * Reads back what {@link #write} wrote.
   *
   * @throws IOException when it is something else
   */
  public static Restored read(Model model, SnapshotInput in) throws IOException {
    return read(model, LiveFusion.Limits.USUAL, in);
  }

  static Restored read(Model model, LiveFusion.Limits limits, SnapshotInput in) throws IOException {
    LiveFusion fusion = new LiveFusion(model, limits);
    fusion.numbers.read(in);
    Decisions decisions = new Decisions(pairs(in), pairs(in));
    int members = in.count();
    fusion.standing.makeRoom(Math.min(members, MOST_AT_ONCE));
    in.each(
        each ->
            fusion.restore(new Standing.Other(each.claim(), each.optional(SnapshotInput::claim))));
    Reading reading = new Reading(fusion);
    List<Gathering> gatherings = in.list(reading::gathering);
    reading.putIntoParts();
    if (reading.members != members) {
      throw new IOException("the snapshot holds claims of no incident");
    }
    fusion.restore(decisions);
    return new Restored(fusion, gatherings);
  }

  private static Set<Pair> pairs(SnapshotInput in) throws IOException {
    return Set.copyOf(in.list(each -> new Pair(each.claim(), each.claim())));
  }

  /** Puts claims back as they are read, and remembers in which parts they are. */
  private static final class Reading {
    private final LiveFusion fusion;
    private final Member.Shared shared = new Member.Shared();
    private final List<Part> parts = new ArrayList<>();
    private final List<Member[]> membersOf = new ArrayList<>();
    private int members;

    Reading(LiveFusion fusion) {
      this.fusion = fusion;
    }

    Gathering gathering(SnapshotInput in) throws IOException {
      Gathering gathering = new Gathering(in.list(this::happening));
      gathering.happenings.forEach(happening -> happening.gathering = gathering);
      return gathering;
    }

    private SideHappening happening(SnapshotInput in) throws IOException {
      SideHappening happening = new SideHappening(in.list(this::member));
      happening.members.forEach(member -> member.happening = happening);
      return happening;
    }

    private Member member(SnapshotInput in) throws IOException {
      Member member = new Member(in, in.claim(), shared);
      fusion.restore(member);
      part(member, Member.OWN, in);
      part(member, Member.ALL, in);
      members++;
      return member;
    }

    private void part(Member member, int which, SnapshotInput in) throws IOException {
      int number = in.count();
      if (number == 0) {
        return;
      }
      if (number == parts.size() + 1) {
        parts.add(new Part(in.small(), which));
        membersOf.add(new Member[Math.min(in.count(), MOST_OF_PART)]);
      }
      if (number > parts.size() || parts.get(number - 1).which != which) {
        throw new IOException("the snapshot names a part that it does not hold");
      }
      Member[] members = membersOf.get(number - 1);
      int place = members.length > 1 ? in.count() : 0;
      if (place >= members.length || members[place] != null) {
        throw new IOException("the snapshot holds too many claims of a part");
      }
      members[place] = member;
    }

    void putIntoParts() throws IOException {
      for (int i = 0; i < parts.size(); i++) {
        Member[] members = membersOf.get(i);
        for (@Nullable Member member : members) {
          if (member == null) {
            throw new IOException("the snapshot holds too few claims of a part");
          }
        }
        parts.get(i).restore(members);
      }
    }
  }
}
