package org.truce.incident;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One happening as one account tells it: claims of that account, sorted by id. */
final class SideHappening {
  final List<Member> members;

  /** The incident to which it belongs now. */
  @Nullable Gathering gathering;

  SideHappening(List<Member> members) {
    this.members = List.copyOf(members);
  }

  Member first() {
    return members.getFirst();
  }

  int account() {
    return first().account;
  }
}
