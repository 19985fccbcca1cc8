package org.truce.text.lexicon;

import java.time.LocalDateTime;

/**
 * A time in local wall time, as far as the words fix it.
 *
 * @param code as written in claims: a day, month ({@code 2025-11}), season ({@code 2025-SP}), or
 *     two ends with {@code /}; two candidates with {@code |}
 * @param from first possible moment, inclusive
 * @param to end of the possible moments, exclusive
 */
public record When(String code, LocalDateTime from, LocalDateTime to) {}
