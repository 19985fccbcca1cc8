package org.truce.incident;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.truce.incident.linkage.Merging;

/**
 * Sorts parts by average link: the claims of one account into happenings, then happenings of
 * different accounts into incidents. What comes out as it was stays the same object.
 */
final class Sorting {
  /** Weights that are kept between changes, as many as 64 MiB hold. */
  private static final long MOST_KEPT = 16L << 20;

  private final MemberWeight weights;
  private final LinkedHashMap<Part, Integer> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long keptWeights;
  private final Set<SideHappening> vanished = new LinkedHashSet<>();

  Sorting(MemberWeight weights) {
    this.weights = weights;
  }

  /** Incidents that are no more, and those that are new. */
  record Changed(Set<Gathering> gone, Set<Gathering> come) {}

  /** A claim has left; its happening is no more. */
  void left(Member member) {
    if (member.happening != null) {
      vanished.add(member.happening);
      member.happening = null;
    }
  }

  /**
   * Sorts parts anew.
   *
   * @param own parts of claims of one account that changed
   * @param all parts of all claims that changed
   */
  Changed sort(Set<Part> own, Set<Part> all) {
    Set<Part> open = new LinkedHashSet<>(all);
    for (Part part : own) {
      happenings(part, open);
    }
    for (SideHappening happening : vanished) {
      happening.members.forEach(
          member -> {
            Part part = member.part(Member.ALL);
            if (part != null) {
              open.add(part);
            }
          });
    }
    Set<Gathering> before = new LinkedHashSet<>();
    vanished.forEach(happening -> addTo(before, happening.gathering));
    Set<Gathering> after = new LinkedHashSet<>();
    for (Part part : open) {
      List<SideHappening> there = led(part);
      there.forEach(happening -> addTo(before, happening.gathering));
    }
    for (Part part : open) {
      gather(part, led(part), after);
    }
    vanished.clear();
    Set<Gathering> gone = new LinkedHashSet<>(before);
    gone.removeAll(after);
    after.removeAll(before);
    return new Changed(gone, after);
  }

  private static void addTo(Set<Gathering> set, @org.jspecify.annotations.Nullable Gathering one) {
    if (one != null) {
      set.add(one);
    }
  }

  /** The happenings whose first claim lies in a part, in the order of these claims. */
  private static List<SideHappening> led(Part part) {
    List<SideHappening> led = new ArrayList<>();
    for (Member member : part.members()) {
      SideHappening happening = member.happening;
      if (happening != null && happening.first() == member) {
        led.add(happening);
      }
    }
    return led;
  }

  private void happenings(Part part, Set<Part> open) {
    List<Member> members = part.members();
    if (members.isEmpty()) {
      return;
    }
    int[] clusters = {0};
    if (members.size() > 1) {
      weigh(part);
      List<List<Member>> alone = members.stream().map(List::of).toList();
      clusters = Merging.within(part.sums(alone, false, weights::of), members.size());
    }
    Map<Integer, List<Member>> byFirst = new TreeMap<>();
    for (int i = 0; i < clusters.length; i++) {
      byFirst.computeIfAbsent(clusters[i], first -> new ArrayList<>()).add(members.get(i));
    }
    for (List<Member> cluster : byFirst.values()) {
      SideHappening before = cluster.getFirst().happening;
      if (before == null || !before.members.equals(cluster)) {
        SideHappening now = new SideHappening(cluster);
        for (Member member : cluster) {
          if (member.happening != null) {
            vanished.add(member.happening);
          }
          member.happening = now;
        }
        Part there = now.first().part(Member.ALL);
        if (there != null) {
          open.add(there);
        }
      } else {
        // One of them may have left and come back.
        cluster.forEach(member -> member.happening = before);
      }
    }
  }

  private void gather(Part part, List<SideHappening> there, Set<Gathering> after) {
    int[] clusters = new int[there.size()];
    if (there.size() > 1) {
      weigh(part);
      List<List<Member>> groups = there.stream().map(happening -> happening.members).toList();
      long[] sums = part.sums(groups, true, weights::of);
      clusters = Merging.across(sums, sizes(there), accounts(there));
    }
    Map<Integer, List<SideHappening>> byFirst = new TreeMap<>();
    for (int i = 0; i < clusters.length; i++) {
      byFirst.computeIfAbsent(clusters[i], first -> new ArrayList<>()).add(there.get(i));
    }
    for (List<SideHappening> cluster : byFirst.values()) {
      Gathering before = cluster.getFirst().gathering;
      if (before == null || !before.happenings.equals(cluster)) {
        Gathering now = new Gathering(cluster);
        cluster.forEach(happening -> happening.gathering = now);
        before = now;
      }
      after.add(before);
    }
  }

  private static int[] sizes(List<SideHappening> there) {
    return there.stream().mapToInt(happening -> happening.members.size()).toArray();
  }

  private static BitSet[] accounts(List<SideHappening> there) {
    Map<Integer, Integer> numbers = new HashMap<>();
    BitSet[] accounts = new BitSet[there.size()];
    for (int i = 0; i < accounts.length; i++) {
      int account = there.get(i).account();
      accounts[i] = new BitSet();
      accounts[i].set(numbers.computeIfAbsent(account, added -> numbers.size()));
    }
    return accounts;
  }

  private void weigh(Part part) {
    part.weigh(weights);
    Integer before = kept.put(part, part.kept());
    keptWeights += part.kept() - (before == null ? 0 : before);
    while (keptWeights > MOST_KEPT && kept.size() > 1) {
      Map.Entry<Part, Integer> eldest = kept.firstEntry();
      kept.remove(eldest.getKey());
      keptWeights -= eldest.getValue();
      eldest.getKey().forget();
    }
  }
}
