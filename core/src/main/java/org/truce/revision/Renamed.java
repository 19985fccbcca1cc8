package org.truce.revision;

/**
 * A name or class that the later version writes otherwise in every claim that had it: no revision.
 *
 * @param aspect of what
 * @param before the name that is used no more
 * @param now the name that was not used before
 * @param claims in how many claims, at least 2
 */
public record Renamed(Aspect aspect, String before, String now, int claims) {}
