/**
 * Signed notes, checkpoints, cosignatures, policies, receipts and fork proofs, in the text forms of
 * C2SP (signed-note, tlog-checkpoint, tlog-cosignature, tlog-policy, tlog-proof; commit 5ba5ee83).
 *
 * <p>Every reader is strict: one text has one meaning and one meaning has one text. What does not
 * fit is refused with {@link org.truce.ledger.tree.Malformed} and nothing else.
 */
@NullMarked
package org.truce.ledger.note;

import org.jspecify.annotations.NullMarked;
