package org.truce.revision;

import org.truce.report.ClaimId;

/**
 * One value that a source changed.
 *
 * @param claim of which claim, by its name in the later version; the first of its report when
 *     several share the value
 * @param change what changed
 */
public record Revision(ClaimId claim, Change change) {}
