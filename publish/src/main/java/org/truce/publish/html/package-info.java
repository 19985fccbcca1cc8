/**
 * One HTML file that a person opens from the file system, with the network off: what was reported,
 * the map and the timeline, the tallies on one axis, and why each finding says what it says.
 *
 * <p>The file holds the released claims and nothing else: what an audience may not see is not in
 * it, not even hidden. Everything that comes from outside is data in the file and becomes text on
 * the screen, never markup. It does not decide anything: every outcome and count is the
 * assessment's.
 */
@NullMarked
package org.truce.publish.html;

import org.jspecify.annotations.NullMarked;
