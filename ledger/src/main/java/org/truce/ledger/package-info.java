/**
 * The ledger as the mechanism uses it: append a batch, wait for a receipt of the level that is
 * needed, read in order, prove.
 *
 * <p>One journal is the record; tiles and checkpoints are published from it. It decides nothing
 * about what an entry means, except that an entry which needs two people is refused without them.
 */
@NullMarked
package org.truce.ledger;

import org.jspecify.annotations.NullMarked;
