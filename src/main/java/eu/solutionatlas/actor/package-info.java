/** Actors, who provide and use solutions: what their pages show, and what the search keeps of them. */
@NullMarked
package eu.solutionatlas.actor;

import org.jspecify.annotations.NullMarked;
