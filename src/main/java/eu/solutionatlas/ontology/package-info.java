/**
 * The vocabulary, its shapes and its JSON-LD context, served as they are.
 */
@NullMarked
package eu.solutionatlas.ontology;

import org.jspecify.annotations.NullMarked;
