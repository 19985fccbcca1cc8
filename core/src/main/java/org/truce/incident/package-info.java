/**
 * Claims fused into real-world happenings; the claims stay visible side by side.
 *
 * <p>The partition is a pure function of the set of claims, a versioned {@link
 * org.truce.incident.Model} and the analysts' {@link org.truce.incident.Decisions}: the order of
 * arrival never matters. Pairs get integer weights (thousandths of a nat); clusters are merged by
 * average link, because connected components alone join everything along a dense front. The claims
 * of one account are sorted among themselves first, so that no side can change what another says.
 * Opposite attribution is no veto: parties blame each other for the same happening.
 *
 * <p>Events and observations are members. Denials, tolls and commentaries attach to the members
 * they name and never join two incidents. Tallies, patterns and the like are never members.
 *
 * <p>It knows nothing of agreements, and who is responsible is never decided here.
 *
 * <p><em>Limits.</em> This is the first version: weights are set by hand and not calibrated, text
 * is not compared, and places given by region alone fuse only when a source says so or an analyst
 * decides.
 */
@NullMarked
package org.truce.incident;

import org.jspecify.annotations.NullMarked;
