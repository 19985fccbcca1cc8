/**
 * Who did what to what: the taxonomies of conduct and targets, weapons, and actors.
 *
 * <p>Taxonomies are data ({@code conduct.csv}, {@code targets.csv} beside this package's classes).
 * A code stands for all its most specific kinds; an umbrella code such as {@code
 * undetermined-explosion} lists what it may be. What is not known is a set of kinds, so that
 * judging can try each.
 *
 * <p>It knows nothing of agreements: whether an actor is bound or a target protected is said there.
 */
@NullMarked
package org.truce.conduct;

import org.jspecify.annotations.NullMarked;
