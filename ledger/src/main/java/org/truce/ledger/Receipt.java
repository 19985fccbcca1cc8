package org.truce.ledger;

/**
 * What can be relied on for a batch.
 *
 * @param first index of its first record, from 0
 * @param count number of records; they are consecutive
 * @param level reached when the receipt was given
 */
public record Receipt(long first, int count, Level level) {}
