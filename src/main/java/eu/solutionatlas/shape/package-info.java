/**
 * SHACL: the shapes that we publish, run on the graph of an entry.
 */
@NullMarked
package eu.solutionatlas.shape;

import org.jspecify.annotations.NullMarked;
