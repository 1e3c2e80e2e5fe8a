/** Regions by NUTS code: what their pages show, and their maps. */
@NullMarked
package eu.solutionatlas.region;

import org.jspecify.annotations.NullMarked;
