/**
 * Alerts and disruptions as stretches of time: repeated messages of one stretch are merged, those
 * that still stand and those that have stood too long to be believed are flagged, and neither is
 * counted as new.
 *
 * <p>An alert or a disruption is an effect and never itself a breach.
 */
@NullMarked
package org.truce.alert;

import org.jspecify.annotations.NullMarked;
