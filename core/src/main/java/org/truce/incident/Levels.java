package org.truce.incident;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.truce.incident.Edges.Edge;

/**
 * Cuts claims into parts that are sorted apart from each other, none too large, and keeps that up
 * to date as claims come and go.
 *
 * <p>Claims that no chain of positive weights connects can never come together. Where such a chain
 * connects too many, more weight is asked for, step by step; a claim that has no such weight is
 * parted from the others of its step by the number of its id, bit by bit. So the part of a claim
 * depends on the set alone, and the work of a change is bounded whatever is sent: of too many it is
 * never known who they are, only that they are too many.
 */
final class Levels {
  private static final int STEP = 500;

  /** Levels from here on part by bits of the number; before them by weight. */
  private static final int BY_NUMBER = 1_000;

  private static final int MOST_BITS = 16;

  private final int which;
  private final int largest;
  private final int most;
  private final MemberWeight weights;
  private final Function<Member, List<Edge>> edges;
  private final Set<Part> touched = new LinkedHashSet<>();

  /**
   * No claims yet.
   *
   * @param which of one account or of all
   * @param largest most claims of a part
   * @param most that a pair can weigh of which nobody says anything
   * @param edges the positive weights of a claim
   */
  Levels(
      int which, int largest, int most, MemberWeight weights, Function<Member, List<Edge>> edges) {
    this.which = which;
    this.largest = largest;
    this.most = most;
    this.weights = weights;
    this.edges = edges;
  }

  /** Returns the parts that changed since this was last asked; those that are empty too. */
  Set<Part> takeTouched() {
    Set<Part> taken = new LinkedHashSet<>(touched);
    touched.clear();
    return taken;
  }

  /** Puts a claim in. */
  void add(Member member) {
    List<Edge> all = edges.apply(member);
    Set<Member> again = new TreeSet<>();
    for (Edge edge : all) {
      Member other = edge.other();
      if (other.part(which) != null && counted(edge) > other.strongest(which)) {
        boolean moves = isByNumber(levelOf(other)) && step(counted(edge)) > stepOf(other);
        if (moves) {
          again.add(other);
        } else {
          other.putStrongest(counted(edge), which);
        }
      }
    }
    // They come back with more weight: what they connect by weight stays connected.
    again.forEach(other -> takeOut(other, BY_NUMBER + 1));
    place(member, all);
    again.forEach(other -> place(other, edges.apply(other)));
  }

  /** Takes a claim out. */
  void remove(Member member) {
    List<Edge> all = edges.apply(member);
    takeOut(member, 0);
    Set<Member> again = new TreeSet<>();
    for (Edge edge : all) {
      Member other = edge.other();
      if (other.part(which) != null && counted(edge) == other.strongest(which)) {
        int before = stepOf(other);
        int strongest = strongest(placed(edges.apply(other)));
        if (step(strongest) < before && levelOf(other) > step(strongest)) {
          again.add(other);
        } else {
          other.putStrongest(strongest, which);
        }
      }
    }
    again.forEach(other -> takeOut(other, 0));
    again.forEach(other -> place(other, standing(edges.apply(other), again)));
  }

  private int counted(Edge edge) {
    return Math.min(edge.weight(), most);
  }

  private int strongest(List<Edge> all) {
    int strongest = 0;
    for (Edge edge : all) {
      strongest = Math.max(strongest, counted(edge));
    }
    return strongest;
  }

  private List<Edge> placed(List<Edge> all) {
    return standing(all, Set.of());
  }

  /** The edges to those that are placed or come back at once. */
  private List<Edge> standing(List<Edge> all, Set<Member> back) {
    return all.stream()
        .filter(edge -> edge.other().part(which) != null || back.contains(edge.other()))
        .toList();
  }

  /** The highest level at which a weight still connects. */
  private static int step(int weight) {
    return Math.max(0, (weight - 1) / STEP);
  }

  private int stepOf(Member member) {
    return step(member.strongest(which));
  }

  private int levelOf(Member member) {
    return partOf(member).level;
  }

  private Part partOf(Member member) {
    return java.util.Objects.requireNonNull(member.part(which), member.id::toString);
  }

  private static boolean isByNumber(int level) {
    return level > BY_NUMBER;
  }

  private static boolean isLast(int level) {
    return level > BY_NUMBER + MOST_BITS;
  }

  private int next(Member member, int level) {
    return level < stepOf(member) || isByNumber(level) ? level + 1 : BY_NUMBER + 1;
  }

  private boolean connects(int level, int weight, Member one, Member other) {
    if (weight <= 0 || isLast(level)) {
      return false;
    }
    if (!isByNumber(level)) {
      return weight > level * STEP;
    }
    int step = stepOf(one);
    return step == stepOf(other)
        && weight > step * STEP
        && (weight >= PairWeight.CERTAIN
            || (one.order ^ other.order) >>> (Long.SIZE - (level - BY_NUMBER)) == 0);
  }

  /** Finds the first level at which a claim is connected with few enough. */
  private void place(Member member, List<Edge> all) {
    member.putStrongest(strongest(all), which);
    List<Edge> there = new ArrayList<>(all.size());
    for (Edge edge : all) {
      if (edge.other().part(which) != null) {
        there.add(edge);
        // Whoever was taken out with it comes back with it.
        edge.other().putStrongest(Math.max(edge.other().strongest(which), counted(edge)), which);
      }
    }
    int level = 0;
    while (!joined(member, there, level)) {
      level = next(member, level);
    }
  }

