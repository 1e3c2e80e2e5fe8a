/**
 * Dumps of the whole catalogue, written beside and moved into place, never inside a request.
 */
@NullMarked
package eu.solutionatlas.dump;

import org.jspecify.annotations.NullMarked;
