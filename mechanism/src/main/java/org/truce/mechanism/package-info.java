/**
 * One running mechanism: what arrives and what people decide is sealed into the ledger first, then
 * projected, entry by entry, into rows that can be asked as of any ledger index.
 *
 * <p>{@link org.truce.mechanism.Mechanism} is the door. The projector reads no clock: time comes
 * from the entries alone, so the same entries make the same rows. This package attributes nothing:
 * where an alleged breach stands on its four axes is moved by signed acts of people only.
 */
@NullMarked
package org.truce.mechanism;

import org.jspecify.annotations.NullMarked;
