/**
 * Who says what, where and when: from matches of rules to claims with verbatim spans.
 *
 * <p>A source holds in its own clause only; without one the outlet speaks. A place comes from the
 * same clause, else it is inherited and says so. A proposition that is denied makes no claim of its
 * own. Members of a total ("the first …, the second …") are parts of it.
 */
@NullMarked
package org.truce.text.claims;

import org.jspecify.annotations.NullMarked;
