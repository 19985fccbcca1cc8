package org.truce.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.truce.report.ClaimId;

/**
 * The happenings that are one incident. It stays the same object for as long as they are the same.
 */
public final class Gathering {
  final List<SideHappening> happenings;
  private long number;

  Gathering(List<SideHappening> happenings) {
    this.happenings = List.copyOf(happenings);
  }

  /** Returns the number under which it is on record; 0 as long as it was given none. */
  public long number() {
    return number;
  }

  /** Gives it the number under which it is on record; 0 takes it back. */
  public void number(long given) {
    number = given;
  }

  /** Returns the ids of the claims that are its members, sorted. */
  public List<ClaimId> ids() {
    List<Member> members = members();
    return members.size() == 1
        ? List.of(members.getFirst().id)
        : members.stream().map(member -> member.id).toList();
  }

  /** Returns the ids of its members and of these others, sorted. */
  public List<ClaimId> with(Set<ClaimId> others) {
    if (others.isEmpty()) {
      return ids();
    }
    List<ClaimId> all = new ArrayList<>(ids());
    all.addAll(others);
    all.sort(null);
    return List.copyOf(all);
  }

  /** Returns the claims that are its members, sorted by id. */
  List<Member> members() {
    if (happenings.size() == 1) {
      return happenings.getFirst().members;
    }
    List<Member> members = new ArrayList<>();
    happenings.forEach(happening -> members.addAll(happening.members));
    members.sort(null);
    return members;
  }
}
