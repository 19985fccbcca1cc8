/**
 * Claims compared and linked by the million, over flat arrays.
 *
 * <p>{@link org.truce.incident.linkage.ClaimTable} holds one row a claim. {@link
 * org.truce.incident.linkage.Blocks} finds the pairs worth comparing, by precision and time, one
 * {@link org.truce.incident.linkage.Stretch} of time after the other; {@link
 * org.truce.incident.linkage.LinkModel} weighs a pair by Fellegi-Sunter levels in thousandths of a
 * nat, learned by {@link org.truce.incident.linkage.Learning}; {@link
 * org.truce.incident.linkage.Linkage} sorts the rows by average link, the claims of one account
 * among themselves first. {@link org.truce.incident.linkage.LiveLinkage} does the same as reports
 * come and go, one neighbourhood at a time.
 *
 * <p>Every weight is an integer and a function of two rows and the model, so the sorting is a
 * function of the set of rows: order of arrival, batch size and threads change nothing. Everything
 * here runs in the thread of the caller; only {@link org.truce.incident.linkage.Linkage} gives its
 * pieces to the {@link org.truce.incident.linkage.Workers} it is handed.
 *
 * <p>It knows nothing of agreements, texts or files, and decides nothing about responsibility.
 */
@NullMarked
package org.truce.incident.linkage;

import org.jspecify.annotations.NullMarked;
