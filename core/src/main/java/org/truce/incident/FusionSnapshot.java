package org.truce.incident;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.truce.incident.Decisions.Pair;
import org.truce.report.ClaimId;
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

  private FusionSnapshot() {}

  /**
   * A fusion as it was written.
   *
   * @param gatherings its incidents, in the order in which they were written
   */
  public record Restored(LiveFusion fusion, List<Gathering> gatherings) {}

  /** Writes a fusion and returns its incidents in the order in which they are written. */
  public static List<Gathering> write(LiveFusion fusion, SnapshotOutput out) throws IOException {
    fusion.numbers.write(out);
    pairs(fusion.decisions.together(), out);
    pairs(fusion.decisions.apart(), out);
    Order<Part> parts = new Order<>();
    Order<SideHappening> happenings = new Order<>();
    Order<Gathering> gatherings = new Order<>();
    out.number(fusion.standing.size());
    for (Standing.Claimed claim : fusion.standing.all()) {
      out.claim(claim.id());
      out.flag(claim instanceof Member);
      switch (claim) {
        case Standing.Other other -> out.optional(other.refersTo(), SnapshotOutput::claim);
        case Member member -> {
          member.write(out);
          part(member.parts[Member.OWN], parts, out);
          part(member.parts[Member.ALL], parts, out);
          SideHappening happening = member.happening;
          out.number(happenings.of(happening));
          out.number(gatherings.of(happening == null ? null : happening.gathering));
        }
      }
    }
    return List.copyOf(gatherings.all);
  }

  private static void pairs(Set<Pair> pairs, SnapshotOutput out) throws IOException {
    out.each(
        pairs,
        (to, pair) -> {
          to.claim(pair.first());
          to.claim(pair.second());
        });
  }

  private static void part(@Nullable Part part, Order<Part> parts, SnapshotOutput out)
      throws IOException {
    boolean isNew = part != null && !parts.knows(part);
    out.number(parts.of(part));
    if (part != null && isNew) {
      out.number(part.level);
    }
  }

  /** Numbers from 1 in the order in which things are first met; 0 is none. */
  private static final class Order<T> {
    private final IdentityHashMap<T, Integer> numbers = new IdentityHashMap<>();
    private final List<T> all = new ArrayList<>();

    boolean knows(T thing) {
      return numbers.containsKey(thing);
    }

    int of(@Nullable T thing) {
      if (thing == null) {
        return 0;
      }
      Integer known = numbers.get(thing);
      if (known == null) {
        all.add(thing);
        known = all.size();
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
    Reading reading = new Reading();
    int claims = in.count();
    fusion.standing.makeRoom(Math.min(claims, MOST_AT_ONCE));
    for (int i = 0; i < claims; i++) {
      ClaimId id = in.claim();
      if (in.flag()) {
        Member member = new Member(in, id);
        fusion.restore(member);
        reading.place(member, in);
      } else {
        fusion.restore(new Standing.Other(id, in.optional(SnapshotInput::claim)));
      }
    }
    reading.part();
    fusion.restore(decisions);
    return new Restored(fusion, reading.gathered());
  }

  private static Set<Pair> pairs(SnapshotInput in) throws IOException {
    return Set.copyOf(in.list(each -> new Pair(each.claim(), each.claim())));
  }

  /** Parts, happenings and incidents, as far as they have been read; their claims in no order. */
  private static final class Reading {
    private final List<Part> parts = new ArrayList<>();
    private final List<List<Member>> membersOf = new ArrayList<>();
    private final List<List<Member>> happenings = new ArrayList<>();
    private final List<List<Integer>> gatherings = new ArrayList<>();

    void place(Member member, SnapshotInput in) throws IOException {
      part(member, Member.OWN, in);
      part(member, Member.ALL, in);
      int happening = in.count();
      int gathering = in.count();
      if (happening == 0) {
        return;
      }
      List<Member> members = known(happenings, happening);
      boolean isFirst = members.isEmpty();
      members.add(member);
      if (gathering != 0) {
        List<Integer> there = known(gatherings, gathering);
        if (isFirst) {
          there.add(happening);
        }
      }
    }

    private void part(Member member, int which, SnapshotInput in) throws IOException {
      int number = in.count();
      if (number == 0) {
        return;
      }
      if (number == parts.size() + 1) {
        parts.add(new Part(in.small(), which));
      }
      if (number > parts.size() || parts.get(number - 1).which != which) {
        throw new IOException("the snapshot names a part that it does not hold");
      }
      known(membersOf, number).add(member);
    }

    /** Most hold one. */
    private static <T> List<T> known(List<List<T>> all, int number) throws IOException {
      if (number == all.size() + 1) {
        all.add(new ArrayList<>(1));
      }
      if (number > all.size()) {
        throw new IOException("the snapshot holds things out of order");
      }
      return all.get(number - 1);
    }

    /** Puts the claims into their parts. */
    void part() {
      for (int i = 0; i < parts.size(); i++) {
        parts.get(i).restore(membersOf.get(i));
      }
    }

    /** Puts together what was read, in the order in which it is sorted. */
    List<Gathering> gathered() {
      List<SideHappening> told = new ArrayList<>(happenings.size());
      for (List<Member> members : happenings) {
        members.sort(null);
        SideHappening happening = new SideHappening(members);
        members.forEach(member -> member.happening = happening);
        told.add(happening);
      }
      List<Gathering> gathered = new ArrayList<>(gatherings.size());
      for (List<Integer> numbers : gatherings) {
        List<SideHappening> there = new ArrayList<>(numbers.size());
        numbers.forEach(at -> there.add(told.get(at - 1)));
        there.sort(Comparator.comparing(SideHappening::first));
        Gathering gathering = new Gathering(there);
        there.forEach(happening -> happening.gathering = gathering);
        gathered.add(gathering);
      }
      return gathered;
    }
  }
}
