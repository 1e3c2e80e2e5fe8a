/** The hub itself: its description, its home page, and what is said about the data. */
@NullMarked
package eu.solutionatlas.hub;

import org.jspecify.annotations.NullMarked;
