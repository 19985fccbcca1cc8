/**
 * What a source changed between two dated versions of its data.
 *
 * <p>{@link org.truce.revision.Revisions#between} sets each report of the earlier version beside
 * the report of the same number in the later one, value by value. A class or name that was renamed
 * throughout, and a number or word that is only written otherwise, are no revisions; a value that
 * changed is one, with its kind. People who were counted as injured and died are moved, not added.
 *
 * <p>It says what changed, never which version is right. Of each report it sees what a reader read
 * of it: a column that no mapping names is not compared, nor are the time of saying, the conditions
 * of passing on and links between reports.
 */
@NullMarked
package org.truce.revision;

import org.jspecify.annotations.NullMarked;
