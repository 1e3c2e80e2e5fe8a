package eu.solutionatlas.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way out of the sandbox that Jena leaves open by default, tried from outside. */
class QueryAttackTest {
    private static SparqlHub hub;

    private final AtomicInteger caught = new AtomicInteger();
    private HttpServer sink;

    @BeforeAll
    static void start() {
        hub = SparqlHub.start();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @BeforeEach
    void listen() throws IOException {
        sink = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        sink.createContext("/", exchange -> {
            caught.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        sink.start();
    }

    @AfterEach
    void closeSink() {
        sink.stop(0);
    }

    private String sinkIri() {
        return "http://localhost:" + sink.getAddress().getPort() + "/sparql";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { SERVICE <SINK> { ?s ?p ?o } }",
                "SELECT * { SERVICE SILENT <SINK> { ?s ?p ?o } }",
                "SELECT * { VALUES ?e { <SINK> } SERVICE ?e { ?s ?p ?o } }",
                "SELECT * { VALUES ?e { <SINK> } SERVICE SILENT ?e { ?s ?p ?o } }",
                "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <SINK> { ?s ?p ?o } } }",
                "SELECT * { ?s ?p ?o FILTER NOT EXISTS { SERVICE <SINK> { ?s ?p ?o } } }",
                "SELECT * { ?s ?p ?o BIND(EXISTS { SERVICE <SINK> { ?s ?p ?o } } AS ?x) }",
                "SELECT (EXISTS { SERVICE <SINK> { ?s ?p ?o } } AS ?x) { ?s ?p ?o }",
                "SELECT * { ?s ?p ?o } ORDER BY EXISTS { SERVICE <SINK> { ?s ?p ?o } }",
                "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s HAVING EXISTS { SERVICE <SINK> { ?s ?p ?o } }",
                "SELECT (SUM(IF(EXISTS { SERVICE <SINK> { ?s ?p ?o } }, 1, 0)) AS ?n) { ?s ?p ?o }",
                "SELECT * { { SELECT * { SERVICE <SINK> { ?s ?p ?o } } } }",
                "SELECT * { ?s ?p ?o OPTIONAL { SERVICE <SINK> { ?s ?p ?o } } }",
                "SELECT * { ?s ?p ?o MINUS { SERVICE <SINK> { ?s ?p ?o } } }",
                "SELECT * { { } UNION { GRAPH ?g { SERVICE <SINK> { ?s ?p ?o } } } }",
                "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <SINK> { ?s ?p ?o } }",
                "DESCRIBE ?s { SERVICE <SINK> { ?s ?p ?o } }",
                "ASK { SERVICE <SINK> { ?s ?p ?o } }"
            })
    void service_refusedWithoutACall(String query) {
        HttpResponse<String> answer = hub.query(query.replace("SINK", sinkIri()));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("service-not-allowed");
        assertThat(caught).hasValue(0);
    }

    @Test
    void service_problemNamesTheIri() {
        assertThat(hub.query("SELECT * { SERVICE <" + sinkIri() + "> { ?s ?p ?o } }")
                        .body())
                .contains(sinkIri());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (<java:eu.solutionatlas.sparql.Tripwire>(1) AS ?x) { }",
                "SELECT * { ?s <java:eu.solutionatlas.sparql.Tripwire> ?o }",
                "SELECT * { ?s ?p ?o FILTER(<java:eu.solutionatlas.sparql.Tripwire>(?o)) }",
                "SELECT (<http://jena.hpl.hp.com/ARQ/function#../../eu.solutionatlas.sparql.Tripwire>(1) AS ?x) { }"
            })
    void javaFunction_loadsNoClass(String query) {
        hub.query(query);
        assertThat(System.getProperty("atlas.test.tripwire")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://jena.apache.org/ARQ/function#system-timezone",
                "http://jena.apache.org/ARQ/function#now",
                "http://jena.apache.org/ARQ/function#version",
                "http://jena.apache.org/ARQ/function#eval",
                "http://jena.apache.org/ARQ/js#x",
                "http://www.w3.org/2005/xpath-functions#apply"
            })
    void extensionFunction_hasNoValue(String iri) {
        HttpResponse<String> answer = hub.query("SELECT (<" + iri + ">('1') AS ?x) { }", "Accept", "text/csv");
        assertThat(answer.body()).isEqualTo("x\r\n\r\n");
    }

    @Test
    void castsAndXPathFunctions_stay() {
        assertThat(hub.query("""
                                PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                                PREFIX fn: <http://www.w3.org/2005/xpath-functions#>
                                SELECT (xsd:integer("7") AS ?a) (fn:upper-case("b") AS ?b) (fn:matches("abc", "b.") AS ?c)
                                  (fn:replace("abc", "b", "x") AS ?d) { }
                                """, "Accept", "text/csv").body()).isEqualTo("a,b,c,d\r\n7,B,true,axc\r\n");
    }

    @Test
    void fromFile_readsNothing(@TempDir Path directory) throws IOException {
        Path secret = Files.writeString(directory.resolve("secret.nt"), "<urn:a> <urn:b> \"secret\" .\n");
        HttpResponse<String> answer = hub.query("SELECT * FROM <" + secret.toUri() + "> { ?s ?p ?o }");
        assertThat(answer.body()).doesNotContain("secret\"").contains("\"bindings\":[");
    }

    @Test
    void fromHttp_callsNobody() {
        hub.query("SELECT * FROM <" + sinkIri() + "> { ?s ?p ?o }");
        hub.get("/sparql?query=" + SparqlHub.encode("SELECT * { ?s ?p ?o }") + "&default-graph-uri="
                + SparqlHub.encode(sinkIri()));
        assertThat(caught).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { GRAPH <urn:x-arq:DefaultGraph> { ?s ?p ?o } }",
                "SELECT * FROM <urn:x-arq:DefaultGraph> { ?s ?p ?o }",
                "SELECT * { ?a ?b ?c FILTER EXISTS { GRAPH <urn:x-arq:DefaultGraphNode> { ?s ?p ?o } } }"
            })
    void booksOfTheStore_areNotAGraph(String query) {
        assertThat(hub.query(query).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { VALUES ?g { <urn:x-arq:DefaultGraph> } GRAPH ?g { ?s ?p ?o } }",
                "SELECT * { BIND(<urn:x-arq:DefaultGraph> AS ?g) GRAPH ?g { ?s ?p ?o } }",
                "SELECT * { BIND(IRI('urn:x-arq:DefaultGraph') AS ?g) GRAPH ?g { ?s ?p ?o } }",
                "SELECT * { GRAPH ?g { ?s ?p ?o } FILTER(?g = <urn:x-arq:DefaultGraph>) }",
                "SELECT * { { BIND(<urn:x-arq:DefaultGraph> AS ?g) } OPTIONAL { GRAPH ?g { ?s (<urn:p>|!<urn:q>) ?o } } }"
            })
    void booksOfTheStore_areNotFoundByVariable(String query) {
        assertThat(hub.query(query, "Accept", "text/csv").body()).doesNotContain("urn:x-atlas", "ledger", "hub.test");
    }

