/**
 * Digital solutions: page and list.
 */
@NullMarked
package eu.solutionatlas.solution;

import org.jspecify.annotations.NullMarked;
