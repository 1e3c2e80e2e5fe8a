package eu.solutionatlas.browse;

import eu.solutionatlas.rdf.Names;
import eu.solutionatlas.rdf.Scheme;
import java.util.Map;

/**
 * What lists need to know of a data version.
 *
 * @param names of anything
 * @param schemes that facets take their values from, by the names of the facets' parameters
 */
public record Vocabulary(Names names, Map<String, Scheme> schemes) {}
