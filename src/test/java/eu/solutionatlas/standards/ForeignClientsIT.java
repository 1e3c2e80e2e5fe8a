package eu.solutionatlas.standards;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.support.LoneFuseki;
import eu.solutionatlas.support.TestAtlas;
import java.io.BufferedReader;
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
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that know nothing of us read the catalogue: curl, Rasqal, Raptor, and another SPARQL server. */
class ForeignClientsIT {
    private static final String COUNT_BY_STATUS = """
            PREFIX atlas: <https://w3id.org/solution-atlas/ns#>
            SELECT ?status (COUNT(?solution) AS ?n) WHERE { ?solution atlas:status ?status } GROUP BY ?status
            """;

    @TempDir
    Path directory;

    private static TestAtlas atlas;

    @BeforeAll
    static void start() {
        atlas = TestAtlas.withRealData();
    }

    @AfterAll
    static void stop() {
        atlas.close();
    }

    private String run(String... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(directory, "out", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as(command[0] + " ends")
                .isTrue();
        String said = Files.readString(out);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    @Test
    void curl_postsAQuery() throws Exception {
        String answer = run(
                "curl",
                "-sS",
                "--fail",
                "-H",
                "Accept: text/csv",
                "--data-urlencode",
                "query=" + COUNT_BY_STATUS,
                atlas.uri("/sparql").toString());

        assertThat(answer).contains("status,n", "https://w3id.org/solution-atlas/status/in-operation,86");
    }

    @Test
    void rasqal_queriesTheEndpoint() throws Exception {
        String answer =
                run("roqet", "-q", "-r", "csv", "-p", atlas.uri("/sparql").toString(), "-e", COUNT_BY_STATUS);

        assertThat(answer).contains("https://w3id.org/solution-atlas/status/in-operation", "86");
    }

    @Test
    void raptor_followsAnIriToItsData() throws Exception {
        for (String syntax : List.of("ttl", "rdf", "nt")) {
            Path file = directory.resolve("solution." + syntax);
            Files.writeString(
                    file, atlas.get("/solution/leipzig-giesst." + syntax).body());
            String parser = syntax.equals("ttl") ? "turtle" : syntax.equals("rdf") ? "rdfxml" : "ntriples";

            String triples = run("rapper", "-q", "-i", parser, file.toString(), "http://localhost:8080/");

            assertThat(triples.lines()).as(syntax).hasSize(statements());
        }
    }

    private static int statements() {
        return (int) atlas.get("/solution/leipzig-giesst.nt").body().lines().count();
    }

    @Test
    void anotherServer_callsWithService() throws Exception {
        Process fuseki = startFuseki();
        try (BufferedReader lines = fuseki.inputReader()) {
            String query =
                    COUNT_BY_STATUS.replace("SELECT", "SELECT * { SERVICE <" + atlas.uri("/sparql") + "> { SELECT")
                            + "} }";
            HttpResponse<String> answer = ask(port(lines), query);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("https://w3id.org/solution-atlas/status/in-operation,86");
        } finally {
            fuseki.destroy();
            assertThat(fuseki.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** In a process of its own, since in ours no query calls another endpoint. */
    private static Process startFuseki() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoneFuseki.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static int port(BufferedReader lines) {
        String prefix = "port ";
        return lines.lines()
                .filter(line -> line.startsWith(prefix))
                .map(line -> Integer.parseInt(line.substring(prefix.length())))
                .findFirst()
                .orElseThrow();
    }

    private static HttpResponse<String> ask(int port, String query) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/ds/sparql?query="
                            + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                    .header("Accept", "text/csv")
                    .timeout(Duration.ofSeconds(30))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
