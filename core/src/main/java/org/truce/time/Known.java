package org.truce.time;

import java.time.Instant;

/**
 * When the mechanism recorded something: its position in the ledger and the instant of that entry.
 *
 * <p>Assessing files offline has no ledger and therefore no known time.
 *
 * @param ledgerIndex position of the entry, from 0
 * @param recordedAt recorded time of the entry, UTC
 * @param reconstructed whether a historical import set the recorded time to the time it was said
 */
public record Known(long ledgerIndex, Instant recordedAt, boolean reconstructed) {
  public Known {
    if (ledgerIndex < 0) {
      throw new IllegalArgumentException("a ledger index is not negative, was " + ledgerIndex);
    }
  }
}
