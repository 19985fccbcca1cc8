package org.truce.publish.html;

import java.util.Map;
import java.util.function.Function;
import org.truce.place.Atlas;
import org.truce.place.BoundaryVersion;
import org.truce.place.RegionCode;

/**
 * What is drawn under the incidents, and from whose point of view.
 *
 * @param atlas the regions
 * @param boundaries whose they are, according to whom
 * @param names region → language code ({@code en}, {@code ar}, {@code uk}, {@code ru}) → name
 */
public record Backdrop(
    Atlas atlas, BoundaryVersion boundaries, Function<RegionCode, Map<String, String>> names) {}
