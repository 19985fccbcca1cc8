/**
 * Text as tokens that never lose their place: folding, words, quotations, sentences and clauses.
 *
 * <p>Offsets count UTF-16 units of the document as it was received. Folding (marks, bidi controls,
 * letter variants, digits) happens token by token and only in the token's lookup form, so that
 * every span is a verbatim piece of the document. What a reader of the page cannot see (comments,
 * hidden elements) has no tokens. This package knows letters and punctuation, no vocabulary.
 */
@NullMarked
package org.truce.text.words;

import org.jspecify.annotations.NullMarked;
