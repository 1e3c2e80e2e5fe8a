package eu.solutionatlas.standards;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.sparql.SparqlHub;
import java.net.http.HttpResponse;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The cases of the SPARQL 1.1 Graph Store HTTP Protocol, by the names of the W3C test suite. Graphs are read with
 * indirect names; each document is read under its own name as well, by the pages. The cases that write (PUT, POST, DELETE
 * and PATCH of new, existing, empty and default graphs, multipart) are all cases of refusal here, by policy: 403.
 */
class GraphStoreProtocolTest {
    private static SparqlHub hub;

    @BeforeAll
    static void start() {
        hub = SparqlHub.start();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static String meters() {
        return "/data?graph=" + SparqlHub.encode(SparqlHub.METERS);
    }

    private static Graph graph(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(answer.body(), Lang.TURTLE).parse(graph);
        return graph;
    }

    @Test
    void getOfDefaultGraph_isTheUnion() {
        assertThat(graph(hub.get("/data?default", "Accept", "text/turtle")).size())
                .isEqualTo(8);
    }

    @Test
    void getOfNamedGraph() {
        assertThat(graph(hub.get(meters(), "Accept", "text/turtle")).size()).isEqualTo(3);
    }

    @Test
    void getOfMissingGraph() {
        assertThat(hub.get("/data?graph=http%3A%2F%2Fhub.test%2Fnone").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"urn:x-arq:DefaultGraph", "urn:x-arq:UnionGraph", "urn:x-arq:DefaultGraphNode"})
    void getOfGraph_byANameInsideTheStore(String name) {
        assertThat(hub.get("/data?graph=" + SparqlHub.encode(name)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void getOfNoGraph() {
        assertThat(hub.get("/data").statusCode()).isEqualTo(400);
    }

    @Test
    void headOnAnExistingGraph() {
        HttpResponse<String> answer = hub.method("HEAD", meters(), "", "Accept", "application/n-triples");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/n-triples");
    }

    @Test
    void headOnAMissingGraph() {
        assertThat(hub.method("HEAD", "/data?graph=http%3A%2F%2Fhub.test%2Fnone", "")
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "text/turtle",
        "application/n-triples",
        "application/rdf+xml",
        "application/ld+json",
        "application/trig",
        "application/n-quads"
    })
    void getOfNamedGraph_byAccept(String accept) {
        HttpResponse<String> answer = hub.get(meters(), "Accept", accept);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(accept);
        assertThat(answer.body()).contains("Smart meters");
    }

    @Test
    void getOfNamedGraph_notAcceptable() {
        HttpResponse<String> answer = hub.get(meters(), "Accept", "image/png");
        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.body()).contains("text/turtle");
    }

    @ParameterizedTest
    @CsvSource({"PUT", "POST", "DELETE", "PATCH"})
    void writing_isRefusedWithTheReason(String method) {
        for (String target :
                new String[] {meters(), "/data?default", "/data", "/data?graph=http%3A%2F%2Fnew.test%2F"}) {
            HttpResponse<String> answer = hub.method(method, target, "", "Content-Type", "text/turtle");
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("read-only", "http://hub.test/dump/catalogue.nq.gz");
        }
    }

    @Test
    void answer_namesDataVersionAndIsOpenToOtherOrigins() {
        HttpResponse<String> answer = hub.get(meters());
        assertThat(answer.headers().firstValue("Atlas-Data-Version")).contains("2");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }
}
