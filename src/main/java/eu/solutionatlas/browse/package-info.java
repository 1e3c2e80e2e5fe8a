/** Lists with search and facets: what is the same for solutions and actors. */
@NullMarked
package eu.solutionatlas.browse;

import org.jspecify.annotations.NullMarked;
