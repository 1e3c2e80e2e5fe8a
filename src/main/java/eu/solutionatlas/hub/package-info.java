/**
 * The hub itself: its description, its home page.
 */
@NullMarked
package eu.solutionatlas.hub;

import org.jspecify.annotations.NullMarked;
