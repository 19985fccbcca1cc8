/**
 * Campaigns and measurements: simulated faults, killed processes, cut power, tampering.
 *
 * <p>Run by command and, in a short setting, by the tests.
 */
@NullMarked
package org.truce.ledger.trial;

import org.jspecify.annotations.NullMarked;
