package eu.solutionatlas.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import eu.solutionatlas.sparql.guard.AllowedServices;
import eu.solutionatlas.sparql.guard.JenaHardening;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each wall by itself, without those that stand before it. */
class JenaHardeningTest {
    private final DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
    private final AtomicInteger hits = new AtomicInteger();
    private HttpServer sink;

    @BeforeEach
    void start() throws IOException {
        sink = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        sink.createContext("/", exchange -> {
            hits.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        sink.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", sinkAddress() + "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        sink.start();
        JenaHardening.apply(AllowedServices.NONE);
    }

    @AfterEach
    void stop() {
        sink.stop(0);
        JenaHardening.apply(AllowedServices.NONE);
    }

    private String sinkAddress() {
        return "http://127.0.0.1:" + sink.getAddress().getPort();
    }

    private void whenQueried(String query) {
        try (QueryExec execution = QueryExec.dataset(dataset).query(query).build()) {
            execution.select().materialize();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { SERVICE <%s> { ?s ?p ?o } }",
                "SELECT * { SERVICE SILENT <%s> { ?s ?p ?o } }",
                "SELECT * { BIND (<%s> AS ?there) SERVICE ?there { ?s ?p ?o } }"
            })
    void service_notAllowed_isDenied(String query) {
        assertThatThrownBy(() -> whenQueried(query.formatted(sinkAddress()))).isInstanceOf(QueryDeniedException.class);
        assertThat(hits).hasValue(0);
    }

    @Test
    void service_insideAFilter_callsNobody() {
        // ARQ takes the denial for an error of the filter; the endpoint's own guard refuses such a query as a whole.
        whenQueried("SELECT * { VALUES ?x { 1 } FILTER EXISTS { SERVICE <" + sinkAddress() + "> { ?s ?p ?o } } }");

        assertThat(hits).hasValue(0);
    }

    @Test
    void service_allowedButMoved_isNotFollowed() {
        String moved = sinkAddress() + "/moved";
        JenaHardening.apply(moved::equals);

        assertThatThrownBy(() -> whenQueried("SELECT * { SERVICE <" + moved + "> { ?s ?p ?o } }"))
                .isInstanceOf(RuntimeException.class);
        assertThat(hits).hasValue(0);
    }

    @Test
    void function_namedByClass_isNotLoaded() {
        String function = "java:" + Tripwire.class.getName();

        whenQueried("SELECT (<" + function + ">(1) AS ?x) {}");
        whenQueried("SELECT * { 1 <" + function + "> ?x }");

        assertThat(System.getProperty("atlas.test.tripwire")).isNull();
    }

    @Test
    void load_ofAFile_isNotDone() {
        assertThatThrownBy(() -> UpdateExec.dataset(dataset)
                        .update("LOAD <file:data/hub.ttl>")
                        .build()
                        .execute())
                .isInstanceOf(RuntimeException.class);
        assertThat(dataset.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"context", "import"})
    void jsonLd_remoteContext_isNotFetched(String keyword) {
        String context = "{\"@" + keyword + "\": \"" + sinkAddress() + "/context\"}";
        String document = keyword.equals("context")
                ? "{\"@context\": \"" + sinkAddress() + "/context\", \"name\": \"x\"}"
                : "{\"@context\": " + context + ", \"name\": \"x\"}";

        assertThatThrownBy(() -> RDFParser.fromString(document, Lang.JSONLD11).parse(GraphFactory.createDefaultGraph()))
                .isInstanceOf(RiotException.class);
        assertThat(hits).hasValue(0);
    }

    @Test
    void jsonLd_fileContext_isNotRead() {
        String document = "{\"@context\": \"file:ontology/context.jsonld\", \"name\": \"x\"}";

        assertThatThrownBy(() -> RDFParser.fromString(document, Lang.JSONLD11).parse(GraphFactory.createDefaultGraph()))
                .isInstanceOf(RiotException.class);
    }

    @Test
    void rdfXml_externalEntity_isNotRead() {
        String document = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"" + sinkAddress() + "/entity\">]>"
                + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:d=\"http://example.org/\">"
                + "<rdf:Description rdf:about=\"http://example.org/a\"><d:p>&e;</d:p></rdf:Description></rdf:RDF>";

        RDFParser.fromString(document, Lang.RDFXML).parse(GraphFactory.createDefaultGraph());

        assertThat(hits).hasValue(0);
    }
}
