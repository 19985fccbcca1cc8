package org.truce.mechanism;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.truce.report.Claim;
import org.truce.report.ClaimId;

/** What one entry touches while it is taken in. */
final class Touched {
  final Effects effects = new Effects();
  final List<Unjudged.Said> said = new ArrayList<>();

  /** Claims that stand no more. */
  final Set<ClaimId> gone = new HashSet<>();

  /** Claims that stand from now on, or say something else. */
  final Map<ClaimId, Claim> come = new TreeMap<>();

  /** Whether claims have to be sorted. */
  boolean sorted;

  /** Whether everything has to be judged again. */
  boolean judged;

  /** An act has changed what a report says: those of its claims that stand are taken back. */
  void refresh(long index, Reports reports, Incidents incidents) {
    gone.addAll(incidents.of(reports.id(index).orElseThrow()));
    say(index, reports);
  }

  /** Lets the claims stand that a report makes now. */
  void say(long index, Reports reports) {
    Reports.Now now = reports.now(index);
    said.add(new Unjudged.Said(index, reports.find(index).orElseThrow().entry(), now));
    if (now.speaks()) {
      for (Claim claim : now.report().claims()) {
        gone.remove(claim.id());
        come.put(claim.id(), claim);
      }
    }
    sorted = true;
  }
}
