/**
 * Full-text search with facets over the entries of the catalogue: an index that is a function of the data version. Knows
 * nothing of pages; what an entry is, is told by those who make it.
 */
@NullMarked
package eu.solutionatlas.search;

import org.jspecify.annotations.NullMarked;
