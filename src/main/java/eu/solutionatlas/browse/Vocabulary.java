package eu.solutionatlas.browse;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.Names;
import eu.solutionatlas.rdf.Scheme;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * What lists need to know of a data version.
 *
 * @param names of anything
 * @param schemes that facets take their values from, by the names of the facets' parameters
 * @param hubs the names of partner hubs, which outlive a reading of the data
 * @param topics what the document of an entry is about; empty when there is no such document
 */
public record Vocabulary(Names names, Map<String, Scheme> schemes, Names hubs, Function<Node, Optional<Node>> topics) {
    /** The names of concepts, regions and hubs only, which outlive a reading of the data. */
    public Names lasting() {
        return thing -> Stream.concat(schemes.values().stream(), Stream.of(hubs))
                .map(names -> names.of(thing))
                .filter(labels -> !labels.isEmpty())
                .findFirst()
                .orElse(Labels.NONE);
    }

    /** A region and all that it lies in. */
    public Set<Node> regionsAbove(Node region) {
        return Optional.ofNullable(schemes.get("region"))
                .map(scheme -> scheme.hierarchy().upwards(region))
                .orElse(Set.of(region));
    }

    /** The concept, entry or hub that a value of a facet stands for; empty for a plain word and for what is not there. */
    Optional<Node> thing(FacetKey key, String value, Iris iris) {
        if (key == FacetKey.HUB) {
            return value.equals(Catalogue.THIS_HUB) ? Optional.empty() : Optional.of(Origin.hub(iris, value));
        }
        return key.concept(value).or(() -> key.document(value, iris).flatMap(topics));
    }
}
