package eu.solutionatlas.standards;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.sparql.SparqlHub;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The cases of the SPARQL 1.1 Protocol, by the names of the W3C test suite, written from the specification against the
 * sample catalogue: its two documents stand for the suite's data files. Updates are refused by policy, so each update
 * case, good or bad, is one of refusal.
 */
class SparqlProtocolTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String QUERY = "application/sparql-query";
    private static final String UPDATE = "application/sparql-update";
    private static final String READ_ONLY = "the endpoint is for reading: 403 with the reason, whatever the update is";

    private static SparqlHub hub;

    @BeforeAll
    static void start() {
        hub = SparqlHub.start();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static DynamicTest test(String name, HttpAnswer request, Consumer<HttpResponse<String>> check) {
        return DynamicTest.dynamicTest(name, () -> check.accept(request.get()));
    }

    @FunctionalInterface
    private interface HttpAnswer {
        HttpResponse<String> get();
    }

    private static String encode(String text) {
        return SparqlHub.encode(text);
    }

    private static Consumer<HttpResponse<String>> status(int status) {
        return answer -> assertThat(answer.statusCode()).isEqualTo(status);
    }

    private static Consumer<HttpResponse<String>> yes() {
        return answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("true");
        };
    }

    private static Consumer<HttpResponse<String>> type(Set<String> types) {
        return answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(types)
                    .contains(answer.headers()
                            .firstValue("Content-Type")
                            .orElse("")
                            .split(";")[0]);
        };
    }

    @TestFactory
    Stream<DynamicTest> query() {
        return Stream.of(
                test("query_get", () -> hub.get("/sparql?query=" + encode("ASK {}")), yes()),
                test("query_post_form", () -> hub.post("/sparql", FORM, "query=" + encode("ASK {}")), yes()),
                test("query_post_direct", () -> hub.post("/sparql", QUERY, "ASK {}"), yes()));
    }

    @TestFactory
    Stream<DynamicTest> queryDataset() {
        String ask = "ASK { ?s <http://purl.org/dc/terms/isPartOf> ?o }";
        String notTides =
                "ASK { ?s <http://purl.org/dc/terms/isPartOf> ?o FILTER NOT EXISTS { ?x <http://purl.org/dc/terms/creator> ?c } }";
        String both = "ASK { ?s <http://purl.org/dc/terms/isPartOf> ?o . ?t <http://purl.org/dc/terms/creator> ?c }";
        String named = "ASK { GRAPH ?g { ?s <http://purl.org/dc/terms/isPartOf> ?o } }";
        String twoNamed =
                "ASK { GRAPH ?g { ?s <http://purl.org/dc/terms/isPartOf> ?o } GRAPH ?h { ?t <http://purl.org/dc/terms/creator> ?c } FILTER NOT EXISTS { ?x ?y ?z } }";
        String full =
                "ASK { GRAPH ?g { ?s <http://purl.org/dc/terms/isPartOf> ?o } ?t <http://purl.org/dc/terms/creator> ?c FILTER NOT EXISTS { ?s <http://purl.org/dc/terms/isPartOf> ?o } }";
        String meters = encode(SparqlHub.METERS);
        String tides = encode(SparqlHub.TIDES);
        return Stream.of(
                test(
                        "query_dataset_default_graph (POST direct)",
                        () -> hub.post("/sparql?default-graph-uri=" + meters, QUERY, notTides),
                        yes()),
                test(
                        "query_dataset_default_graphs_get",
                        () -> hub.get("/sparql?query=" + encode(both) + "&default-graph-uri=" + meters
                                + "&default-graph-uri=" + tides),
                        yes()),
                test(
                        "query_dataset_default_graphs_post",
                        () -> hub.post(
                                "/sparql",
                                FORM,
                                "query=" + encode(both) + "&default-graph-uri=" + meters + "&default-graph-uri="
                                        + tides),
                        yes()),
                test(
                        "query_dataset_named_graphs_post",
                        () -> hub.post(
                                "/sparql",
                                FORM,
                                "query=" + encode(twoNamed) + "&named-graph-uri=" + meters + "&named-graph-uri="
                                        + tides),
                        yes()),
                test(
                        "query_dataset_named_graphs_get",
                        () -> hub.get("/sparql?query=" + encode(named) + "&named-graph-uri=" + meters),
                        yes()),
                test(
                        "query_dataset_full",
                        () -> hub.post(
                                "/sparql",
                                FORM,
                                "query=" + encode(full) + "&default-graph-uri=" + tides + "&named-graph-uri=" + meters),
                        yes()),
                test(
                        "query_multiple_dataset (the protocol's dataset wins over FROM)",
                        () -> hub.get("/sparql?query="
                                + encode(ask.replace("{", "FROM <" + SparqlHub.TIDES + "> {")) + "&default-graph-uri="
                                + meters),
                        yes()),
                test(
                        "query_dataset_in_query (FROM alone)",
                        () -> hub.query(ask.replace("{", "FROM <" + SparqlHub.TIDES + "> {")),
                        answer -> assertThat(answer.body()).contains("false")),
                test("query_dataset_none (union of all documents)", () -> hub.query(both), yes()));
    }

    @TestFactory
    Stream<DynamicTest> contentType() {
        Set<String> rows = Set.of(
                "application/sparql-results+xml",
                "application/sparql-results+json",
                "text/tab-separated-values",
                "text/csv");
        Set<String> graphs =
                Set.of("text/turtle", "application/rdf+xml", "application/n-triples", "application/ld+json");
        return Stream.of(
                test(
                        "query_content_type_select",
                        () -> hub.post("/sparql", FORM, "query=" + encode("SELECT (1 AS ?value) {}")),
                        type(rows)),
                test(
                        "query_content_type_ask",
                        () -> hub.post("/sparql", FORM, "query=" + encode("ASK {}")),
                        type(rows)),
                test(
                        "query_content_type_describe",
                        () -> hub.post("/sparql", FORM, "query=" + encode("DESCRIBE <http://example.org/>")),
                        type(graphs)),
                test(
                        "query_content_type_construct",
                        () -> hub.post(
                                "/sparql", FORM, "query=" + encode("CONSTRUCT { <urn:x:s> <urn:x:p> 1 } WHERE {}")),
                        type(graphs)));
    }

    @TestFactory
    Stream<DynamicTest> badQuery() {
        return Stream.of(
                test("bad_query_method", () -> hub.method("PUT", "/sparql?query=" + encode("ASK {}"), ""), answer -> {
                    assertThat(answer.statusCode()).isEqualTo(405);
                    assertThat(answer.headers().firstValue("Allow")).isPresent();
                }),
                test(
                        "bad_multiple_queries",
                        () -> hub.get("/sparql?query=" + encode("ASK {}") + "&query=" + encode("SELECT * {}")),
                        status(400)),
                test(
                        "bad_multiple_queries (address and body)",
                        () -> hub.post("/sparql?query=" + encode("ASK {}"), QUERY, "ASK {}"),
                        status(400)),
                test("bad_query_wrong_media_type", () -> hub.post("/sparql", "text/plain", "ASK {}"), status(415)),
                test(
                        "bad_query_missing_form_type",
                        () -> hub.send(
                                hub.request("/sparql").POST(HttpRequest.BodyPublishers.ofString("query=ASK%20%7B%7D"))),
                        status(415)),
                test(
                        "bad_query_missing_direct_type",
                        () -> hub.send(hub.request("/sparql").POST(HttpRequest.BodyPublishers.ofString("ASK {}"))),
                        status(415)),
                test(
                        "bad_query_non_utf8",
                        () -> hub.send(hub.request("/sparql")
                                .header("Content-Type", QUERY + "; charset=UTF-16")
                                .POST(HttpRequest.BodyPublishers.ofString("ASK {}", StandardCharsets.UTF_16))),
                        status(415)),
                test(
                        "bad_query_non_utf8 (undeclared)",
                        () -> hub.send(hub.request("/sparql")
                                .header("Content-Type", QUERY)
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "ASK { } # \u00e9", StandardCharsets.ISO_8859_1))),
                        status(400)),
                test("bad_query_syntax", () -> hub.get("/sparql?query=" + encode("ASK { GRAPH <> ")), status(400)));
    }

    @TestFactory
    Stream<DynamicTest> update() {
        String update = "INSERT DATA { <urn:x:s> <urn:x:p> 1 }";
        String form = "update=" + encode(update);
        List<DynamicTest> cases = List.of(
                test("update_post_form", () -> hub.post("/sparql", FORM, form), status(403)),
                test("update_post_direct", () -> hub.post("/sparql", UPDATE, update), status(403)),
                test(
                        "update_base_uri",
                        () -> hub.post("/sparql", UPDATE, "BASE <http://example.org/> " + update),
                        status(403)),
                test(
                        "update_dataset_default_graph",
                        () -> hub.post("/sparql?using-graph-uri=" + encode("http://example.org/g"), UPDATE, update),
                        status(403)),
                test(
                        "update_dataset_default_graphs",
                        () -> hub.post("/sparql", FORM, form + "&using-graph-uri=urn:x:1&using-graph-uri=urn:x:2"),
                        status(403)),
                test(
                        "update_dataset_named_graphs",
                        () -> hub.post("/sparql", FORM, form + "&using-named-graph-uri=urn:x:1"),
                        status(403)),
                test(
                        "update_dataset_full",
                        () -> hub.post(
                                "/sparql", FORM, form + "&using-graph-uri=urn:x:1&using-named-graph-uri=urn:x:2"),
                        status(403)),
                test("bad_update_get", () -> hub.get("/sparql?" + form), status(403)),
                test("bad_multiple_updates", () -> hub.post("/sparql", FORM, form + "&" + form), status(403)),
                test("bad_update_wrong_media_type", () -> hub.post("/sparql", "text/plain", update), status(415)),
                test(
                        "bad_update_missing_form_type",
                        () -> hub.send(hub.request("/sparql").POST(HttpRequest.BodyPublishers.ofString(form))),
                        status(415)),
                test(
                        "bad_update_non_utf8",
                        () -> hub.send(hub.request("/sparql")
                                .header("Content-Type", UPDATE + "; charset=UTF-16")
                                .POST(HttpRequest.BodyPublishers.ofString(update, StandardCharsets.UTF_16))),
                        status(415)),
                test("bad_update_syntax", () -> hub.post("/sparql", UPDATE, "INSERT NOTHING"), status(403)),
                test(
                        "bad_update_dataset_conflict",
                        () -> hub.post("/sparql?using-graph-uri=urn:x:1", UPDATE, "WITH <urn:x:2> " + update),
                        status(403)));
        return cases.stream()
                .map(one -> DynamicTest.dynamicTest(one.getDisplayName() + ": " + READ_ONLY, one.getExecutable()));
    }

    @TestFactory
    Stream<DynamicTest> nothingWasChanged() {
        return Stream.of(test(
                "after all updates",
                () -> hub.query("ASK { <urn:x:s> ?p ?o }"),
                answer -> assertThat(answer.body()).contains("false")));
    }
}
