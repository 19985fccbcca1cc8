package org.truce.mechanism;

import java.time.Instant;
import java.util.Optional;
import org.truce.provenance.Audience;
import org.truce.time.TimeSpan;

/**
 * As of when, about when and for whom a view is.
 *
 * @param about only what can have happened in this span; empty: any time
 * @param saidBy only what had certainly been said by then; empty: whatever was recorded
 * @param index as the mechanism knew it once the entry of this ledger index had its effect
 * @param audience for whom; decides what is withheld, also when things became known
 */
public record Asked(
    Optional<TimeSpan> about, Optional<Instant> saidBy, long index, Audience audience) {}
