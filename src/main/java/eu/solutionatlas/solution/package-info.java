/** Digital solutions: what their pages show, what the search keeps of them, and what is like them. */
@NullMarked
package eu.solutionatlas.solution;

import org.jspecify.annotations.NullMarked;
