package eu.solutionatlas.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.support.GeneratedCatalogue;
import eu.solutionatlas.support.TestHubs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** 150 registered hubs, each of which takes its time and some of which never answer. */
final class ManyHubsBenchmark {
    private static final int HUBS = 150;
    private static final int SILENT = 5;
    private static final int DELAY_MILLIS = 20;
    private static final double DEADLINE_MILLIS = 5000;
    private static final int OWN_SOLUTIONS = 2000;
    private static final int REPEATS = 10;
    private static final int LARGE_QUERIES = 30;
    private static final String PREFIXES = """
            PREFIX atlas: <https://w3id.org/solution-atlas/ns#>
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            """;
    private static final String COUNT = PREFIXES + """
            SELECT (SUM(?part) AS ?number) WHERE {
                SERVICE <urn:hubs:all> {
                    SELECT (COUNT(DISTINCT ?solution) AS ?part) WHERE { ?solution a atlas:Solution }
                }
            }
            """;
    private static final String ROWS = PREFIXES + """
            SELECT ?solution ?title ?text WHERE {
                SERVICE <urn:hubs:others> {
                    ?solution a atlas:Solution ; dct:title ?title ; dct:description ?text
                }
            }
            """;

    private ManyHubsBenchmark() {}

    static void run(Path directory, Results results) throws IOException {
        Path files = Files.createDirectories(directory.resolve("data"));
        try (ChildJvm simulated = ChildJvm.start(
                directory,
                Benchmark.JAVA_OPTIONS,
                SimulatedHubs.class,
                Integer.toString(HUBS),
                Integer.toString(SILENT),
                Integer.toString(DELAY_MILLIS),
                directory.toString())) {
            List<String> ports = List.of(simulated.hear("ports").split(" "));
            int port = TestHubs.freePort();
            String base = "http://127.0.0.1:" + port + "/";
            GeneratedCatalogue.write(files.resolve("catalogue.nq"), new Iris(base), OWN_SOLUTIONS, Benchmark.SEED);
            Files.writeString(files.resolve("hubs.ttl"), register(ports));
            HubProcess.load(directory, files, base);
            try (HubProcess hub = HubProcess.start(
                    directory,
                    port,
                    base,
                    "atlas.harvest.every=0s",
                    "atlas.federation.deadline=" + (int) (DEADLINE_MILLIS / 1000) + "s")) {
                measure(hub, results);
            }
        }
    }

    private static String register(List<String> ports) {
        StringBuilder text = new StringBuilder(Registers.HEAD);
        for (int i = 0; i < ports.size(); i++) {
            String base = "http://127.0.0.1:" + ports.get(i) + "/";
            text.append(Registers.endpoint("hub-" + i, base, base + "sparql"));
        }
        return text.toString();
    }

    private static void measure(HubProcess hub, Results results) throws IOException {
        hub.collectGarbage();
        double heapBefore = hub.heap();
        results.table(
                "150 registered hubs, 20 ms added delay each, five of them silent; deadline 5 s",
                "question",
                "time",
                "report",
                "answer");
        HubProcess.Reply first = hub.query(LiveBenchmark.FEDERATED, COUNT);
        double slowest = row(hub, "first, nobody known to be silent", first, results);
        HubProcess.Reply second = hub.query(LiveBenchmark.FEDERATED, COUNT);
        slowest = Math.max(slowest, row(hub, "second", second, results));
        HubProcess.Reply third = hub.query(LiveBenchmark.FEDERATED, COUNT);
        row(hub, "third, when the silent are left alone", third, results);
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            millis.add(hub.query(LiveBenchmark.FEDERATED, COUNT).millis());
        }
        results.row("median of the next " + REPEATS, Results.number(Rounds.median(millis)) + " ms", "", "");
        List<Double> large = new ArrayList<>();
        HubProcess.Reply last = third;
        for (int i = 0; i < LARGE_QUERIES; i++) {
            last = hub.query(LiveBenchmark.FEDERATED, ROWS);
            large.add(last.millis());
        }
        results.row(
                "all titles and texts of all, median of " + LARGE_QUERIES,
                Results.number(Rounds.median(large)) + " ms",
                states(hub, last).toString(),
                ComparedRows.of(last.body()).size() + " rows, " + last.body().length / 1000 + " kB");
        hub.collectGarbage();
        double heapAfter = hub.heap();
        results.note("Heap in use after a collection of garbage: " + megabytes(heapBefore) + " before, "
                + megabytes(heapAfter) + " after all of them. Most memory of the process at any time: "
                + Results.number(hub.peakMegabytes()) + " MB.");
        results.atMost(
                "150 hubs, 5 silent: slowest answer beyond the deadline of 5 s",
                slowest - DEADLINE_MILLIS,
                " ms",
                1000);
        results.atLeast(
                "150 hubs: hubs in the report, this one included",
                states(hub, first).values().stream().mapToInt(Integer::intValue).sum(),
                HUBS + 1);
        results.atMost("150 hubs: heap that stays in use", (heapAfter - heapBefore) / 1e6, " MB", 32);
    }

    private static String megabytes(double bytes) {
        return Results.number(bytes / 1e6) + " MB";
    }

    private static double row(HubProcess hub, String name, HubProcess.Reply reply, Results results) throws IOException {
        int expected = OWN_SOLUTIONS + (HUBS - SILENT) * SimulatedHubs.SOLUTIONS;
        boolean exact = ComparedRows.of(reply.body()).toString().contains("number=" + expected + "^^");
        results.row(
                name,
                Results.number(reply.millis()) + " ms",
                states(hub, reply).toString(),
                exact ? "exact for those that answer" : "**wrong**");
        return reply.millis();
    }

    /** How many hubs are in which state, by the report of an answer. */
    private static Map<String, Integer> states(HubProcess hub, HubProcess.Reply reply) throws IOException {
        JsonNode report = new ObjectMapper()
                .readTree(hub.get(reply.report().orElseThrow()).body());
        Map<String, Integer> states = new TreeMap<>();
        report.path("hubs").forEach(one -> states.merge(one.path("state").asText(), 1, Integer::sum));
        return states;
    }
}
