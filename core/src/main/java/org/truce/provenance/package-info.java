/**
 * Who said it, in what capacity, where it can be checked, and who may see it.
 *
 * <p>Vocabulary: a <em>source</em> sends reports; <em>speakers</em> are whom it quotes, outermost
 * first; a <em>side</em> is a party of the agreement, the mission, or neutral. <em>Handling</em>,
 * <em>consent</em> and <em>least coarsening</em> travel with every report and claim.
 *
 * <p>It does not grade sources: grades are acts of people.
 */
@NullMarked
package org.truce.provenance;

import org.jspecify.annotations.NullMarked;
