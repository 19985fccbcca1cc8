/**
 * Claims fused into real-world happenings; the claims stay visible side by side.
 *
 * <p>It knows nothing of agreements, and who is responsible is never decided here.
 */
@NullMarked
package org.truce.incident;

import org.jspecify.annotations.NullMarked;
