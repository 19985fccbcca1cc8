/**
 * The projection of a mechanism's ledger: rows in plain tables that say from which ledger index to
 * which they were known.
 *
 * <p>Nothing is overwritten: a row that changes is closed with a known-to and a new one is opened.
 * Everything here can be thrown away and made again from the ledger; docs/tables.md describes every
 * table. This package decides nothing: what a row says is worked out elsewhere.
 */
@NullMarked
package org.truce.store;

import org.jspecify.annotations.NullMarked;