    @Test
    void graphVariable_showsDocumentsOnly() {
        assertThat(hub.query("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g", "Accept", "text/csv")
                        .body())
                .isEqualTo("g\r\n" + SparqlHub.METERS + "\r\n" + SparqlHub.TIDES + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
                "DELETE WHERE { ?s ?p ?o }",
                "LOAD <file:///etc/passwd>",
                "LOAD SILENT <http://localhost/>",
                "DROP ALL"
            })
    void update_refusedInEveryShape(String update) {
        assertThat(hub.post("/sparql", "application/sparql-update", update).statusCode())
                .isEqualTo(403);
        assertThat(hub.post("/sparql", "application/x-www-form-urlencoded", "update=" + SparqlHub.encode(update))
                        .statusCode())
                .isEqualTo(403);
        assertThat(hub.get("/sparql?update=" + SparqlHub.encode(update)).statusCode())
                .isEqualTo(403);
        assertThat(hub.query(update).statusCode()).isEqualTo(400);
    }

    @Test
    void update_refusalSaysWhereTheDumpLies() {
        assertThat(hub.post("/sparql", "application/sparql-update", "DROP ALL").body())
                .contains("http://hub.test/dump/catalogue.nq.gz");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CALL <java:eu.solutionatlas.sparql.Tripwire>(1)",
                "SELECT * { CALL <java:eu.solutionatlas.sparql.Tripwire>(1) }",
                "SELECT * { LET(?x := 1) }",
                "JSON { 'a': ?s } WHERE { ?s ?p ?o }",
                "SELECT (AGG <java:eu.solutionatlas.sparql.Tripwire>(?s) AS ?x) { ?s ?p ?o }"
            })
    void extensionSyntax_isNoSparql(String query) {
        assertThat(hub.query(query).statusCode()).isEqualTo(400);
    }

    @Test
    void deepNesting_isRefused() {
        assertThat(hub.query("SELECT * " + "{".repeat(3_000) + "?s ?p ?o" + "}".repeat(3_000))
                        .statusCode())
                .isIn(400, 413);
        String post = "SELECT * " + "{".repeat(40_000) + "?s ?p ?o" + "}".repeat(40_000);
        assertThat(hub.post("/sparql", "application/sparql-query", post).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "-", "||true", "/<urn:p>", "UNION{?s ?p ?o}", "OPTIONAL{?s ?p ?o}"})
    void longChains_areRefusedOrAnswered(String link) {
        String chain = link.repeat(90_000 / link.length());
        String query = switch (link.charAt(0)) {
            case '!' -> "ASK { FILTER(" + chain + "true) }";
            case '-' -> "ASK { FILTER(" + "- ".repeat(40_000) + "1 < 0) }";
            case '|' -> "ASK { FILTER(true" + chain + ") }";
            case '/' -> "ASK { ?s <urn:p>" + chain + " ?o }";
            default -> "ASK { {?s ?p ?o} " + chain + " }";
        };
        HttpResponse<String> answer = hub.post("/sparql", "application/sparql-query", query);
        assertThat(answer.statusCode()).isIn(200, 400);
        assertThat(hub.query("ASK { ?s ?p ?o }").body()).contains("true");
    }

    @Test
    void problem_hasNoTraceOfTheInside() {
        HttpResponse<String> answer = hub.query("SELECT * { SERVICE <" + sinkIri() + "> { ?s ?p ?o } }");
        assertThat(answer.body()).doesNotContain("Exception", "org.apache", "eu.solutionatlas", "\tat ");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body().getBytes(StandardCharsets.UTF_8).length).isLessThan(2_000);
    }
}
