package org.truce.mechanism;

/**
 * One entry as the mechanism reads it back from the ledger.
 *
 * @param recordedAt when it was recorded, microseconds since 1970 UTC; the only clock of everything
 *     that is worked out from it
 * @param reconstructed whether that time was set afterwards, from when a historical report was said
 * @param content what it commits to
 */
record Entry(long recordedAt, boolean reconstructed, Content content) {}
