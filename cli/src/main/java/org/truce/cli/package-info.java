/**
 * The command line: {@code truce}. It reads files, calls the core and prints; every decision is
 * made in the core.
 *
 * <p>Exit codes: 0 done, 1 a check that was asked for found something, 2 bad usage or unusable
 * input.
 */
@NullMarked
package org.truce.cli;

import org.jspecify.annotations.NullMarked;
