/**
 * What sources send and what is said in it: reports, the claims inside them, and what could not be
 * read.
 *
 * <p>A {@linkplain org.truce.report.Report report} is one message of one source. It holds
 * {@linkplain org.truce.report.Claim claims}, a closed set of kinds; docs/claim-types.md maps the
 * taxonomies of the practice onto them. Claims are never merged or overwritten; what belongs
 * together is decided in the incident package and stays visible side by side.
 *
 * <p>Reading files is not done here.
 */
@NullMarked
package org.truce.report;

import org.jspecify.annotations.NullMarked;
