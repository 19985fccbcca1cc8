/**
 * The one YAML and JSON form of everything: agreements, scenarios, reports, zones, assessments.
 *
 * <p>Text becomes a tree of {@link org.truce.notation.Node}s that know their file and line, so that
 * every message can name the place, the value and what to do. The tree then becomes typed values; a
 * name that is not part of the form is refused, never ignored. Only this package knows the library
 * that reads and writes the characters.
 *
 * <p>Aliases, tags, duplicate names, more than 60 levels and more than 2 million nodes are refused.
 */
@NullMarked
package org.truce.notation;

import org.jspecify.annotations.NullMarked;
