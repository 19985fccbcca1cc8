/**
 * Rules as data: a pattern over what was found in a passage, the type of claim it makes, and
 * examples that it must and must not match.
 *
 * <p>A rule begins at its first element, which decides where it is tried; gaps are bounded and
 * never leave the sentence, so that reading is linear in the length of the text. Rules know nothing
 * of who says what, where and when: that is the package {@code claims}.
 */
@NullMarked
package org.truce.text.rules;

import org.jspecify.annotations.NullMarked;
