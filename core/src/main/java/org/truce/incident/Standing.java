package org.truce.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.truce.report.ClaimId;
import org.truce.report.ReportId;

/** The claims that stand, found by their reports: most reports make one. */
final class Standing {
  private Map<ReportId, List<Claimed>> byReport = new HashMap<>();
  private int size;

  /** A claim that stands, with what is kept of it. */
  sealed interface Claimed permits Member, Other {
    ClaimId id();
  }

  /**
   * A claim that is no member of an incident by itself.
   *
   * @param refersTo the claim as which it belongs to an incident
   */
  record Other(ClaimId id, Optional<ClaimId> refersTo) implements Claimed {}

  /** Makes room at once for as many reports as are put back. */
  void makeRoom(int reports) {
    byReport = HashMap.newHashMap(reports);
  }

  int size() {
    return size;
  }

  @Nullable Claimed find(ClaimId id) {
    List<Claimed> claims = byReport.get(id.report());
    return claims == null ? null : find(claims, id);
  }

  private static @Nullable Claimed find(List<Claimed> claims, ClaimId id) {
    for (Claimed each : claims) {
      if (each.id().equals(id)) {
        return each;
      }
    }
    return null;
  }

  @Nullable Member member(ClaimId id) {
    return find(id) instanceof Member member ? member : null;
  }

  /** Returns the ids of the claims of a report, sorted. */
  List<ClaimId> of(ReportId report) {
    return byReport.getOrDefault(report, List.of()).stream().map(Claimed::id).sorted().toList();
  }

  /** Puts a claim in that does not stand yet. */
  void put(Claimed claim) {
    ReportId report = claim.id().report();
    List<Claimed> others = byReport.get(report);
    if (others == null) {
      byReport.put(report, List.of(claim));
    } else if (others.size() == 1) {
      List<Claimed> several = new ArrayList<>(others);
      several.add(claim);
      byReport.put(report, several);
    } else {
      others.add(claim);
    }
    size++;
  }

  void remove(Claimed claim) {
    ReportId report = claim.id().report();
    List<Claimed> claims = new ArrayList<>(byReport.getOrDefault(report, List.of()));
    if (!claims.remove(claim)) {
      throw new IllegalArgumentException(claim.id() + " does not stand");
    }
    switch (claims.size()) {
      case 0 -> byReport.remove(report);
      case 1 -> byReport.put(report, List.of(claims.getFirst()));
      default -> byReport.put(report, claims);
    }
    size--;
  }

  /** Returns all, in no particular order. */
  Iterable<Claimed> all() {
    return () -> byReport.values().stream().flatMap(Collection::stream).iterator();
  }
}
