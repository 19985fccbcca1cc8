package org.truce.mechanism;

/**
 * What whoever sends something gets back once it is durable.
 *
 * @param index index of its entry in the ledger
 * @param repeated whether the same sender had sent the same before; the index is the one of then
 */
public record Receipt(long index, boolean repeated) {}
