package eu.solutionatlas.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No query takes the process down, with the memory and the collector that the distribution starts with. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class FullHeapIT {
    private static final int COMMITS = 15;

    @TempDir
    static Path directory;

    private static ChildHub hub;

    @BeforeAll
    static void start() throws IOException {
        hub = ChildHub.start(directory, COMMITS, "-Xmx512m", "-XX:+UseSerialGC");
    }

    @AfterAll
    static void stop() throws InterruptedException, IOException {
        hub.close();
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
                hub.get("/sparql?timeout=30&query=" + SparqlHub.encode(query), "application/sparql-results+json");
        try (InputStream body = answer.body()) {
            body.readNBytes(1_000);
        }
        assertThat(hub.isAlive()).isTrue();
        assertThat(hub.get("/sparql?query=ASK%7B%3Fs+%3Fp+%3Fo%7D", "text/csv").statusCode())
                .isEqualTo(200);
    }

    @Test
    void queries_manyAtOnceThatFillTheHeap_leaveTheHubToOthers() throws Exception {
        String greedy = "SELECT ?s ?o ?x (COUNT(*) AS ?n) { ?s ?p ?o . ?x <http://hub.test/p1> ?y } GROUP BY ?s ?o ?x";
        try (ExecutorService clients = Executors.newFixedThreadPool(12)) {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                answers.add(clients.submit(() ->
                        beginningOf(hub.get("/sparql?timeout=30&query=" + SparqlHub.encode(greedy), "text/csv"))));
            }
            while (answers.stream().anyMatch(answer -> !answer.isDone())) {
                assertThat(hub.get("/sparql", "text/turtle").statusCode()).isEqualTo(200);
            }
            for (Future<String> answer : answers) {
                assertThat(answer.get()).matches("(?s)(200|503) .*");
            }
        }
        assertThat(hub.get("/sparql?query=ASK%7B%3Fs+%3Fp+%3Fo%7D", "text/csv").statusCode())
                .isEqualTo(200);
    }

    /** Status and first words. */
    private static String beginningOf(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream body = answer.body()) {
            return answer.statusCode() + " " + new String(body.readNBytes(1_000), StandardCharsets.UTF_8);
        }
    }
}
