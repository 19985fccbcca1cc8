/**
 * Files for geographic information systems: layers of areas with columns, in the OGC GeoPackage
 * form.
 *
 * <p>It writes such files and reads none, and knows nothing of what the layers mean.
 */
@NullMarked
package org.truce.store.geopackage;

import org.jspecify.annotations.NullMarked;
