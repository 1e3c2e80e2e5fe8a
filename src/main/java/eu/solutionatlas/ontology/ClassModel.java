package eu.solutionatlas.ontology;

import eu.solutionatlas.rdf.Description;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.Prefixes;
import eu.solutionatlas.rdf.vocab.ATLAS;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** The classes of an ontology, what is more general than what, and which properties lead from which to which. */
final class ClassModel {
    /**
     * A property that has a class on at least one side.
     *
     * @param from the class that it is said of
     * @param to the class or datatype of its values
     */
    record Link(Label label, Node property, Node from, Node to) {}

    private final Graph graph;
    private final String language;
    private final Set<Node> classes = new TreeSet<>(Comparator.comparing(Node::getURI));
    private final List<Link> links;
    private final List<Link> values;

    ClassModel(Graph graph, String language) {
        this.graph = graph;
        this.language = language;
        subjects(OWL2.Class.asNode()).forEach(own -> {
            classes.add(own);
            classes.addAll(above(own));
        });
        this.links = links(OWL2.ObjectProperty.asNode());
        this.values = links(OWL2.DatatypeProperty.asNode());
        links.forEach(link -> {
            classes.add(link.from());
            classes.add(link.to());
        });
    }

    private List<Node> subjects(Node type) {
        return graph
                .find(Node.ANY, RDF.type.asNode(), type)
                .mapWith(Triple::getSubject)
                .filterKeep(Node::isURI)
                .toList()
                .stream()
                .sorted(Comparator.comparing(Node::getURI))
                .toList();
    }

    /** Those that say both of what they are said and what their value is. */
    private List<Link> links(Node type) {
        return subjects(type).stream()
                .flatMap(property -> {
                    Description said = new Description(graph, property);
                    return said.things(RDFS.domain).stream()
                            .flatMap(from -> said.things(RDFS.range).stream()
                                    .map(to -> new Link(
                                            name(property)
                                                    .orElseGet(
                                                            () -> new Label(Prefixes.shorten(property.getURI()), "")),
                                            property,
                                            from,
                                            to)));
                })
                .toList();
    }

    /** All classes, in the order of their IRIs. */
    List<Node> classes() {
        return List.copyOf(classes);
    }

    /** Properties that lead from class to class. */
    List<Link> links() {
        return links;
    }

    /** Properties of a class that have a plain value. */
    List<Link> valuesOf(Node one) {
        return values.stream().filter(link -> link.from().equals(one)).toList();
    }

    /** What is stated to be more general. */
    List<Node> above(Node one) {
        return new Description(graph, one).things(RDFS.subClassOf);
    }

    static boolean isOwn(Node one) {
        return one.getURI().startsWith(ATLAS.NS);
    }

    /** What a term is called, where it has a name. */
    Optional<Label> name(Node term) {
        Labels labels = new Description(graph, term).labels(RDFS.label);
        return labels.in(language);
    }

    /** The model in words, class by class; those of others have nothing to say. */
    List<Diagram.Words> inWords() {
        return classes.stream()
                .filter(ClassModel::isOwn)
                .map(one -> new Diagram.Words(
                        Prefixes.shorten(one.getURI()),
                        name(one),
                        above(one).stream()
                                .map(node -> Prefixes.shorten(node.getURI()))
                                .toList(),
                        valuesOf(one).stream().map(ClassModel::said).toList(),
                        links.stream()
                                .filter(link -> link.from().equals(one))
                                .map(ClassModel::said)
                                .toList()))
                .toList();
    }

    static Diagram.Said said(Link link) {
        return new Diagram.Said(link.label(), Prefixes.shorten(link.to().getURI()));
    }
}
