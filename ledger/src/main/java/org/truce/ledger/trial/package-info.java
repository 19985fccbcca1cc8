/**
 * Campaigns and measurements: crashes, tampering, simulated faults, speed.
 *
 * <p>Run by command and, in a short setting, by the tests.
 */
@NullMarked
package org.truce.ledger.trial;

import org.jspecify.annotations.NullMarked;
