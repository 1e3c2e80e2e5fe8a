package eu.solutionatlas.sparql;

import eu.solutionatlas.rdf.Description;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.OntologyFiles;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** The example queries of {@code ontology/examples.ttl}, written with the vocabulary of SHACL (section 5.3, and SHACL-AF). */
public final class ExampleQueries {
    private static final String NS = "http://www.w3.org/ns/shacl#";
    private static final Node EXECUTABLE = NodeFactory.createURI(NS + "SPARQLExecutable");
    private static final List<Node> TEXTS = Stream.of("select", "ask", "construct")
            .map(form -> NodeFactory.createURI(NS + form))
            .toList();
    private static final Node TARGET = NodeFactory.createURI("https://schema.org/target");

    private static final Node LANGUAGE = NodeFactory.createURI("https://schema.org/inLanguage");

    /** Examples that belong together. */
    record Group(Labels name, List<ExampleQuery> examples) {}

    private final Graph graph;
    private final List<Group> groups;

    private ExampleQueries(Graph graph, List<Group> groups) {
        this.graph = graph;
        this.groups = groups;
    }

    /**
     * Reads them.
     *
     * @throws IllegalStateException when the program was built with one that lacks a part
     */
    public static ExampleQueries load(Iris iris) {
        Graph graph = OntologyFiles.examples(iris.base());
        List<Group> groups = inOrder(graph, SKOS.Concept.asNode())
                .map(group -> new Group(
                        group.labels(SKOS.prefLabel),
                        inOrder(graph, EXECUTABLE)
                                .filter(one -> one.has(DCTerms.subject.asNode(), group.subject()))
                                .map(one -> example(one, iris))
                                .toList()))
                .toList();
        return new ExampleQueries(graph, groups);
    }

    private static Stream<Description> inOrder(Graph graph, Node type) {
        return graph.find(Node.ANY, RDF.type.asNode(), type).mapWith(Triple::getSubject).toList().stream()
                .map(subject -> new Description(graph, subject))
                .sorted(Comparator.comparingInt(
                        one -> one.value(SHACL.order).map(Integer::parseInt).orElse(Integer.MAX_VALUE)));
    }

    private static ExampleQuery example(Description one, Iris iris) {
        String iri = one.subject().getURI();
        String text = TEXTS.stream()
                .flatMap(form -> one.value(form).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no text: " + iri));
        String target = one.thing(TARGET)
                .orElseThrow(() -> new IllegalStateException("no target: " + iri))
                .getURI();
        return new ExampleQuery(
                iri.substring(iri.indexOf('#') + 1),
                one.labels(RDFS.label),
                one.labels(RDFS.comment),
                text.strip(),
                "/" + target.substring(iris.base().length()),
                one.has(LANGUAGE, NodeFactory.createLiteralString("en")));
    }

    /** All of them, as they are published. */
    Graph graph() {
        return graph;
    }

    List<Group> groups() {
        return groups;
    }

    public List<ExampleQuery> all() {
        return groups.stream().flatMap(group -> group.examples().stream()).toList();
    }

    public Optional<ExampleQuery> named(String name) {
        return all().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** Those for one endpoint. */
    List<ExampleQuery> at(String path) {
        return all().stream().filter(one -> one.path().equals(path)).toList();
    }
}
