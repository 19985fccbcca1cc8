/**
 * Rows of tables as files have them: CSV with any damage, features of GeoJSON; one at a time.
 *
 * <p>CSV has a reader of its own because the libraries that were tried end at a quote that is never
 * closed, or keep reading until memory ends: here it costs one row, and the next is read.
 */
@NullMarked
package org.truce.sources.rows;

import org.jspecify.annotations.NullMarked;
