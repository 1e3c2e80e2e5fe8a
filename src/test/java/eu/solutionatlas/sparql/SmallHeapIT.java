package eu.solutionatlas.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of a million rows leave a process that has 192 MB of heap, and no query takes that process down. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class SmallHeapIT {
    private static final long MILLION = (long) SmallHeapHub.COMMITS * SmallHeapHub.DOCUMENTS * SmallHeapHub.TRIPLES;

    @TempDir
    static Path directory;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Process hub;
    private static int port;

    @BeforeAll
    static void start() throws IOException {
        hub = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeapHub.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        // Standard output carries the port, and lines of the request log before it.
        BufferedReader lines = new BufferedReader(new InputStreamReader(hub.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        while (line != null && !line.matches("\\d+")) {
            line = lines.readLine();
        }
        assertThat(line).as("the hub starts").isNotNull();
        port = Integer.parseInt(line);
    }

    @AfterAll
    static void stop() throws InterruptedException, IOException {
        hub.getOutputStream().close();
        if (!hub.waitFor(30, TimeUnit.SECONDS)) {
            hub.destroyForcibly();
        }
    }

    private static HttpResponse<InputStream> get(String target, String accept)
            throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + target))
                        .header("Accept", accept)
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
    }

    private static long lines(HttpResponse<InputStream> answer) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            return in.lines().count();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SELECT * { ?s ?p ?o }, text/csv, 1",
        "SELECT * { ?s ?p ?o }, text/tab-separated-values, 1",
        "SELECT * { GRAPH ?g { ?s ?p ?o } }, text/csv, 1",
        "CONSTRUCT WHERE { ?s ?p ?o }, application/n-triples, 0",
        "CONSTRUCT { <http://hub.test/one> ?p ?o } WHERE { ?s ?p ?o }, application/n-triples, 0"
    })
    void query_millionRows(String query, String accept, long header) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = get("/sparql?query=" + SparqlHub.encode(query), accept);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(lines(answer)).isEqualTo(MILLION + header);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONSTRUCT WHERE { ?s ?p ?o }",
                "CONSTRUCT { <http://hub.test/one> ?p ?o } WHERE { ?s ?p ?o }",
                "SELECT * { ?s ?p ?o } ORDER BY ?o"
            })
    void query_millionRows_inOtherFormats(String query) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = get(
                "/sparql?query=" + SparqlHub.encode(query),
                "text/turtle, application/sparql-results+json;q=0.9, application/rdf+xml;q=0");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(lines(answer)).isGreaterThan(100_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/n-triples", "text/turtle", "application/n-quads"})
    void graphStore_millionTriples(String accept) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = get("/data?default", accept);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(lines(answer)).isGreaterThanOrEqualTo(MILLION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT DISTINCT ?s ?o { ?s ?p ?o }",
                "SELECT ?s ?o ?x (COUNT(*) AS ?n) { ?s ?p ?o . ?x <http://hub.test/p1> ?y } GROUP BY ?s ?o ?x",
                "SELECT ?p (GROUP_CONCAT(?o) AS ?all) { ?s ?p ?o . ?x <http://hub.test/p1> ?y } GROUP BY ?s ?p ?x",
                "SELECT * { { ?a ?b ?c } { SELECT ?c ?d { ?d ?e ?c . ?x <http://hub.test/p1> ?y } } }",
                "SELECT (COUNT(DISTINCT ?z) AS ?n) { ?s ?p ?o . ?x <http://hub.test/p1> ?y BIND(CONCAT(STR(?o), STR(?y)) AS ?z) }",
                "SELECT * { ?s ?p ?o MINUS { ?s ?p ?o . ?x <http://hub.test/p1> ?y } }",
                "SELECT ?a ?b { ?a (<http://hub.test/p1>|!<http://hub.test/p1>|^!<http://hub.test/p1>)* ?b }"
            })
    void query_thatFillsTheHeap_isEnded(String query) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer =
                get("/sparql?timeout=60&query=" + SparqlHub.encode(query), "application/sparql-results+json");
        try (InputStream body = answer.body()) {
            body.readNBytes(1_000);
        }
        assertThat(hub.isAlive()).isTrue();
        assertThat(get("/sparql?query=ASK%7B%3Fs+%3Fp+%3Fo%7D", "text/csv").statusCode())
                .isEqualTo(200);
    }

    @Test
    void describe_manyResources() throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = get(
                "/sparql?query=" + SparqlHub.encode("DESCRIBE ?s { ?s <http://hub.test/p1> ?o }"),
                "application/n-triples");
        assertThat(lines(answer)).isEqualTo(MILLION);
    }
}
