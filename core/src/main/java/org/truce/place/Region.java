package org.truce.place;

/**
 * A region of the atlas.
 *
 * @param code its code
 * @param zone its outline; for a country, the part of it that its listed regions leave over
 */
public record Region(RegionCode code, Zone zone) {}
