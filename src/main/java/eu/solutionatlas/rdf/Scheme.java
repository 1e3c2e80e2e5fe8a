package eu.solutionatlas.rdf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;

/**
 * A SKOS concept scheme in memory: what its concepts are called and how they lie under one another.
 *
 * @param iri of the scheme, and the name of its graph
 * @param top the concepts that have none above them, in the order of their IRIs
 */
public record Scheme(
        Node iri, Labels title, Labels description, Map<Node, Labels> concepts, List<Node> top, Hierarchy hierarchy)
        implements Names {

    public static Scheme of(Graph graph, Node iri) {
        Map<Node, Labels> concepts = new HashMap<>();
        Set<Node> members = graph.find(Node.ANY, SKOS.inScheme.asNode(), iri)
                .mapWith(Triple::getSubject)
                .toSet();
        members.forEach(concept -> concepts.put(concept, Labels.of(graph, concept, SKOS.prefLabel.asNode())));
        Hierarchy hierarchy = Hierarchy.of(graph);
        List<Node> top = concepts.keySet().stream()
                .filter(concept -> hierarchy.broader(concept).isEmpty())
                .sorted(java.util.Comparator.comparing(Node::getURI))
                .toList();
        Description self = new Description(graph, iri);
        return new Scheme(
                iri,
                self.labels(DCTerms.title),
                self.labels(DCTerms.description),
                Map.copyOf(concepts),
                top,
                hierarchy);
    }

    @Override
    public Labels of(Node concept) {
        return concepts.getOrDefault(concept, Labels.NONE);
    }

    public boolean contains(Node concept) {
        return concepts.containsKey(concept);
    }

    /** What a scheme's graph says of one concept: its own triples, and the notes on them. */
    public static Graph slice(Graph graph, Node concept) {
        Graph slice = org.apache.jena.sparql.graph.GraphFactory.createDefaultGraph();
        graph.find(concept, Node.ANY, Node.ANY).forEach(slice::add);
        graph.find(Node.ANY, org.apache.jena.vocabulary.OWL2.annotatedSource.asNode(), concept)
                .mapWith(Triple::getSubject)
                .toList()
                .forEach(note -> graph.find(note, Node.ANY, Node.ANY).forEach(slice::add));
        return slice;
    }
}
