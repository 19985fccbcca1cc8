/**
 * What the words of an agreement say of what is alleged: one clause of one reading against one
 * subject under one account.
 *
 * <p>Facts come in accounts. What an account leaves open is a set of completions; an outcome is
 * determined only if every completion agrees. An undetermined outcome names a smallest set of facts
 * that would decide it and two completions that differ. Disagreement between accounts is not doubt:
 * it is shown as such. docs/assessment.md gives the rules and what they guarantee.
 *
 * <p>A <em>breach</em> here is what the terms say of an allegation. Whether a violation occurred,
 * and who is responsible, is determined by people and never by this code.
 *
 * <p><em>Limits.</em> Facts are open independently of each other, except who attacked whom in a
 * clash. Where the true set of completions is smaller, an answer may be undetermined that could
 * have been determined; it is never determined wrongly for that reason.
 */
@NullMarked
package org.truce.assessment;

import org.jspecify.annotations.NullMarked;
