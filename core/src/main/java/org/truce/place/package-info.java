/**
 * Where something happened, and where an agreement applies: places with hard outer bounds, regions
 * by code, zones with accuracy, territories with the boundary version that somebody asserts.
 *
 * <p>Coordinates are WGS 84 degrees, kept as integers of 1e-7°. Edges of zones are straight in
 * longitude and latitude (RFC 7946) and densified to at most 1 km. Distances are geodesic and
 * quantised to millimetres. Geometry libraries stay inside this package.
 *
 * <p>It holds no data: the gazetteer fills the {@link org.truce.place.Atlas}. It has no default for
 * where a disputed border runs: a boundary version is always named.
 *
 * <p><em>Limits.</em> Zones that cross the antimeridian are not supported near it. Whether a circle
 * reaches a zone is decided by the distance to its border, which may call a thin or far part
 * reachable that is not; such an answer is more doubtful, never more certain.
 */
@NullMarked
package org.truce.place;

import org.jspecify.annotations.NullMarked;
