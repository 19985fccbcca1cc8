/**
 * Everything that can be said of the numbers in a set of reports, put together: tallies, what was
 * noticed with the hours watched, alerts and disruptions.
 *
 * <p>It adds nothing up: each value keeps its unit, window and speaker.
 */
@NullMarked
package org.truce.numbers;

import org.jspecify.annotations.NullMarked;
