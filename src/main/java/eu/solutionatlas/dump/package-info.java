/**
 * Dumps of the whole catalogue that can be cited: sets, each of one data version in all formats, written beside from one
 * snapshot, never inside a request, visible when they are whole, and never changed after that.
 *
 * <p>{@link eu.solutionatlas.dump.Dumps} decides when, {@link eu.solutionatlas.dump.SetWriter} writes,
 * {@link eu.solutionatlas.dump.DumpSets} knows what there is, {@link eu.solutionatlas.dump.DumpRoutes} sends it.
 */
@NullMarked
package eu.solutionatlas.dump;

import org.jspecify.annotations.NullMarked;
