/**
 * Reports in our own form, one a line (docs/report-format.md).
 *
 * <p>UTF-8 with or without a byte order mark, lines ended by LF or CRLF. A line longer than 4 MiB
 * is rejected without being kept in memory.
 */
@NullMarked
package org.truce.sources.jsonlines;

import org.jspecify.annotations.NullMarked;
