/**
 * Any table into reports by a mapping file (docs/mapping.md): a mapping is a report in our own form
 * in which values are taken from columns. Mappings for common datasets come with the product.
 *
 * <p>A mapping never decides what is true: precision codes become hard bounds marked as the dataset
 * states them, a day without a time is the whole day, and what a cell does not say is left out.
 */
@NullMarked
package org.truce.sources.mapped;

import org.jspecify.annotations.NullMarked;
