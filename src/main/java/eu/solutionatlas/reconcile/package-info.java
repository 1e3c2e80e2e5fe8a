/** Which entry, theme or region somebody's table means: the W3C Entity Reconciliation API, version 0.2. */
@NullMarked
package eu.solutionatlas.reconcile;

import org.jspecify.annotations.NullMarked;
