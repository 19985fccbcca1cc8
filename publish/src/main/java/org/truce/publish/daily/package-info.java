/**
 * The daily report of a monitoring mission: what happened in one day, as far as was said by a time,
 * in the order in which such reports are read. One document is made and written as HTML, Markdown
 * or PDF, so that all three say the same.
 *
 * <p>Every number points to the incidents or claims that it counts. What the mission itself noticed
 * stands apart from what it was told. Numbers of different units are never added. It counts what
 * was reported and finds no violation: people do.
 */
@NullMarked
package org.truce.publish.daily;

import org.jspecify.annotations.NullMarked;
