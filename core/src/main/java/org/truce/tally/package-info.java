/**
 * Numbers that somebody gives over a window, without the single incidents.
 *
 * <p>{@link org.truce.tally.TallyReview} holds them against each other: parts against total ({@link
 * org.truce.tally.PartsCheck}), numbers that are among others ({@link
 * org.truce.tally.SubsetCheck}), running totals ({@link org.truce.tally.Series}), what one organ
 * contradicts ({@link org.truce.tally.Contradiction}), tolls by claimant ({@link
 * org.truce.tally.TollSeries}). {@link org.truce.tally.Comparability} says whether two parties'
 * tallies can be compared, {@link org.truce.tally.MatchCoverage} how much of one is backed by
 * incidents, {@link org.truce.tally.PartOf} which incidents lie within which sum.
 *
 * <p>A tally is never turned into incidents and never added to what was observed. Numbers of
 * different units are never added; a sum is made of the additive parts of one tally only.
 */
@NullMarked
package org.truce.tally;

import org.jspecify.annotations.NullMarked;
