/** The composition root. */
@NullMarked
package eu.solutionatlas;

import org.jspecify.annotations.NullMarked;
