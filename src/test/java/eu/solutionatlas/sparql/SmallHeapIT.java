package eu.solutionatlas.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
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

/** Answers of a million rows leave a process that has 192 MB of heap. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class SmallHeapIT {
    private static final int COMMITS = 50;
    private static final long MILLION = (long) COMMITS * SmallHeapHub.TRIPLES_A_COMMIT;

    @TempDir
    static Path directory;

    private static ChildHub hub;

    @BeforeAll
    static void start() throws IOException {
        hub = ChildHub.start(directory, COMMITS, "-Xmx192m");
    }

    @AfterAll
    static void stop() throws InterruptedException, IOException {
        hub.close();
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
        HttpResponse<InputStream> answer = hub.get("/sparql?query=" + SparqlHub.encode(query), accept);
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
        HttpResponse<InputStream> answer = hub.get(
                "/sparql?query=" + SparqlHub.encode(query),
                "text/turtle, application/sparql-results+json;q=0.9, application/rdf+xml;q=0");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(lines(answer)).isGreaterThan(100_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/n-triples", "text/turtle", "application/n-quads"})
    void graphStore_millionTriples(String accept) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = hub.get("/data?default", accept);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(lines(answer)).isGreaterThanOrEqualTo(MILLION);
    }

    @Test
    void describe_manyResources() throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = hub.get(
                "/sparql?query=" + SparqlHub.encode("DESCRIBE ?s { ?s <http://hub.test/p1> ?o }"),
                "application/n-triples");
        assertThat(lines(answer)).isEqualTo(MILLION);
    }
}
