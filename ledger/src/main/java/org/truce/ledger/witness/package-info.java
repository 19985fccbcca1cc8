/**
 * A witness that a state runs (C2SP tlog-witness), and the client that asks one.
 */
@NullMarked
package org.truce.ledger.witness;

import org.jspecify.annotations.NullMarked;
