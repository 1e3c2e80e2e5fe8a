package eu.solutionatlas.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicTest {
    private static final Iris IRIS = new Iris("https://atlas.example/");
    private static final Node COPY = iri("https://atlas.example/hub/liberec/solution/x");
    private static final Node THEIRS = iri("https://liberec.example/id/solution/x");

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    private static Graph about(Node record, Node thing) {
        Graph graph = GraphFactory.createDefaultGraph();
        graph.add(record, FOAF.primaryTopic.asNode(), thing);
        return graph;
    }

    @Test
    void ownEntry_isWhatItsAddressSays_whateverItsGraphSays() {
        Node document = iri("https://atlas.example/solution/x");

        assertThat(Topic.of(IRIS, document, about(document, THEIRS)))
                .hasValue(new Topic(
                        document, "solution", iri("https://atlas.example/id/solution/x"), document, Optional.empty()));
    }

    @Test
    void copy_isWhatItsGraphSays() {
        Node record = iri("https://liberec.example/solution/x");

        assertThat(Topic.of(IRIS, COPY, about(record, THEIRS)))
                .hasValue(new Topic(COPY, "solution", THEIRS, record, Optional.of("liberec")));
    }

    @Test
    void copy_thatIsAboutNothing_isNone() {
        assertThat(Topic.of(IRIS, COPY, GraphFactory.createDefaultGraph())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://atlas.example/hub/liberec",
                "https://atlas.example/hub",
                "https://atlas.example/federation",
                "https://atlas.example/hub/a/b/c/d",
                "https://elsewhere.example/hub/liberec/solution/x"
            })
    void document_ofNoEntry_isNone(String document) {
        assertThat(Topic.of(IRIS, iri(document), about(iri(document), THEIRS))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "x,https://atlas.example/actor/x",
        "liberec.x,https://atlas.example/hub/liberec/actor/x",
    })
    void value_standsForADocument(String value, String document) {
        assertThat(Topic.document(IRIS, "actor", value)).isEqualTo(iri(document));
    }

    @Test
    void value_ofACopy_namesTheHub() {
        Names names = new Names() {
            @Override
            public Labels of(Node thing) {
                return Labels.NONE;
            }

            @Override
            public Optional<Node> documentOf(Node thing) {
                return thing.equals(THEIRS) ? Optional.of(COPY) : Optional.empty();
            }
        };

        assertThat(Topic.value(IRIS, names, THEIRS)).isEqualTo("liberec.x");
    }

    @Test
    void value_ofWhatWeHaveNoDocumentAbout_isItsIri() {
        assertThat(Topic.value(IRIS, thing -> Labels.NONE, THEIRS)).isEqualTo(THEIRS.getURI());
    }
}
