/**
 * Made-up reports for exercises and measurements, and what a sorting of them is worth.
 *
 * <p>{@link org.truce.exercise.Exercise} invents happenings along a front and lets sources report
 * them: late, vaguely, copied from each other, blaming each other, with deaths revised. The same
 * seed and {@link org.truce.exercise.Setting} give the same reports on every machine. What really
 * belongs together is known and kept apart from the reports; {@link org.truce.exercise.Scores}
 * compares a sorting with it. The settings for learning, choosing and testing differ in every rate.
 *
 * <p>Everything made here is stamped as exercise where it leaves the program. The settings are
 * invented, not fitted to any war; nothing measured on them is a measurement of reality.
 */
@NullMarked
package org.truce.exercise;

import org.jspecify.annotations.NullMarked;
