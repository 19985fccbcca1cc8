/**
 * The compact form in which a state that was worked out is kept between two runs, so that it need
 * not be worked out again: whole numbers, texts and names of claims, one after the other.
 *
 * <p>It says nothing about what the numbers mean: whoever writes reads them back in the same order.
 * It is no form of exchange and no record; what reads it can always be made again from the ledger.
 */
@NullMarked
package org.truce.snapshot;

import org.jspecify.annotations.NullMarked;
