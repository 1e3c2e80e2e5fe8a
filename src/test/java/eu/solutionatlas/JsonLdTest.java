package eu.solutionatlas;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.rdf.GraphStream;
import eu.solutionatlas.rdf.GraphWriter;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.JsonLdWriter;
import eu.solutionatlas.rdf.OntologyFiles;
import eu.solutionatlas.rdf.RdfFormat;
import eu.solutionatlas.support.TestAtlas;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.graph.GraphOps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLdTest {
    private static final Iris IRIS = TestAtlas.IRIS;

    private final GraphWriter writer = new GraphWriter(JsonLdWriter.create(IRIS));

    @Test
    void jsonLd_ofEveryDocumentSaysWhatTheGraphSays() {
        List<String> different = new ArrayList<>();
        try (TestAtlas atlas = TestAtlas.withRealData()) {
            atlas.store().<Boolean>read(snapshot -> {
                for (Node document : snapshot.documents().toList()) {
                    Graph graph = snapshot.graph(document);
                    if (!graph.isIsomorphicWith(roundTrip(graph, document))) {
                        different.add(document.toString());
                    }
                }
                return true;
            });
        }

        assertThat(different).isEmpty();
    }

    @Test
    void streamOfManyGraphs_saysWhatTheySay_thoughSomeAreNoTrees() {
        Graph all = GraphFactory.createDefaultGraph();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GraphStream stream = writer.stream(RdfFormat.JSON_LD, out);
        for (int i = 0; i < 250; i++) {
            Graph one = GraphFactory.createDefaultGraph();
            String shared = i % 2 == 0 ? "" : "<t#it> <urn:p> _:x . _:y <urn:p> _:x ; <urn:q> <t#it> .";
            RDFParser.fromString(
                            "<t#it> <urn:p> [ <urn:q> %d , [ <urn:q> \"a\"@de ] ] . %s".formatted(i, shared),
                            Lang.TURTLE)
                    .base("urn:graph:" + i + ":")
                    .parse(one);
            GraphOps.addAll(all, one.find());
            stream.add(one, NodeFactory.createURI("urn:graph:" + i + ":t#it"), NodeFactory.createURI("urn:g:" + i));
        }
        stream.finish();

        assertThat(parsed(out.toString(StandardCharsets.UTF_8)).isIsomorphicWith(all))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<urn:r> <urn:p> _:x ; <urn:q> ( _:x ) . _:x <urn:v> 1 .",
                "<urn:r> a _:c ; <urn:p> _:c . _:c <urn:v> 1 .",
                "<urn:r> <urn:p> ( [ <urn:v> ( 1 2 ) ] <urn:r> ) ."
            })
    void blankNodes_namedElsewhere_stayThemselves(String turtle) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(turtle, Lang.TURTLE).parse(graph);

        assertThat(roundTrip(graph, NodeFactory.createURI("urn:r")).isIsomorphicWith(graph))
                .isTrue();
    }

    private Graph roundTrip(Graph graph, Node document) {
        return parsed(new String(writer.write(graph, document, RdfFormat.JSON_LD), StandardCharsets.UTF_8));
    }

    private static Graph parsed(String json) {
        String context = OntologyFiles.context();
        // The context in place, so that reading does not depend on the network.
        String whole = json.replace(
                "\"" + IRIS.base() + "context.jsonld\"",
                context.substring(context.indexOf('{', 1), context.lastIndexOf('}')));
        Graph back = GraphFactory.createDefaultGraph();
        RDFParser.create().source(new StringReader(whole)).lang(Lang.JSONLD11).parse(back);
        return back;
    }
}
