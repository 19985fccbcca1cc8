/**
 * What the words of a passage can mean: vocabulary, numbers with units, times, places and people.
 *
 * <p>Vocabulary is data per language (tables beside the classes' resources); a word is found whole
 * or not at all, never by a part or a stem of it. Everything found is a {@link
 * org.truce.text.lexicon.Mention} at a position; nothing is decided about who says what.
 */
@NullMarked
package org.truce.text.lexicon;

import org.jspecify.annotations.NullMarked;
