/**
 * News and official statements to claims: the door of the module.
 *
 * <p>Everything read here is machine-read: it is shown, it waits for a person, and it never opens a
 * case (docs/text.md). No network, no clock, no chance.
 */
@NullMarked
package org.truce.text;

import org.jspecify.annotations.NullMarked;
