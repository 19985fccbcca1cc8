package org.truce.incident.linkage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The same sorting as {@link Linkage}, kept up to date as rows come, go and are decided about: only
 * the components that a change touches are sorted anew.
 *
 * <p>After any sequence of changes {@link #happenings} equals what {@link Linkage#sorted} gives for
 * the rows that are there, whatever the order in which they came. Not safe for several threads.
 */
public final class LiveLinkage {
  private final ClaimTable table = new ClaimTable();
  private final LinkModel model;
  private final Neighbourhood neighbourhood = new Neighbourhood(table);
  private final Map<Long, Integer> rowOf = new HashMap<>();
  private final Map<Said, CopyGroup> groups = new HashMap<>();
  private final Map<Integer, List<int[]>> decided = new HashMap<>();
  private final Map<Integer, Set<Integer>> named = new HashMap<>();
  private int[][] links = new int[64][];
  private int[] happening = new int[64];
  private int[] leaderOf = new int[64];
  private Set<Integer> open = new HashSet<>();
  private SortedMap<Long, Long> before = new TreeMap<>();
  private final Map<Integer, KnownWeights> weighed = new HashMap<>();
  private final Component.Sorter sorter;

  /** Starts with nothing. The model must not be used by another engine meanwhile. */
  public LiveLinkage(LinkModel model) {
    this.model = model;
    this.sorter = new Component.Sorter(table, model, decided, Optional.of(weighed));
  }

  /**
   * What a change did: id of a row → id that names its happening, both as fingerprints; only rows
   * whose happening changed. 0 stands for a row that was or is not there.
   *
   * @param before as it was
   * @param after as it is
   */
  public record Delta(SortedMap<Long, Long> before, SortedMap<Long, Long> after) {}

  /** Returns how many rows are there. */
  public int size() {
    return rowOf.size();
  }

  /** Returns whether the row is there. */
  public boolean has(long id) {
    return rowOf.containsKey(id);
  }

  /**
   * Takes a row of another table.
   *
   * @throws IllegalArgumentException when a row of that id is there
   */
  public Delta insert(ClaimTable from, int row) {
    begin();
    add(from, row);
    return settle();
  }

  /** Puts a row in the place of the one with the same id, or inserts it. */
  public Delta correct(ClaimTable from, int row) {
    begin();
    if (has(from.order(row))) {
      remove(from.order(row));
    }
    add(from, row);
    return settle();
  }

  /**
   * Takes a row away.
   *
   * @throws IllegalArgumentException when there is none of that id
   */
  public Delta retract(long id) {
    begin();
    remove(id);
    return settle();
  }

  /** What is decided about two rows. */
  public enum Decision {
    TOGETHER,
    APART,
    OPEN
  }

  /** Decides about two rows; the latest decision counts. */
  public Delta decide(long one, long other, Decision decision) {
    begin();
    int a = row(one);
    int b = row(other);
    unlinkGroup(a);
    unlinkGroup(b);
    forget(a, b);
    if (decision != Decision.OPEN) {
      int weight = decision == Decision.TOGETHER ? LinkModel.CERTAIN : -LinkModel.CERTAIN;
      decided.computeIfAbsent(a, key -> new ArrayList<>()).add(new int[] {b, weight});
      decided.computeIfAbsent(b, key -> new ArrayList<>()).add(new int[] {a, weight});
    }
    linkGroup(a);
    linkGroup(b);
    return settle();
  }

  /** Names two rows that are to be compared although they are not near. */
  public Delta name(long one, long other) {
    begin();
    int a = row(one);
    int b = row(other);
    unlinkGroup(a);
    unlinkGroup(b);
    named.computeIfAbsent(a, key -> new HashSet<>()).add(b);
    named.computeIfAbsent(b, key -> new HashSet<>()).add(a);
    linkGroup(a);
    linkGroup(b);
    return settle();
  }

  /** Returns id of each row → id that names its happening. */
  public SortedMap<Long, Long> happenings() {
    SortedMap<Long, Long> all = new TreeMap<>();
    rowOf.forEach((id, row) -> all.put(id, nameOf(row)));
    return all;
  }

  /** Returns the id that names the happening of a row. */
  public long happening(long id) {
    return nameOf(row(id));
  }

  private long nameOf(int row) {
    return table.order(happening[leaderOf[row]]);
  }

  private int row(long id) {
    Integer row = rowOf.get(id);
    if (row == null) {
      throw new IllegalArgumentException("there is no row " + Long.toHexString(id));
    }
    return row;
  }

  private void begin() {
    open = new HashSet<>();
    before = new TreeMap<>();
  }

  private void add(ClaimTable from, int at) {
    if (has(from.order(at))) {
      throw new IllegalArgumentException("row " + Long.toHexString(from.order(at)) + " is there");
    }
    int row = table.addCopy(from, at);
    grow(row);
    rowOf.put(table.order(row), row);
    before.put(table.order(row), 0L);
    happening[row] = row;
    leaderOf[row] = row;
    links[row] = new int[0];
    CopyGroup group = group(row);
    if (group.isPlainCopy(row)) {
      group.add(row);
      leaderOf[row] = group.leader();
    } else {
      unlink(group);
      group.add(row);
      link(group);
    }
  }

  private void remove(long id) {
    int row = row(id);
    before.putIfAbsent(id, nameOf(row));
    CopyGroup group = group(row);
    List<Integer> others = partners(row);
    unlink(group);
    others.forEach(other -> forget(row, other));
    group.remove(row);
    weighed.remove(row);
    rowOf.remove(id);
    if (group.isEmpty()) {
      groups.remove(new Said(table, row));
    } else {
      link(group);
    }
    others.forEach(this::unlinkGroup);
    others.forEach(this::linkGroup);
  }

  private List<Integer> partners(int row) {
    Set<Integer> partners = new java.util.TreeSet<>(named.getOrDefault(row, Set.of()));
    decided.getOrDefault(row, List.of()).forEach(pair -> partners.add(pair[0]));
    return List.copyOf(partners);
  }

  private void forget(int one, int other) {
    forgetOneWay(one, other);
    forgetOneWay(other, one);
  }

  private void forgetOneWay(int one, int other) {
    decided.computeIfPresent(
        one,
        (key, pairs) -> {
          pairs.removeIf(pair -> pair[0] == other);
          return pairs.isEmpty() ? null : pairs;
        });
    if (!rowOf.containsKey(table.order(one)) || !rowOf.containsKey(table.order(other))) {
      named.computeIfPresent(
          one,
          (key, rows) -> {
            rows.remove(other);
            return rows.isEmpty() ? null : rows;
          });
    }
  }

  private void unlinkGroup(int row) {
    unlink(group(row));
  }

  private void linkGroup(int row) {
    link(group(row));
  }

  /** Takes the leaders of a group out of the graph. */
  private void unlink(CopyGroup group) {
    for (int leader : group.takeLeaders()) {
      remember(leader);
      int next = neighbourhood.remove(leader);
      cutLinks(leader);
      open.remove(leader);
      if (next != Neighbourhood.NOBODY) {
        open.add(next);
        connect(next);
      }
    }
  }

  private void cutLinks(int leader) {
    for (int other : links[leader]) {
      remember(other);
      links[other] = without(links[other], leader);
      open.add(other);
    }
    links[leader] = new int[0];
  }

  /** Chooses the leaders of a group and puts them into the graph. */
  private void link(CopyGroup group) {
    for (int row : group.rows()) {
      before.putIfAbsent(table.order(row), nameOf(row));
    }
    group.lead(decided.keySet(), leaderOf);
    for (int leader : group.leaders()) {
      happening[leader] = leader;
      open.add(leader);
      int waiting = neighbourhood.add(leader);
      connect(leader);
      if (waiting != Neighbourhood.NOBODY && waiting != leader) {
        cutLinks(waiting);
        open.add(waiting);
        connect(waiting);
      }
    }
  }

  private void connect(int leader) {
    neighbourhood.visit(leader, other -> tryLink(leader, other));
    for (int[] pair : decided.getOrDefault(leader, List.of())) {
      if (pair[1] > 0 && isLinked(pair[0])) {
        addLink(leader, pair[0]);
      }
    }
    group(leader).rows().stream()
        .filter(row -> leaderOf[row] == leader)
        .flatMap(row -> named.getOrDefault(row, Set.of()).stream())
        .map(other -> leaderOf[other])
        .filter(other -> other != leader && isLinked(other))
        .forEach(other -> tryLink(leader, other));
  }

  private boolean isLinked(int row) {
    return neighbourhood.has(row);
  }

  private void tryLink(int one, int other) {
    int weight = model.link(table, one, other);
    if (weight > model.least()) {
      addLink(one, other);
    }
  }

  private void addLink(int one, int other) {
    if (Arrays.stream(links[one]).noneMatch(linked -> linked == other)) {
      links[one] = with(links[one], other);
      links[other] = with(links[other], one);
    }
  }

  /** Notes how a leader and its copies were sorted, before that changes. */
  private void remember(int leader) {
    before.putIfAbsent(table.order(leader), nameOf(leader));
  }

  /** Sorts the components that were touched anew and says what changed. */
  private Delta settle() {
    Set<Integer> done = new HashSet<>();
    List<Integer> moved = new ArrayList<>();
    for (int start : open) {
      if (!done.contains(start) && isLinked(start)) {
        int[] rows = component(start, done);
        for (int row : rows) {
          remember(row);
          happening[row] = row;
          moved.add(row);
        }
        new Component(table, rows, rows.length > Component.LARGEST ? edges(rows) : new Edges())
            .sort(sorter, happening);
      }
    }
    return delta(moved);
  }

  private Delta delta(List<Integer> moved) {
    SortedMap<Long, Long> was = new TreeMap<>();
    SortedMap<Long, Long> is = new TreeMap<>();
    for (int leader : moved) {
      Long old = before.get(table.order(leader));
      if (old != null && old != nameOf(leader)) {
        for (int row : group(leader).rows()) {
          if (leaderOf[row] == leader) {
            before.putIfAbsent(table.order(row), old);
          }
        }
      }
    }
    before.forEach(
        (id, old) -> {
          long now = has(id) ? happening(id) : 0;
          if (now != old) {
            was.put(id, old);
            is.put(id, now);
          }
        });
    return new Delta(was, is);
  }

  private int[] component(int start, Set<Integer> done) {
    List<Integer> found = new ArrayList<>();
    ArrayDeque<Integer> next = new ArrayDeque<>(List.of(start));
    done.add(start);
    while (!next.isEmpty()) {
      int row = next.remove();
      found.add(row);
      for (int other : links[row]) {
        if (done.add(other)) {
          next.add(other);
        }
      }
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  private Edges edges(int[] rows) {
    Edges edges = new Edges();
    for (int row : rows) {
      for (int other : links[row]) {
        if (row < other) {
          edges.add(row, other, weightOfLink(row, other));
        }
      }
    }
    return edges;
  }

  private int weightOfLink(int one, int other) {
    boolean together =
        decided.getOrDefault(one, List.of()).stream()
            .anyMatch(pair -> pair[0] == other && pair[1] > 0);
    return together ? LinkModel.CERTAIN : model.weight(table, one, other);
  }

  /** The rows that say the same as one, if any is there. */
  private CopyGroup group(int row) {
    return groups.computeIfAbsent(new Said(table, row), key -> new CopyGroup(table));
  }

  private void grow(int row) {
    if (row == happening.length) {
      int more = row + row / 2;
      happening = Arrays.copyOf(happening, more);
      leaderOf = Arrays.copyOf(leaderOf, more);
      links = Arrays.copyOf(links, more);
    }
  }

  private static int[] with(int[] rows, int row) {
    int[] more = Arrays.copyOf(rows, rows.length + 1);
    more[rows.length] = row;
    return more;
  }

  private static int[] without(int[] rows, int row) {
    return Arrays.stream(rows).filter(other -> other != row).toArray();
  }
}
