package org.truce.text.lexicon;

import java.util.Optional;
import org.truce.report.Count;

/**
 * A number of something.
 *
 * @param count how many; empty after "dozens" or "several", of which no number is made
 * @param unit lemma of what is counted, or empty
 * @param victims who was counted: {@code civilian}, {@code child}, {@code soldier}, or empty
 */
public record Quantity(Optional<Count> count, String unit, String victims)
    implements Mention.Meaning {}
