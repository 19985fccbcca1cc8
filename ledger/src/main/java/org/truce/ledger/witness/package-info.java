/**
 * A witness that a state runs (C2SP tlog-witness): it cosigns what is consistent with everything it
 * has cosigned before, and refuses the rest.
 */
@NullMarked
package org.truce.ledger.witness;

import org.jspecify.annotations.NullMarked;
