/**
 * The Merkle tree of RFC 6962 and its tiles (C2SP tlog-tiles): hashes, proofs, and where each tile
 * lies.
 *
 * <p>Pure. It knows no signatures and no entries' meaning; files are read through {@link
 * org.truce.ledger.tree.LogFiles}.
 */
@NullMarked
package org.truce.ledger.tree;

import org.jspecify.annotations.NullMarked;
