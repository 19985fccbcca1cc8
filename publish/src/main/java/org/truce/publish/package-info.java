/**
 * Assessments as people and other tools read them: a page in the terminal, CSV, GeoJSON.
 *
 * <p>Numbers come from the assessment as they are. Every column of the table adds up to the number
 * of incidents. Places and times leave at the vagueness that their reports ask for.
 */
@NullMarked
package org.truce.publish;

import org.jspecify.annotations.NullMarked;
