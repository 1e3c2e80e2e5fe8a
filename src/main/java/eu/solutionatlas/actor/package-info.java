/**
 * Actors, who provide and use solutions: page and list.
 */
@NullMarked
package eu.solutionatlas.actor;

import org.jspecify.annotations.NullMarked;
