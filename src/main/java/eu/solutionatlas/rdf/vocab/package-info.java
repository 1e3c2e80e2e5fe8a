/**
 * One class per vocabulary that Jena does not bring, each checked against the files in ontology/.
 */
@NullMarked
package eu.solutionatlas.rdf.vocab;

import org.jspecify.annotations.NullMarked;
