/**
 * The network of hubs as people see it: who takes part, what was copied from whom and how that went, and what is probably
 * the same in two hubs.
 */
@NullMarked
package eu.solutionatlas.network;

import org.jspecify.annotations.NullMarked;
