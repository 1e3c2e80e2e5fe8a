/**
 * What has changed: every change of this hub's own documents, in its order, to be followed by programs (Activity Streams 2.0) and
 * by feed readers (Atom).
 */
@NullMarked
package eu.solutionatlas.change;

import org.jspecify.annotations.NullMarked;
