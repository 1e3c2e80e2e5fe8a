package eu.solutionatlas.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that would run for ever or fill memory, and what ends them. */
@Timeout(60)
class QueryLimitsTest {
    private static final String DIGITS = "{ VALUES ?%s { 0 1 2 3 4 5 6 7 8 9 } }";
    /** A million rows out of nothing. */
    private static final String MILLION =
            digits("a") + digits("b") + digits("c") + digits("d") + digits("e") + digits("f");

    /** A trillion of them. */
    private static final String TRILLION =
            MILLION + digits("g") + digits("h") + digits("i") + digits("j") + digits("k") + digits("l");

    private static SparqlHub hub;

    private static String digits(String variable) {
        return DIGITS.formatted(variable);
    }

    @BeforeAll
    static void start() {
        StringBuilder ring = new StringBuilder();
        for (int i = 0; i < 1_500; i++) {
            for (int j = 1; j <= 3; j++) {
                ring.append("<http://hub.test/n/%d> <http://hub.test/next> <http://hub.test/n/%d> .%n"
                        .formatted(i, (i * 7 + j * 13) % 1_500));
            }
        }
        var store = SparqlHub.sample();
        SparqlHub.put(store, "http://hub.test/solution/ring", ring.toString());
        hub = SparqlHub.over(store, "first-row-timeout", "600ms", "timeout", "1500ms");
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static String doubling(String seed, String step, int times) {
        StringBuilder query = new StringBuilder("SELECT ?x" + times + " { BIND(" + seed + " AS ?x0) ");
        for (int i = 0; i < times; i++) {
            query.append("BIND(")
                    .append(step.replace("?x", "?x" + i))
                    .append(" AS ?x")
                    .append(i + 1)
                    .append(") ");
        }
        return query.append("}").toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ASK { FILTER regex('TEXT', 'BAD') }",
                "ASK { FILTER regex('TEXT', 'BAD', 'i') }",
                "SELECT * { ?s ?p ?o FILTER regex(CONCAT(STR(?p), 'TEXT'), 'BAD') }",
                "SELECT * { ?s ?p ?o FILTER(?o = 1 || EXISTS { FILTER regex('TEXT', 'BAD') }) }",
                "SELECT * { ?s ?p ?o MINUS { ?s ?p ?o FILTER regex(CONCAT('TEXT', STR(?p)), 'BAD') } }",
                "SELECT (REPLACE('TEXT', 'BAD', 'c') AS ?x) { }",
                "SELECT (<http://www.w3.org/2005/xpath-functions#matches>('TEXT', 'BAD') AS ?x) { }",
                "SELECT (<http://www.w3.org/2005/xpath-functions#replace>('TEXT', 'BAD', 'c') AS ?x) { }",
                "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } HAVING regex('TEXT', 'BAD')",
                "SELECT * { ?s ?p ?o } ORDER BY regex(CONCAT('TEXT', STR(?p)), 'BAD')",
                "SELECT ?x { ?s ?p ?o } GROUP BY (regex(CONCAT('TEXT', STR(?p)), 'BAD') AS ?x)",
                "SELECT (SUM(IF(regex(CONCAT('TEXT', STR(?p)), 'BAD'), 1, 0)) AS ?n) { ?s ?p ?o }",
                "SELECT * { ?s ?p ?o { SELECT * { FILTER regex('TEXT', 'BAD') } } }",
                "CONSTRUCT { ?s ?p ?x } WHERE { ?s ?p ?o BIND(REPLACE('TEXT', 'BAD', 'c') AS ?x) }",
                "DESCRIBE ?s { ?s ?p ?o FILTER regex('TEXT', 'BAD') }"
            })
    void catastrophicRegex_endsWithItsQuery(String query) {
        endsInTime(query.replace("TEXT", "a".repeat(400)).replace("BAD", "a*a*a*a*a*a*a*a*a*a*b"));
    }

