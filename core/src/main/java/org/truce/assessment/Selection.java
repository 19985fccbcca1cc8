package org.truce.assessment;

import java.time.Instant;
import java.util.Optional;
import org.truce.provenance.Audience;
import org.truce.time.TimeSpan;

/**
 * What is asked of an assessment.
 *
 * @param saidBy only what had certainly been said by then, UTC; empty: everything
 * @param about only incidents that can have happened in this span; empty: all
 * @param reading only this reading; empty: all
 * @param audience for whom it is made
 */
public record Selection(
    Optional<Instant> saidBy,
    Optional<TimeSpan> about,
    Optional<String> reading,
    Audience audience) {

  /** Everything, for the mission. */
  public static final Selection ALL =
      new Selection(Optional.empty(), Optional.empty(), Optional.empty(), Audience.MISSION);
}
