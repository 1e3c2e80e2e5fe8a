package eu.solutionatlas.federation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.demo.DemoNetwork;
import eu.solutionatlas.demo.Readiness;
import eu.solutionatlas.support.TestHubs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every example query over the four hubs of the demonstration, each a process: with all up, with one that never answers
 * (stopped by a signal) and with one that refuses (ended); each in the three ways of dealing with that. Compared with the
 * same query over all entries in one graph. Writes the table that docs/federation.md shows.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExactnessIT {
    private static final String SILENT = "bohemia";
    private static final String REFUSING = "silesia";
    private static final Path TABLE = Path.of("target/exactness.md");

    @TempDir
    static Path directory;

    private static DemoNetwork network;
    private static UnionOfHubs union;
    private static final Map<String, StringBuilder> TABLE_ROWS = new LinkedHashMap<>();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        List<Integer> ports =
                IntStream.range(0, 4).mapToObj(i -> TestHubs.freePort()).toList();
        network = DemoNetwork.start(
                Path.of("data"),
                directory,
                ports,
                Map.of("ATLAS_FEDERATION_DEADLINE", "1500ms", "ATLAS_FEDERATION_PAUSE", "2s"));
        union = new UnionOfHubs();
        for (Map.Entry<String, Path> seed : network.seeds().entrySet()) {
            union.add(seed.getKey(), address(seed.getKey()), seed.getValue());
        }
        new Readiness(network, Duration.ofMinutes(3)).await();
        Examples.all().keySet().forEach(name -> TABLE_ROWS.put(name, new StringBuilder("| " + name + " |")));
    }

    @AfterAll
    static void stop() throws IOException {
        network.close();
        HTTP.close();
        Files.writeString(
                TABLE,
                "| Query | all up: partial | strict | stale | one silent: partial | strict | stale |"
                        + " one refuses: partial | strict | stale |\n|---|---|---|---|---|---|---|---|---|---|\n"
                        + String.join("\n", TABLE_ROWS.values()) + "\n");
    }

    private static String address(String hub) {
        return Objects.requireNonNull(network.addresses().get(hub));
    }

    private static HttpResponse<String> ask(String query, String onFailure) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(address("saxony") + "federation/sparql"))
                        .header("Accept", "application/sparql-results+json")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .timeout(Duration.ofSeconds(30))
                        .POST(HttpRequest.BodyPublishers.ofString("on-failure=" + onFailure + "&query="
                                + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static List<String> rows(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return UnionOfHubs.rows(RowSetReader.createReader(ResultSetLang.RS_JSON)
                .read(new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)), ARQ.getContext()));
    }

    private static String status(HttpResponse<String> response) {
        return response.headers().firstValue("Federation-Status").orElse("");
    }

    private static void note(String query, String what) {
        Objects.requireNonNull(TABLE_ROWS.get(query)).append(' ').append(what).append(" |");
    }

    @Test
    @Order(1)
    void allUp_everyAnswerIsThatOfTheUnion() throws Exception {
        for (Map.Entry<String, String> example : Examples.all().entrySet()) {
            List<String> expected = union.rows(example.getValue(), Set.of());
            assertThat(expected).as("something to find: " + example.getKey()).isNotEmpty();
            for (String onFailure : List.of("partial", "strict", "stale")) {
                HttpResponse<String> response = ask(example.getValue(), onFailure);

                assertThat(rows(response))
                        .as(example.getKey() + ", " + onFailure)
                        .isEqualTo(expected);
                // A hub may be left out on the word of its copy, which is as old as that.
                String status = status(response);
                assertThat(status)
                        .as(example.getKey())
                        .startsWith(status.contains("nothing-there") ? "stale;" : "complete;");
                note(example.getKey(), "exact (" + expected.size() + ")");
            }
        }
    }

    @Test
    @Order(2)
    void oneSilent_answersAreExactForTheOthersOrFromTheCopyOrNone() throws Exception {
        signal("-STOP", SILENT);
        try {
            without(SILENT);
        } finally {
            signal("-CONT", SILENT);
        }
    }

    private static void signal(String signal, String hub) throws Exception {
        new ProcessBuilder("kill", signal, Long.toString(network.process(hub).pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    @Test
    @Order(3)
    void hubThatGoesOn_isAskedAgain() throws Exception {
        String query = Objects.requireNonNull(Examples.all().get("09-status"));
        List<String> expected = union.rows(query, Set.of());
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!rows(ask(query, "partial")).equals(expected)) {
            assertThat(System.nanoTime()).as("the hub is taken back in time").isLessThan(deadline);
        }
    }

    @Test
    @Order(4)
    void oneRefuses_answersAreExactForTheOthersOrFromTheCopyOrNone() throws Exception {
        network.process(REFUSING).destroy();
        network.process(REFUSING).waitFor();
        without(REFUSING);
    }

    private static void without(String missing) throws Exception {
        for (Map.Entry<String, String> example : Examples.all().entrySet()) {
            List<String> others = union.rows(example.getValue(), Set.of(missing));
            HttpResponse<String> partial = ask(example.getValue(), "partial");
            assertThat(rows(partial))
                    .as(example.getKey() + " without " + missing)
                    .isEqualTo(others);
            assertThat(status(partial)).startsWith("partial;").contains("missing=\"" + missing + "\"");
            note(example.getKey(), "exact for the others, named (" + others.size() + ")");

            assertThat(ask(example.getValue(), "strict").statusCode())
                    .as(example.getKey() + ", strict")
                    .isEqualTo(502);
            note(example.getKey(), "502");

            List<String> all = union.rows(example.getValue(), Set.of());
            HttpResponse<String> stale = ask(example.getValue(), "stale");
            assertThat(rows(stale))
                    .as(example.getKey() + " with the copy of " + missing)
                    .isEqualTo(all);
            assertThat(status(stale)).startsWith("stale;").contains("copies=\"" + missing + "\"");
            note(example.getKey(), "exact with the copy (" + all.size() + ")");
        }
    }
}