    private static void endsInTime(String query) {
        long begun = System.nanoTime();
        HttpResponse<String> answer = hub.query(query);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
        assertThat(answer.body()).contains("query-timeout", "dump/catalogue.nq.gz");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void crossProduct_ordered() {
        endsInTime("SELECT * { " + TRILLION + " } ORDER BY ?l LIMIT 10");
    }

    @Test
    void crossProduct_distinct() {
        endsInTime("SELECT DISTINCT ?z { " + TRILLION + " BIND(?a * 0 AS ?z) } OFFSET 1");
    }

    @Test
    void crossProduct_grouped() {
        endsInTime("SELECT ?a (COUNT(*) AS ?n) { " + TRILLION + " } GROUP BY ?a");
    }

    @Test
    void crossProduct_filteredToNothing() {
        endsInTime("ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STR(?c) = CONCAT(STR(?i), STR(?f))) }");
    }

    @Test
    void crossProduct_notExists() {
        endsInTime("SELECT * { ?s ?p ?o FILTER NOT EXISTS { " + TRILLION + " FILTER(?a + ?l = 100) } } ");
    }

    @Test
    void path_overEverything() {
        endsInTime(
                "SELECT (COUNT(*) AS ?n) { ?a (<http://hub.test/next>|^<http://hub.test/next>)* ?b . ?b (<http://hub.test/next>/<http://hub.test/next>)* ?c }");
    }

    @Test
    void path_inExists() {
        endsInTime(
                "ASK { ?a <http://hub.test/next>* ?b FILTER NOT EXISTS { ?a (!<urn:x>|^<http://hub.test/next>)* ?b } }");
    }

    @Test
    void stringBomb_concat_hasNoValue() {
        HttpResponse<String> answer = hub.query(doubling("'aaaaaaaaaa'", "CONCAT(?x, ?x)", 40), "Accept", "text/csv");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("x40\r\n\r\n");
    }

    @Test
    void stringBomb_replace_hasNoValue() {
        HttpResponse<String> answer =
                hub.query(doubling("'aaaaaaaaaa'", "REPLACE(?x, 'a', 'aaaaaaaaaa')", 12), "Accept", "text/csv");
        assertThat(answer.body()).isEqualTo("x12\r\n\r\n");
    }

    @Test
    void stringBomb_groupConcat_hasNoValue() {
        HttpResponse<String> answer = hub.post(
                "/sparql",
                "application/sparql-query",
                "SELECT (STRLEN(GROUP_CONCAT(?x; separator='-')) AS ?n) { VALUES ?x { "
                        + ("'" + "a".repeat(900) + "' ").repeat(100) + " } { VALUES ?y { 1 2 3 } } }",
                "Accept",
                "text/csv");
        assertThat(answer.body()).isEqualTo("n\r\n\r\n");
    }

    @Test
    void groupConcat_small_isAsEver() {
        assertThat(hub.query(
                                "SELECT (GROUP_CONCAT(?x; separator='-') AS ?a) (GROUP_CONCAT(DISTINCT ?x) AS ?b) { VALUES ?x { 1 2 2 } }",
                                "Accept",
                                "text/csv")
                        .body())
                .isEqualTo("a,b\r\n1-2-2,1 2\r\n");
    }

    @Test
    void numberBomb_hasNoValue() {
        HttpResponse<String> answer = hub.query(doubling("99999999999", "?x * ?x", 60), "Accept", "text/csv");
        assertThat(answer.body()).isEqualTo("x60\r\n\r\n");
    }

    @Test
    void replace_keepsLanguage() {
        assertThat(hub.query(
                                "SELECT (REPLACE('abc'@en, '(b)', '[$1]') AS ?x) { }",
                                "Accept",
                                "text/tab-separated-values")
                        .body())
                .isEqualTo("?x\n\"a[b]c\"@en\n");
    }

    @Test
    void manyDisjunctions_arePlannedQuickly() {
        StringBuilder query = new StringBuilder("SELECT * { ?s ?p ?o ");
        for (int i = 0; i < 30; i++) {
            query.append("FILTER(?s = <urn:a")
                    .append(i)
                    .append("> || ?o = <urn:b")
                    .append(i)
                    .append(">) ");
        }
        long begun = System.nanoTime();
        hub.query(query + "}");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void timeoutParameter_lowersTheLimit() {
        HttpResponse<String> answer =
                hub.get("/sparql?timeout=0.1&query=" + SparqlHub.encode("SELECT * { " + TRILLION + " } ORDER BY ?l"));
        assertThat(answer.statusCode()).isEqualTo(503);
    }

    @Test
    void timeoutParameter_neverRaisesTheLimit() {
        long begun = System.nanoTime();
        hub.get("/sparql?timeout=1000&query=" + SparqlHub.encode("SELECT * { " + TRILLION + " } ORDER BY ?l"));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "0", "NaN"})
    void timeoutParameter_malformed(String value) {
        assertThat(hub.get("/sparql?query=ASK%7B%7D&timeout=" + value).statusCode())
                .isEqualTo(400);
    }

    @Test
    void queryTooLong() {
        assertThat(hub.post("/sparql", "application/sparql-query", "ASK { } #" + "x".repeat(100_000))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void syntaxError_saysWhere() {
        HttpResponse<String> answer = hub.query("SELECT * {\n  ?s ?p }");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"line\" : 2", "\"column\" : 9", "Line 2, column 9: Unexpected \\\"}\\\"");
    }

    @Test
    void afterAllOfThis_theHubAnswers() {
        assertThat(hub.query("ASK { ?s ?p ?o }").body()).contains("true");
        hub.awaitFreePermits(4);
    }
}
