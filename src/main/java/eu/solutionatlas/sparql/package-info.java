/**
 * The public SPARQL endpoint: SPARQL 1.1 Protocol, read-only Graph Store Protocol, service description, limits.
 */
@NullMarked
package eu.solutionatlas.sparql;

import org.jspecify.annotations.NullMarked;
