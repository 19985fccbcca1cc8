/**
 * The durable record: segments of framed, checksummed records, forced in groups by one writer.
 *
 * <p>It repairs a torn tail, refuses damage anywhere else, and knows no signatures.
 */
@NullMarked
package org.truce.ledger.journal;

import org.jspecify.annotations.NullMarked;
