package org.truce.incident;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.truce.incident.linkage.Fingerprint;

/**
 * Which claims a day and a place bring together: those of one day in the same or touching squares
 * of half a degree. Claims that give no position meet by copied words ({@link TextSketch}), claims
 * of more than three days by name alone.
 *
 * <p>A crowd is thinned by a rule that depends on the set only: of one account in one square on one
 * day the claims with the smallest numbers meet others, up to a limit, the rest wait. So a flood
 * from one side never crowds out the claims of another.
 */
final class Grid {
  private final int most;

  private final Map<Long, Square> squares = new HashMap<>();
  private int visit;

  /** Who is compared first in a crowd. */
  private static final Comparator<Member> FIRST =
      Comparator.comparingLong((Member member) -> member.order)
          .thenComparing(Comparator.naturalOrder());

  /**
   * Nobody yet.
   *
   * @param most of one account in one square on one day that are compared with others
   */
  Grid(int most) {
    this.most = most;
  }

  /** The claims of one square on one day, their times beside them: most visits look no further. */
  private static final class Square {
    private Member[] members = new Member[4];
    private long[] from = new long[4];
    private long[] to = new long[4];
    private int size;
    private final Map<Integer, Crowd> crowds = new HashMap<>();

    void add(Member member) {
      if (size == members.length) {
        members = Arrays.copyOf(members, 2 * size);
        from = Arrays.copyOf(from, 2 * size);
        to = Arrays.copyOf(to, 2 * size);
      }
      members[size] = member;
      from[size] = member.from;
      to[size] = member.to;
      size++;
    }

    void remove(Member member) {
      for (int i = 0; i < size; i++) {
        if (members[i] == member) {
          size--;
          members[i] = members[size];
          from[i] = from[size];
          to[i] = to[size];
        }
      }
    }
  }

  /** How many of one account are compared, and who waits. */
  private static final class Crowd {
    private int compared;
    private final TreeSet<Member> waiting = new TreeSet<>(FIRST);
  }

  private static long key(Cell cell) {
    if (!cell.isOfWords()) {
      return key(cell.day(), cell.row(), cell.column());
    }
    long words =
        Fingerprint.mix((long) cell.row() << Integer.SIZE | (cell.column() & 0xffff_ffffL));
    return Fingerprint.mix(words + cell.day());
  }

  private static long key(long day, int row, int column) {
    return (day << 24) ^ ((row & 0xfffL) << 12) ^ (column & 0xfffL);
  }

  /**
   * Returns who would have to wait in a square because the claim comes; the claim itself in the
   * squares in which it has to. Take them out first; put them back after it, in this order.
   */
  Set<Member> displacedBy(Member member) {
    Set<Member> displaced = new TreeSet<>(FIRST);
    for (Cell cell : member.lies) {
      Square square = squares.get(key(cell));
      Crowd crowd = square == null ? null : square.crowds.get(member.account);
      if (square != null && crowd != null && crowd.compared == most) {
        Member last = last(square, member.account);
        displaced.add(FIRST.compare(last, member) > 0 ? last : member);
      }
    }
    return displaced;
  }

  /** Puts a claim in; afterwards its cells are those in which it is compared. */
  void add(Member member) {
    List<Cell> compared = new ArrayList<>();
    for (Cell cell : member.lies) {
      Square square = squares.computeIfAbsent(key(cell), at -> new Square());
      Crowd crowd = square.crowds.computeIfAbsent(member.account, account -> new Crowd());
      if (crowd.compared < most) {
        put(square, crowd, member);
        compared.add(cell);
      } else {
        Member last = last(square, member.account);
        if (FIRST.compare(last, member) > 0) {
          throw new IllegalStateException(last + " was not taken out for " + member);
        }
        crowd.waiting.add(member);
      }
    }
    member.cells = compared;
  }

  /** Puts a claim back as it was: compared in its cells, waiting in the others in which it lies. */
  void restore(Member member) {
    List<Cell> compared = new ArrayList<>(member.cells);
    for (Cell cell : member.lies) {
      Square square = squares.computeIfAbsent(key(cell), at -> new Square());
      Crowd crowd = square.crowds.computeIfAbsent(member.account, account -> new Crowd());
      if (compared.remove(cell)) {
        put(square, crowd, member);
      } else {
        crowd.waiting.add(member);
      }
    }
  }

  /**
   * Takes a claim out and returns those that waited and can be compared now: take them all out,
   * then put them back in this order.
   */
  Set<Member> remove(Member member) {
    Set<Member> next = new TreeSet<>(FIRST);
    for (Cell cell : member.lies) {
      Square square = squares.get(key(cell));
      Crowd crowd = square == null ? null : square.crowds.get(member.account);
      if (square == null || crowd == null) {
        continue;
      }
      if (crowd.waiting.remove(member)) {
        continue;
      }
      crowd.compared--;
      square.remove(member);
      if (!crowd.waiting.isEmpty()) {
        next.add(crowd.waiting.first());
      }
      if (square.size == 0) {
        squares.remove(key(cell));
      }
    }
    return next;
  }

  private static void put(Square square, Crowd crowd, Member member) {
    square.add(member);
    crowd.compared++;
  }

  private static Member last(Square square, int account) {
    Member last = null;
    for (int i = 0; i < square.size; i++) {
      Member member = square.members[i];
      if (member.account == account && (last == null || FIRST.compare(member, last) > 0)) {
        last = member;
      }
    }
    return java.util.Objects.requireNonNull(last);
  }

  /**
   * Hands over everybody with whom a claim is compared, each once.
   *
   * @param atOnce whether only those whose times overlap its own
   */
  void visit(Member member, boolean atOnce, Consumer<Member> visitor) {
    visit++;
    member.visited = visit;
    for (Cell cell : member.cells) {
      if (cell.isOfWords()) {
        visit(squares.get(key(cell)), member, atOnce, visitor);
        continue;
      }
      for (int row = cell.row() - 1; row <= cell.row() + 1; row++) {
        for (int column = cell.column() - 1; column <= cell.column() + 1; column++) {
          visit(squares.get(key(cell.day(), row, column)), member, atOnce, visitor);
        }
      }
    }
  }

  private void visit(
      @Nullable Square square, Member member, boolean atOnce, Consumer<Member> visitor) {
    for (int i = 0; square != null && i < square.size; i++) {
      if (atOnce && (square.from[i] >= member.to || member.from >= square.to[i])) {
        continue;
      }
      Member other = square.members[i];
      if (other.visited != visit) {
        other.visited = visit;
        visitor.accept(other);
      }
    }
  }
}
