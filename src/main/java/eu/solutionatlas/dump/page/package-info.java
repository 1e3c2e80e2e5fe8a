/**
 * The page to download the catalogue from: what the newest set has, how old it is, what is new in it, and how much of what
 * is in it. What it shows of a set is made once for the set, never for a request.
 */
@NullMarked
package eu.solutionatlas.dump.page;

import org.jspecify.annotations.NullMarked;
