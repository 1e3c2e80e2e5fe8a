package eu.solutionatlas.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that once ended in an error of the hub's own. Nothing that a client sends is that. */
class OddQueriesTest {
    private static SparqlHub hub;

    @BeforeAll
    static void start() {
        hub = SparqlHub.start();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static HttpResponse<String> whenPosted(String query, String accept) {
        return hub.post("/sparql", "application/sparql-query", query, "Accept", accept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz zz!", "<b>", "", "-"})
    void strlang_noTag_leavesItUnbound(String tag) {
        HttpResponse<String> answer = whenPosted("SELECT (STRLANG('a', '" + tag + "') AS ?z) {}", "text/csv");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().strip()).isEqualTo("z");
    }

    @Test
    void strlang_goodTag() {
        assertThat(whenPosted("SELECT (STRLANG('a', 'de-DE') AS ?z) {}", "application/sparql-results+json")
                        .body())
                .containsIgnoringCase("\"xml:lang\":\"de-de\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"||", "&&", "+"})
    void chain_ofOperators_isTooDeep(String operator) {
        String query = "SELECT * { ?s ?p ?o FILTER (?o=1" + (operator + "?o=1").repeat(12_000) + ") }";

        HttpResponse<String> answer = whenPosted(operator.equals("+") ? query.replace("=1", "") : query, "text/csv");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("query-too-deep");
    }

    @Test
    void in_veryLongList_isRefused() {
        HttpResponse<String> answer =
                whenPosted("SELECT * { ?s ?p ?o FILTER (?o IN (1" + ",1".repeat(20_000) + ")) }", "text/csv");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("VALUES");
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-7", "no-such", "%%"})
    void charset_unknown_is415(String charset) {
        assertThat(hub.post("/sparql", "application/sparql-query;charset=" + charset, "ASK {}")
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void rdfXml_propertyWithoutLocalName_saysWhich() {
        HttpResponse<String> answer =
                whenPosted("CONSTRUCT { <http://a.test/> <http://x.test/1/> 1 } WHERE {}", "application/rdf+xml");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("http://x.test/1/");
    }

    @Test
    void xml_controlCharacter_isRefused() {
        HttpResponse<String> answer = whenPosted("SELECT (\"\\u0001\" AS ?z) {}", "application/sparql-results+xml");

        assertThat(answer.statusCode()).isEqualTo(422);
    }

    @Test
    void regex_malformed_namesNoClass() {
        HttpResponse<String> answer = whenPosted("SELECT (REGEX('a', '(((') AS ?x) {}", "text/csv");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Unclosed group").doesNotContain("java");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sparql?graph=http://hub.test/solution/tides", "/sparql?default"})
    void graphParameter_withoutQuery_pointsToTheGraphStore(String target) {
        HttpResponse<String> answer = hub.get(target, "Accept", "text/turtle");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/data");
    }

    @Test
    void webSocketHeader_isAProblem() {
        HttpResponse<String> answer = hub.get("/sparql", "Sec-WebSocket-Version", "13");

        assertThat(answer.statusCode()).isEqualTo(400);
    }
}