  /** Joins the parts of a level with a claim, unless they are too many: then they are cut. */
  private boolean joined(Member member, List<Edge> all, int level) {
    Set<Part> parts = new LinkedHashSet<>();
    boolean many = false;
    int size = 1;
    for (Edge edge : all) {
      if (connects(level, edge.weight(), member, edge.other())) {
        Part part = partOf(edge.other());
        if (part.level == level) {
          size += parts.add(part) ? part.size() : 0;
        } else {
          many = true;
        }
      }
    }
    if (!many && size <= largest) {
      join(member, parts, level);
      return true;
    }
    parts.forEach(this::cut);
    return false;
  }

  private void join(Member member, Set<Part> parts, int level) {
    Part joined = new Part(level, which);
    for (Part part : parts) {
      joined = part.size() > joined.size() ? part : joined;
    }
    for (Part part : parts) {
      if (part != joined) {
        List<Member> moved = List.copyOf(part.members());
        part.clear();
        touched.add(part);
        moved.forEach(joined::add);
      }
    }
    joined.add(member);
    touched.add(joined);
  }

  /** Parts what turned out to be connected with too many, each claim at its next level. */
  private void cut(Part part) {
    List<Member> members = List.copyOf(part.members());
    part.weigh(weights);
    int[] roots = new int[members.size()];
    Arrays.setAll(roots, i -> i);
    for (int i = 0; i < roots.length; i++) {
      for (int j = 0; j < i; j++) {
        int level = next(members.get(i), part.level);
        Member one = members.get(i);
        Member other = members.get(j);
        if (level == next(other, part.level)
            && connects(level, part.weight(one, other), one, other)) {
          join(roots, i, j);
        }
      }
    }
    part.clear();
    touched.add(part);
    Part[] parts = new Part[roots.length];
    for (int i = 0; i < roots.length; i++) {
      int root = root(roots, i);
      if (root == i) {
        parts[i] = new Part(next(members.get(i), part.level), which);
        touched.add(parts[i]);
      }
      parts[root].add(members.get(i));
    }
  }

  private static void join(int[] roots, int a, int b) {
    int one = root(roots, a);
    int other = root(roots, b);
    roots[Math.max(one, other)] = Math.min(one, other);
  }

  private static int root(int[] roots, int node) {
    int at = node;
    while (roots[at] != at) {
      roots[at] = roots[roots[at]];
      at = roots[at];
    }
    return at;
  }

  /**
   * Takes a claim out of its part, and finds what is no longer connected with too many.
   *
   * @param from the first level at which that can be
   */
  private void takeOut(Member member, int from) {
    Part part = partOf(member);
    part.remove(member);
    member.putInto(null, which);
    touched.add(part);
    List<Member> left = List.copyOf(part.members());
    part.clear();
    regroup(left, part.level);
    if (part.level <= from) {
      return;
    }
    List<Edge> all = edges.apply(member);
    for (int level = from; level != part.level; level = next(member, level)) {
      Set<Member> many = new HashSet<>();
      for (Edge edge : all) {
        Member other = edge.other();
        if (other.part(which) != null
            && !many.contains(other)
            && connects(level, edge.weight(), member, other)
            && levelOf(other) > level) {
          settle(other, level, many);
        }
      }
    }
  }

  /** Puts claims of one level back, connected as they are without whoever left. */
  private void regroup(List<Member> left, int level) {
    for (Member member : left) {
      member.putInto(null, which);
    }
    Set<Member> open = new LinkedHashSet<>(left);
    while (!open.isEmpty()) {
      Part part = new Part(level, which);
      ArrayDeque<Member> next = new ArrayDeque<>();
      next.add(open.iterator().next());
      open.remove(next.getFirst());
      while (!next.isEmpty()) {
        Member one = next.remove();
        part.add(one);
        for (Edge edge : edges.apply(one)) {
          if (open.contains(edge.other()) && connects(level, edge.weight(), one, edge.other())) {
            open.remove(edge.other());
            next.add(edge.other());
          }
        }
      }
      touched.add(part);
    }
  }

  /**
   * Looks from a claim how many it is still connected with at a level; stops when they are too
   * many.
   *
   * @param many those known to be connected with too many; more are added
   */
  private void settle(Member start, int level, Set<Member> many) {
    Set<Member> found = new LinkedHashSet<>(List.of(start));
    ArrayDeque<Member> next = new ArrayDeque<>(found);
    while (!next.isEmpty()) {
      Member one = next.remove();
      for (Edge edge : edges.apply(one)) {
        Member other = edge.other();
        if (other.part(which) != null
            && connects(level, edge.weight(), one, other)
            && found.add(other)) {
          if (found.size() > largest || many.contains(other)) {
            many.addAll(found);
            return;
          }
          next.add(other);
        }
      }
    }
    Part part = new Part(level, which);
    for (Member member : found) {
      Part was = partOf(member);
      was.clear();
      touched.add(was);
    }
    found.forEach(part::add);
    touched.add(part);
  }
}
