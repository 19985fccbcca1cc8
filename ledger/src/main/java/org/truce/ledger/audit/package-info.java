/**
 * The offline verifier: a published folder, a receipt or two checkpoints against a policy.
 *
 * <p>It needs nothing of the log's operator but the published files.
 */
@NullMarked
package org.truce.ledger.audit;

import org.jspecify.annotations.NullMarked;
