package eu.solutionatlas.sparql;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
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
    Figures {
        byProperty = Map.copyOf(byProperty);
        byClass = Map.copyOf(byClass);
    }

    /** Of one document. */
    static Figures of(Graph graph) {
        Map<String, Long> properties = new TreeMap<>();
        Map<String, Long> classes = new TreeMap<>();
        long triples = 0;
        for (Triple triple : graph.find().toList()) {
            triples++;
            properties.merge(triple.getPredicate().getURI(), 1L, Long::sum);
            Node object = triple.getObject();
            if (triple.getPredicate().equals(RDF.Nodes.type) && object.isURI()) {
                classes.merge(object.getURI(), 1L, Long::sum);
            }
        }
        return new Figures(1, triples, properties, classes);
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
}
