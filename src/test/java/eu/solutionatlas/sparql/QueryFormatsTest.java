package eu.solutionatlas.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryFormatsTest {
    private static final String TITLES =
            "SELECT ?title { ?s <http://purl.org/dc/terms/title> ?title FILTER(lang(?title) = 'en') } ORDER BY ?title";
    private static final String COPY = "CONSTRUCT WHERE { ?s <http://purl.org/dc/terms/isPartOf> ?o }";

    private static SparqlHub hub;

    @BeforeAll
    static void start() {
        hub = SparqlHub.start();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/sparql-results+json | application/sparql-results+json | "value":"Smart meters","xml:lang":"en"
            application/json                | application/json                | "value":"Tide atlas"
            application/sparql-results+xml  | application/sparql-results+xml  | <literal xml:lang="en">Smart meters</literal>
            text/csv                        | text/csv;charset=utf-8          | Smart meters
            text/tab-separated-values       | text/tab-separated-values;charset=utf-8 | "Smart meters"@en
            */*                             | application/sparql-results+json | Smart meters
            text/csv;q=0.5,application/sparql-results+xml | application/sparql-results+xml | <literal
            """)
    void select_byAccept(String accept, String type, String part) {
        HttpResponse<String> answer = hub.query(TITLES, "Accept", accept);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
                .isEqualTo(type);
        assertThat(answer.body()).contains(part);
    }

    @ParameterizedTest
    @CsvSource({"json,true", "xml,<boolean>true</boolean>", "csv,true", "tsv,true"})
    void ask_byFormatParameter(String format, String part) {
        HttpResponse<String> answer = hub.get("/sparql?query=ASK%7B%3Fs+%3Fp+%3Fo%7D&format=" + format);
        assertThat(answer.body()).contains(part);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/turtle           | text/turtle;charset=utf-8 | <http://hub.test/id/solution/meters>
            application/n-triples | application/n-triples     | <http://purl.org/dc/terms/isPartOf> <http://hub.test/id/solution/tides> .
            application/rdf+xml   | application/rdf+xml       | rdf:about="http://hub.test/id/solution/meters"
            application/ld+json   | application/ld+json       | "@id"
            application/trig      | application/trig          | <http://hub.test/id/solution/meters>
            application/n-quads   | application/n-quads       | <http://hub.test/id/solution/tides> .
            */*                   | text/turtle;charset=utf-8 | isPartOf
            """)
    void construct_byAccept(String accept, String type, String part) {
        HttpResponse<String> answer = hub.query(COPY, "Accept", accept);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
                .isEqualTo(type);
        assertThat(answer.body()).contains(part);
    }

    @Test
    void select_notAcceptable_listsWhatThereIs() {
        HttpResponse<String> answer = hub.query(TITLES, "Accept", "image/png");
        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.body()).contains("application/sparql-results+json", "text/csv");
    }

    @Test
    void select_unknownFormatParameter() {
        HttpResponse<String> answer = hub.get("/sparql?format=docx&query=ASK%7B%7D");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("docx").contains("tsv");
    }

    @Test
    void describe_followsBlankNodes() {
        HttpResponse<String> answer =
                hub.query("DESCRIBE <http://hub.test/id/solution/tides>", "Accept", "text/turtle");
        assertThat(answer.body()).contains("Gezeitenatlas", "Harbour office").doesNotContain("Smart meters");
    }

    @Test
    void describe_withPattern() {
        HttpResponse<String> answer =
                hub.query("DESCRIBE ?s { ?s <http://purl.org/dc/terms/isPartOf> ?o }", "Accept", "text/turtle");
        assertThat(answer.body()).contains("Smart meters").doesNotContain("Gezeitenatlas");
    }

    @Test
    void everyAnswer_namesDataVersion() {
        assertThat(hub.query(TITLES).headers().firstValue("Atlas-Data-Version")).contains("2");
    }

    @Test
    void everyAnswer_isOpenToOtherOrigins() {
        assertThat(hub.query("SELECT nonsense", "Origin", "https://elsewhere.test")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .contains("*");
    }

    @Test
    void smallAnswer_hasLength() {
        assertThat(hub.query(TITLES).headers().firstValue("Content-Length")).isPresent();
    }

    @Test
    void preflight() {
        HttpResponse<String> answer = hub.method("OPTIONS", "/sparql", "", "Origin", "https://elsewhere.test");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Methods")).contains("GET, HEAD, POST, OPTIONS");
    }

    @Test
    void head_hasHeadersOnly() {
        HttpResponse<String> answer = hub.method("HEAD", "/sparql?query=ASK%7B%7D", "", "Accept", "text/csv");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(answer.body()).isEmpty();
    }
}
