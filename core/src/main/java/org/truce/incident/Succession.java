package org.truce.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Keeps the names of incidents while claims move: a cluster takes the name with which it shares
 * most claims; every other name that loses its claims points to where they went.
 *
 * <p>The names are history and depend on it; the sorting is not and does not. A value: each step
 * gives a new one, evaluated once for each entry of the record.
 *
 * @param members name → claims, by fingerprint
 * @param next number of the next name
 */
public record Succession(SortedMap<String, SortedSet<Long>> members, int next) {
  /** Nothing has a name yet. */
  public static final Succession NONE = new Succession(new TreeMap<>(), 1);

  /** What happened to a name. */
  public enum Change {
    CREATED,
    MERGED_INTO,
    SPLIT_FROM,
    MOVED,
    ENDED
  }

  /**
   * One change of one name.
   *
   * @param name whose change
   * @param change what happened
   * @param other the other name; the name itself when there is none
   * @param pinned whether a case rests on the name: its owner must be told, nothing moves silently
   */
  public record Event(String name, Change change, String other, boolean pinned) {}

  /**
   * The names after a step, and what changed.
   *
   * @param names the names
   * @param events in the order of names
   */
  public record Step(Succession names, List<Event> events) {
    public Step {
      events = List.copyOf(events);
    }
  }

  /**
   * Takes a step.
   *
   * @param before clusters that were touched, as they were, by any key
   * @param after the same claims and those that came, as they are, by any key
   * @param pinned names on which a case rests
   */
  public Step step(
      SortedSet<Long> before, SortedMap<Long, SortedSet<Long>> after, Set<String> pinned) {
    SortedMap<String, SortedSet<Long>> named = new TreeMap<>(members);
    Map<Long, String> nameOf = new HashMap<>();
    SortedSet<String> touched = new TreeSet<>();
    members.forEach(
        (name, claims) -> {
          claims.forEach(claim -> nameOf.put(claim, name));
          if (claims.stream().anyMatch(before::contains)) {
            touched.add(name);
          }
        });
    touched.forEach(named::remove);
    List<Event> events = new ArrayList<>();
    int number = next;
    for (SortedSet<Long> cluster : largestFirst(after)) {
      SortedMap<String, Integer> shares = shares(cluster, nameOf);
      String heir = heir(shares, named, pinned);
      if (heir.isEmpty()) {
        heir = "I-%06d".formatted(number++);
        events.add(new Event(heir, Change.CREATED, heir, false));
        for (String from : shares.keySet()) {
          events.add(new Event(heir, Change.SPLIT_FROM, from, pinned.contains(from)));
        }
      }
      named.put(heir, new TreeSet<>(cluster));
    }
    for (String name : touched) {
      events.addAll(fate(name, named, pinned));
    }
    return new Step(new Succession(named, number), events);
  }

  private static List<SortedSet<Long>> largestFirst(SortedMap<Long, SortedSet<Long>> after) {
    List<SortedSet<Long>> clusters = new ArrayList<>(after.values());
    clusters.sort(
        (a, b) ->
            a.size() != b.size()
                ? Integer.compare(b.size(), a.size())
                : Long.compare(a.first(), b.first()));
    return clusters;
  }

  private static SortedMap<String, Integer> shares(
      SortedSet<Long> cluster, Map<Long, String> nameOf) {
    SortedMap<String, Integer> shares = new TreeMap<>();
    for (long claim : cluster) {
      String name = nameOf.get(claim);
      if (name != null) {
        shares.merge(name, 1, Integer::sum);
      }
    }
    return shares;
  }

  /** Pinned before unpinned, then the most claims, then the older name. */
  private static String heir(
      SortedMap<String, Integer> shares, Map<String, SortedSet<Long>> taken, Set<String> pinned) {
    String best = "";
    for (Map.Entry<String, Integer> share : shares.entrySet()) {
      String name = share.getKey();
      boolean free = !taken.containsKey(name);
      boolean better =
          best.isEmpty()
              || (pinned.contains(name) && !pinned.contains(best))
              || (pinned.contains(name) == pinned.contains(best)
                  && share.getValue() > shares.getOrDefault(best, 0));
      best = free && better ? name : best;
    }
    return best;
  }

  private List<Event> fate(
      String name, SortedMap<String, SortedSet<Long>> named, Set<String> pinned) {
    SortedSet<Long> old = members.getOrDefault(name, new TreeSet<>());
    SortedSet<Long> now = named.get(name);
    if (now != null && now.equals(old)) {
      return List.of();
    }
    if (now != null) {
      return List.of(new Event(name, Change.MOVED, name, pinned.contains(name)));
    }
    return named.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(old::contains))
        .map(Map.Entry::getKey)
        .findFirst()
        .map(into -> List.of(new Event(name, Change.MERGED_INTO, into, pinned.contains(name))))
        .orElse(List.of(new Event(name, Change.ENDED, name, pinned.contains(name))));
  }
}
