/**
 * A ceasefire agreement as data: parties and other actors, clauses with one deontic verb each,
 * terms of force, and readings, which are complete interpretations that somebody asserts.
 *
 * <p>docs/agreement-language.md describes the form. What the form allows and this version cannot
 * judge is refused when it is read, so that no term is ever accepted silently. Nothing has a
 * default: who is bound, from when, where and with which exception is written or an error.
 *
 * <p>Judging is done in the assessment package.
 */
@NullMarked
package org.truce.agreement;

import org.jspecify.annotations.NullMarked;
