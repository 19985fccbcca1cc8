package org.truce.mechanism;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.truce.report.ClaimId;

/**
 * What an entry changed, before the incidents that it touched are judged.
 *
 * @param effects the rows that it changed so far
 * @param said reports that say something else from now on, with all their claims
 * @param gone claims that stand no more
 * @param sorted what changed of incidents, if claims or decisions did
 * @param judging by what incidents are judged from this entry on
 * @param everything whether all incidents have to be judged again
 */
record Unjudged(
    Effects effects,
    List<Said> said,
    Set<ClaimId> gone,
    Optional<Incidents.Delta> sorted,
    Judging judging,
    boolean everything) {

  /**
   * What a report says now.
   *
   * @param index of its entry
   */
  record Said(long index, Entry entry, Reports.Now now) {}
}
