/**
 * Questions to many hubs at once, live: {@code SERVICE <urn:hubs:all>} at {@code /federation/sparql}, with a report of
 * who answered what.
 */
@NullMarked
package eu.solutionatlas.federation;

import org.jspecify.annotations.NullMarked;
