package org.truce.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.truce.report.Claim;
import org.truce.report.Claim.Category;
import org.truce.report.Claim.RevisionKind;

/** The numbers of people of one report in two versions: what was moved is not added. */
final class Tolls {
  private final List<Pair> changed = new ArrayList<>();

  private record Pair(Claim.Toll before, Claim.Toll now) {
    long rise() {
      return now.count().said() - before.count().said();
    }

    boolean isOf(Category category) {
      return now.category() == category && before.category() == category;
    }
  }

  /** Returns what changed between tolls of the same name, in the order of names. */
  static List<Revision> between(Map<String, Claim> before, Collection<Claim> now) {
    Tolls tolls = new Tolls();
    for (Claim claim : now) {
      if (claim instanceof Claim.Toll toll
          && before.get(toll.id().name()) instanceof Claim.Toll earlier
          && (!earlier.count().equals(toll.count()) || earlier.status() != toll.status())) {
        tolls.changed.add(new Pair(earlier, toll));
      }
    }
    return tolls.revisions();
  }

  private List<Revision> revisions() {
    List<Pair> left = new ArrayList<>(changed);
    List<Revision> revisions = new ArrayList<>();
    for (Pair pair : changed) {
      Optional<Pair> paid = left.contains(pair) ? paidBy(pair, left) : Optional.empty();
      Optional<RevisionKind> stated = stated(pair);
      Optional<RevisionKind> reason =
          stated.or(() -> paid.flatMap(other -> reason(pair, other))).or(() -> status(pair));
      if (reason.isPresent()) {
        revisions.add(revision(pair, reason, stated.isPresent()));
        left.remove(pair);
        paid.filter(other -> reason(pair, other).equals(reason)).ifPresent(left::remove);
      }
    }
    left.forEach(pair -> revisions.add(revision(pair, Optional.empty(), false)));
    return revisions;
  }

  /** A reason that the later version gives and the earlier did not. */
  private static Optional<RevisionKind> stated(Pair pair) {
    return pair.now.revision().equals(pair.before.revision())
        ? Optional.empty()
        : pair.now.revision().map(Claim.Revision::kind);
  }

  private static Optional<RevisionKind> status(Pair pair) {
    return pair.rise() == 0 && pair.now.status() != pair.before.status()
        ? Optional.of(RevisionKind.STATUS_CHANGE)
        : Optional.empty();
  }

  /** Another number of the report that fell by as much as this one rose. */
  private static Optional<Pair> paidBy(Pair pair, List<Pair> left) {
    return left.stream()
        .filter(other -> pair.rise() > 0 && other.rise() == -pair.rise())
        .filter(other -> reason(pair, other).isPresent())
        .findFirst();
  }

  private static Optional<RevisionKind> reason(Pair risen, Pair fallen) {
    if (risen.isOf(Category.KILLED) && fallen.isOf(Category.INJURED)) {
      return Optional.of(RevisionKind.LATE_DEATH);
    }
    boolean onlyStatus =
        risen.now.category() == fallen.now.category() && risen.now.status() != fallen.now.status();
    return onlyStatus ? Optional.of(RevisionKind.STATUS_CHANGE) : Optional.empty();
  }

  private static Revision revision(Pair pair, Optional<RevisionKind> reason, boolean stated) {
    return new Revision(
        pair.now.id(),
        new Change.Toll(
            pair.now.category(), pair.before.count(), pair.now.count(), reason, stated));
  }
}
