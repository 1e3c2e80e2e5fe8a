/**
 * Regions by NUTS code: page and list.
 */
@NullMarked
package eu.solutionatlas.region;

import org.jspecify.annotations.NullMarked;
