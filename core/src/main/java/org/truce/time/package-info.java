/**
 * When something happened, was said or was recorded: half-open intervals with hard bounds, and
 * local wall times as agreements write them.
 *
 * <p>Three times are never mixed (docs/architecture.md): <em>about</em> (when it happened),
 * <em>said</em> (when the source said it) and <em>known</em> (when the mechanism recorded it). The
 * first two are {@link org.truce.time.TimeSpan}s; the third is a ledger position with an instant,
 * {@link org.truce.time.Known}, and exists only in a running mechanism.
 *
 * <p>This package reads no clock: the present is always an argument.
 */
@NullMarked
package org.truce.time;

import org.jspecify.annotations.NullMarked;
