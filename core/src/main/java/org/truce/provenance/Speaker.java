package org.truce.provenance;

import java.util.Optional;

/**
 * Somebody whom a source quotes, in the office held at that time.
 *
 * @param name person or body
 * @param office office held when speaking, if stated
 * @param organ organ spoken for, if stated
 * @param side whose voice it is
 */
public record Speaker(String name, Optional<String> office, Optional<String> organ, Side side) {}
