package org.truce.incident;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.truce.report.ByReport;
import org.truce.report.ClaimId;
import org.truce.report.ReportId;

/** The claims that stand, found by their reports. */
final class Standing {
  private final ByReport<Claimed> byReport = new ByReport<>(claim -> claim.id().report());

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

  /** Makes room at once for as many claims as are put back. */
  void makeRoom(int claims) {
    byReport.makeRoom(claims);
  }

  @Nullable Claimed find(ClaimId id) {
    return byReport.find(id.report(), claim -> claim.id().name().equals(id.name()));
  }

  @Nullable Member member(ClaimId id) {
    return find(id) instanceof Member member ? member : null;
  }

  /** Returns the ids of the claims of a report, sorted. */
  List<ClaimId> of(ReportId report) {
    return byReport.all(report).stream().map(Claimed::id).sorted().toList();
  }

  /** Puts a claim in that does not stand yet. */
  void put(Claimed claim) {
    byReport.put(claim);
  }

  void remove(Claimed claim) {
    if (!byReport.remove(claim)) {
      throw new IllegalArgumentException(claim.id() + " does not stand");
    }
  }

  /** Returns all, in no particular order. */
  Iterable<Claimed> all() {
    return byReport;
  }
}
