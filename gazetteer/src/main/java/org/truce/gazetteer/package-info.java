/**
 * Regions with outlines, names in four languages, and whose they are according to whom.
 *
 * <p>The data beside these classes was derived once from openly licensed packages ({@code
 * PROVENANCE.md}). Regions are chosen by ISO 3166-2 code; a boundary is always a version that
 * somebody asserts, and a disputed region under a version that takes no position is unknown.
 *
 * <p>It does not geocode: settlements are not in it, and a name that could mean two regions is not
 * resolved.
 */
@NullMarked
package org.truce.gazetteer;

import org.jspecify.annotations.NullMarked;
