/**
 * Files as the ledger needs them: append, force, atomic replacement, and what fails.
 *
 * <p>Two implementations keep one contract: the operating system, and a simulation that loses,
 * tears and reorders whatever was not forced.
 */
@NullMarked
package org.truce.ledger.storage;

import org.jspecify.annotations.NullMarked;
