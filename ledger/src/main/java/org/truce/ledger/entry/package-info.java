/**
 * What one leaf of the ledger says: a kind, a time, a salted commitment, public facts, and the
 * signatures of the people who approved it.
 *
 * <p>An entry never holds content. What was committed to lies outside the tree, encrypted.
 */
@NullMarked
package org.truce.ledger.entry;

import org.jspecify.annotations.NullMarked;
