/**
 * Event datasets that people coded from many sources: UCDP GED as CSV.
 *
 * <p>A row is one report of the dataset. Its precision codes become hard bounds that are marked
 * assumed; a row that sums up months is a tally and never an incident.
 */
@NullMarked
package org.truce.sources.eventdata;

import org.jspecify.annotations.NullMarked;
