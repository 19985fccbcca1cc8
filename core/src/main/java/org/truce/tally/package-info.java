/**
 * Numbers that somebody gives over a window, without the single incidents: parts against total, and
 * whether two tallies can be compared.
 *
 * <p>A tally is never turned into incidents and never added to what was observed. Numbers of
 * different units are never added; a sum is made of the additive parts of one tally only.
 */
@NullMarked
package org.truce.tally;

import org.jspecify.annotations.NullMarked;
