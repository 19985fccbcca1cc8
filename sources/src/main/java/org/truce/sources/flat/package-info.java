/**
 * One claim a row, as CSV, for millions of them: enough to sort claims into incidents, not enough
 * to judge them.
 *
 * <p>The columns are named in {@link org.truce.sources.flat.FlatRows#HEADER} and described in
 * docs/fusion.md. A row that cannot be read is kept with its line, its value and the reason.
 */
@NullMarked
package org.truce.sources.flat;

import org.jspecify.annotations.NullMarked;
