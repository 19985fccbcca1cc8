/**
 * What was noticed and how well anybody watched: counts by unit as ranges, hours watched and hours
 * without data, rates, and what came before, in and after a window.
 *
 * <p>Hours that nobody is known to have watched are no data, never zero. Units are never added
 * without a named {@link org.truce.coverage.CountingRule}. Whether two observers noticed the same
 * is decided only where a source says so; otherwise the count is a range.
 */
@NullMarked
package org.truce.coverage;

import org.jspecify.annotations.NullMarked;
