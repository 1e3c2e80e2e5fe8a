package eu.solutionatlas.browse;

import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.Names;
import eu.solutionatlas.rdf.Scheme;
import java.util.Map;

/**
 * What lists need to know of a data version.
 *
 * @param names of anything
 * @param schemes that facets take their values from, by the names of the facets' parameters
 */
public record Vocabulary(Names names, Map<String, Scheme> schemes) {
    /** The names of concepts and regions only, which outlive a reading of the data. */
    Names concepts() {
        return thing -> schemes.values().stream()
                .map(scheme -> scheme.of(thing))
                .filter(labels -> !labels.isEmpty())
                .findFirst()
                .orElse(Labels.NONE);
    }
}
