/**
 * Liveness, readiness and metrics.
 */
@NullMarked
package eu.solutionatlas.health;

import org.jspecify.annotations.NullMarked;
