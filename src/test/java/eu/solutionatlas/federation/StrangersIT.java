package eu.solutionatlas.federation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.support.LoneFuseki;
import eu.solutionatlas.support.TestHubs;
import java.io.BufferedReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other people's software that federates over our endpoints, by what SPARQL itself has for that. */
class StrangersIT {
    private static final String TITLES =
            "?s a <https://w3id.org/solution-atlas/ns#Solution> ;" + " <http://purl.org/dc/terms/title> ?title .";

    @TempDir
    static Path directory;

    private static TestHubs hubs;

    @BeforeAll
    static void start() {
        hubs = ThreeHubs.start(directory);
    }

    @AfterAll
    static void stop() {
        hubs.close();
    }

    private static String overTwoHubs() {
        return "SELECT ?title WHERE { { SERVICE <" + hubs.base("bohemia") + "sparql/own> { " + TITLES
                + " } } UNION { SERVICE <" + hubs.base("silesia") + "sparql/own> { " + TITLES
                + " } } } ORDER BY ?title";
    }

    private static String at(String hub) {
        return "SELECT ?title WHERE { SERVICE <" + hubs.base(hub) + "sparql/own> { " + TITLES + " } }";
    }

    private static String throughOneHub() {
        return "SELECT ?title WHERE { SERVICE <" + hubs.base("saxony") + "federation/sparql> { " + TITLES
                + " } } ORDER BY ?title";
    }

    private static String rdflib(String query) throws Exception {
        Path script = Files.writeString(directory.resolve("ask.py"), """
                import rdflib, sys
                for row in rdflib.Graph().query(sys.argv[1]):
                    print(row.title)
                """);
        Path out = directory.resolve("ask.out");
        Process process = new ProcessBuilder("/usr/bin/python3", script.toString(), query)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(out);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private static String fuseki(String query) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoneFuseki.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines = process.inputReader();
                HttpClient client = HttpClient.newHttpClient()) {
            String port = lines.lines()
                    .filter(line -> line.startsWith("port "))
                    .findFirst()
                    .orElseThrow()
                    .substring("port ".length());
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/ds?query="
                                    + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                            .header("Accept", "text/csv")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body();
        } finally {
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** One hub at a time: version 6 of rdflib asks the last of several SERVICE parts of a query several times. */
    @Test
    void rdflib_asksEachHub() throws Exception {
        assertThat(rdflib(at("bohemia")).lines()).containsExactly("Parkování");
        assertThat(rdflib(at("silesia")).lines()).containsExactly("Autobus");
    }

    @Test
    void rdflib_asksAllHubsThroughOne() throws Exception {
        assertThat(rdflib(throughOneHub()).lines()).containsExactly("Autobus", "Parken", "Parkování");
    }

    @Test
    void fuseki_asksTwoHubs() throws Exception {
        assertThat(fuseki(overTwoHubs()).lines()).containsExactly("title", "Autobus", "Parkování");
    }

    @Test
    void fuseki_asksAllHubsThroughOne() throws Exception {
        assertThat(fuseki(throughOneHub()).lines()).containsExactly("title", "Autobus", "Parken", "Parkování");
    }
}
