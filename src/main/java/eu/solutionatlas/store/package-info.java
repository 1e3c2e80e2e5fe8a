/**
 * The RDF dataset: one named graph per document, read in transactions, changed through one door that journals every change.
 */
@NullMarked
package eu.solutionatlas.store;

import org.jspecify.annotations.NullMarked;
