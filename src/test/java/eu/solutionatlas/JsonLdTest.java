package eu.solutionatlas;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.rdf.GraphWriter;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.JsonLdWriter;
import eu.solutionatlas.rdf.OntologyFiles;
import eu.solutionatlas.rdf.RdfFormat;
import eu.solutionatlas.support.TestAtlas;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

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

    private Graph roundTrip(Graph graph, Node document) {
        String json = new String(writer.write(graph, document, RdfFormat.JSON_LD), StandardCharsets.UTF_8);
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
