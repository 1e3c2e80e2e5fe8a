package eu.solutionatlas.sparql;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * How much of what there is.
 *
 * @param documents graphs counted
 * @param triples in them
 * @param byProperty triples by the property's IRI
 * @param byClass instances by the class's IRI
 */
record Figures(long documents, long triples, Map<String, Long> byProperty, Map<String, Long> byClass) {
    static final Figures NONE = new Figures(0, 0, Map.of(), Map.of());

    Figures {
        byProperty = Map.copyOf(byProperty);
        byClass = Map.copyOf(byClass);
    }

    /** Of some triples, in so many documents. */
    static Figures of(Collection<Triple> triples, long documents) {
        Map<String, Long> properties = new TreeMap<>();
        Map<String, Long> classes = new TreeMap<>();
        for (Triple triple : triples) {
            properties.merge(triple.getPredicate().getURI(), 1L, Long::sum);
            Node object = triple.getObject();
            if (triple.getPredicate().equals(RDF.Nodes.type) && object.isURI()) {
                classes.merge(object.getURI(), 1L, Long::sum);
            }
        }
        return new Figures(documents, triples.size(), properties, classes);
    }

    static Figures sum(Collection<Figures> parts) {
        return new Figures(
                parts.stream().mapToLong(Figures::documents).sum(),
                parts.stream().mapToLong(Figures::triples).sum(),
                sum(parts, Figures::byProperty),
                sum(parts, Figures::byClass));
    }

    private static Map<String, Long> sum(Collection<Figures> parts, Function<Figures, Map<String, Long>> counts) {
        Map<String, Long> all = new TreeMap<>();
        parts.forEach(part -> counts.apply(part).forEach((iri, count) -> all.merge(iri, count, Long::sum)));
        return all;
    }

    /** These without triples that were counted more than once. */
    Figures without(Collection<Triple> repeated) {
        Figures fewer = of(repeated, 0);
        return new Figures(
                documents,
                triples - fewer.triples,
                difference(byProperty, fewer.byProperty),
                difference(byClass, fewer.byClass));
    }

    private static Map<String, Long> difference(Map<String, Long> counts, Map<String, Long> fewer) {
        Map<String, Long> rest = new TreeMap<>(counts);
        fewer.forEach((iri, count) -> rest.merge(iri, -count, Long::sum));
        return rest;
    }
}
