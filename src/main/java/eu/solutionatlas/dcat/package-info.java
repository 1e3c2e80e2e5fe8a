/**
 * What the catalogue says of itself, for the portals that take it over (DCAT-AP 3).
 */
@NullMarked
package eu.solutionatlas.dcat;

import org.jspecify.annotations.NullMarked;
