/** What features share to show the catalogue: lists with search and facets, entries, concept schemes. */
@NullMarked
package eu.solutionatlas.browse;

import org.jspecify.annotations.NullMarked;
