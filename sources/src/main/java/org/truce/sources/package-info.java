/**
 * Files as the world has them, turned into reports and claims; what cannot be read is kept with
 * file, line, value and reason.
 *
 * <p>Reading streams: records go to a {@link org.truce.sources.Reception} one by one, and memory
 * does not grow with the file. Bad content is never an exception.
 */
@NullMarked
package org.truce.sources;

import org.jspecify.annotations.NullMarked;
