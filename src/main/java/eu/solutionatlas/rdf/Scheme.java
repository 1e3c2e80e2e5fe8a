package eu.solutionatlas.rdf;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;

/**
 * A SKOS concept scheme in memory: what its concepts are called and how they lie under one another.
 *
 * @param iri of the scheme, and the name of its graph
 * @param top the concepts that have none above them, in the order of their IRIs
 * @param touching for regions, those with a border in common
 */
public record Scheme(
        Node iri,
        Labels title,
        Labels description,
        Map<Node, Labels> concepts,
        List<Node> top,
        Hierarchy hierarchy,
        Map<Node, Set<Node>> touching)
        implements Names {
    private static final Node TOUCHES = NodeFactory.createURI("http://www.opengis.net/ont/geosparql#sfTouches");
    private static final Comparator<Node> BY_IRI = Comparator.comparing(Node::getURI);

    public static Scheme of(Graph graph, Node iri) {
        Map<Node, Labels> concepts = new HashMap<>();
        Set<Node> members = graph.find(Node.ANY, SKOS.inScheme.asNode(), iri)
                .mapWith(Triple::getSubject)
                .toSet();
        members.forEach(concept -> concepts.put(concept, Labels.of(graph, concept, SKOS.prefLabel.asNode())));
        Hierarchy hierarchy = Hierarchy.of(graph);
        List<Node> top = concepts.keySet().stream()
                .filter(concept -> hierarchy.broader(concept).isEmpty())
                .sorted(BY_IRI)
                .toList();
        Description self = new Description(graph, iri);
        return new Scheme(
                iri,
                self.labels(DCTerms.title),
                self.labels(DCTerms.description),
                Map.copyOf(concepts),
                top,
                hierarchy,
                touching(graph));
    }

    private static Map<Node, Set<Node>> touching(Graph graph) {
        Map<Node, Set<Node>> touching = new HashMap<>();
        graph.find(Node.ANY, TOUCHES, Node.ANY)
                .forEach(triple -> touching.computeIfAbsent(triple.getSubject(), none -> new TreeSet<>(BY_IRI))
                        .add(triple.getObject()));
        return touching;
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
