package eu.solutionatlas.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.OntologyFiles;
import eu.solutionatlas.rdf.vocab.ATLAS;
import eu.solutionatlas.shape.Shapes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples on the page of the ontology are entries as they should be. */
class SamplesTest {
    private static final Shapes SHAPES = Shapes.published();
    private static final Graph ONTOLOGY =
            Objects.requireNonNull(OntologyFiles.graphs().get(NodeFactory.createURI(Iris.SHARED + "ns")));

    static List<String> classes() {
        return own(OWL2.Class.asNode()).stream()
                .map(Node::getLocalName)
                .sorted()
                .toList();
    }

    private static Set<Node> own(Node type) {
        return ONTOLOGY.find(Node.ANY, RDF.type.asNode(), type)
                .mapWith(Triple::getSubject)
                .toSet();
    }

    private static Graph sample(String name) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(OntologyFiles.sample(name).orElseThrow(), Lang.TURTLE)
                .parse(graph);
        return graph;
    }

    @ParameterizedTest
    @MethodSource("classes")
    void sample_isOfItsClassAndAsTheShapesAsk(String name) {
        Graph sample = sample(name);

        assertThat(sample.contains(Node.ANY, RDF.type.asNode(), NodeFactory.createURI(ATLAS.NS + name)))
                .isTrue();
        assertThat(SHAPES.validate(sample)).isEmpty();
    }

    @Test
    void samples_useEveryPropertyThatDataCanHave() {
        Set<Node> used = new HashSet<>();
        classes().forEach(name -> sample(name).find().forEach(triple -> used.add(triple.getPredicate())));
        Set<Node> own = own(OWL2.ObjectProperty.asNode());
        own.addAll(own(OWL2.DatatypeProperty.asNode()));
        own.remove(ATLAS.matches); // computed, never stated
        own.remove(ATLAS.entriesNotTaken); // said of no entry

        assertThat(used).containsAll(own);
    }

    @Test
    void samples_areOfClassesThereAre() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("ontology/samples"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".ttl", "")))
                    .containsExactlyInAnyOrderElementsOf(classes());
        }
    }
}
