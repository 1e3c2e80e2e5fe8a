/**
 * Small tools on RDF terms that everything stands on: IRI rules, formats, labels, the data version, query files.
 */
@NullMarked
package eu.solutionatlas.rdf;

import org.jspecify.annotations.NullMarked;
