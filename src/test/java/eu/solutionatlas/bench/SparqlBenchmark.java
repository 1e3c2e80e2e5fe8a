package eu.solutionatlas.bench;

import eu.solutionatlas.BenchmarkHub;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/** A mix of catalogue queries at our endpoint, beside Fuseki's own server over a copy of the same database. */
final class SparqlBenchmark {
    private static final List<String> QUERIES =
            List.of("theme", "region", "status", "providers", "text", "newest", "labels", "ask", "document", "regions");
    private static final int ROUNDS = 15;
    private static final int REPEATS = 30;
    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private SparqlBenchmark() {}

    static void run(Path work, Path hub, Results results) throws IOException {
        Path copy = work.resolve("fuseki");
        LoadBenchmark.delete(copy);
        copy(hub.resolve("store"), copy);
        try (ChildJvm ourChild = ChildJvm.start(work, Benchmark.JAVA_OPTIONS, BenchmarkHub.class, hub.toString());
                ChildJvm fusekiChild =
                        ChildJvm.start(work, Benchmark.JAVA_OPTIONS, PlainFuseki.class, copy.toString())) {
            int ours = Math.toIntExact(ourChild.hearNumber("port"));
            int fuseki = Math.toIntExact(fusekiChild.hearNumber("port"));
            readForPages(ours);
            mix(new Server(ourChild, ours, "/sparql"), new Server(fusekiChild, fuseki, "/catalogue"), results);
            each(ours, fuseki, results);
        }
    }

    /** A hub also holds in memory what its pages share, read in the background after its start; not while measured. */
    private static void readForPages(int ours) {
        for (String list : List.of("/", "/solution", "/actor", "/theme", "/region")) {
            ClosedLoop.once(ours, Requests.get(list, "Accept", "text/html"));
        }
    }

    private static void mix(Server ours, Server fuseki, Results results) throws IOException {
        Map<String, DoubleSupplier> measures = new LinkedHashMap<>();
        measures.put("ours", () -> ours.run(ROUND));
        measures.put("fuseki", () -> fuseki.run(ROUND));
        ours.warmUp();
        fuseki.warmUp();
        Rounds rounds = Rounds.of(ROUNDS, measures);
        results.table("SPARQL, mix of ten queries", "server", "queries a second", "processor time of a query");
        results.row("/sparql", Results.number(rounds.median("ours")), Results.number(ours.millisEach()) + " ms");
        results.row(
                "Fuseki main", Results.number(rounds.median("fuseki")), Results.number(fuseki.millisEach()) + " ms");
        results.atLeast("SPARQL mix ÷ Fuseki main", rounds.ratio("ours", "fuseki"), 1.0);
    }

    /** A server under the mix, and what that costs it. */
    private static final class Server {
        private final ChildJvm child;
        private final int port;
        private final List<byte[]> requests;
        private double queries;
        private double processorSeconds;

        Server(ChildJvm child, int port, String path) {
            this.child = child;
            this.port = port;
            this.requests = QUERIES.stream().map(name -> request(path, name)).toList();
        }

        double run(Duration duration) {
            double before = child.processorSeconds();
            double rate = ClosedLoop.run(port, requests, 200, duration);
            processorSeconds += child.processorSeconds() - before;
            queries += rate * duration.toMillis() / 1000;
            return rate;
        }

        void warmUp() throws IOException {
            run(WARM_UP);
            child.collectGarbage();
            queries = 0;
            processorSeconds = 0;
        }

        double millisEach() {
            return processorSeconds * 1000 / queries;
        }
    }

    private static void each(int ours, int fuseki, Results results) {
        results.table(
                "SPARQL, one query at a time on one connection, median",
                "query",
                "bytes",
                "/sparql",
                "Fuseki main",
                "Fuseki ÷ ours");
        for (String name : QUERIES) {
            byte[] toOurs = request("/sparql", name);
            byte[] toFuseki = request("/catalogue", name);
            long bytes = ClosedLoop.once(ours, toOurs).bytes();
            try (KeptConnection ourConnection = new KeptConnection(ours);
                    KeptConnection fusekiConnection = new KeptConnection(fuseki)) {
                Map<String, DoubleSupplier> measures = new LinkedHashMap<>();
                measures.put("ours", () -> millis(ourConnection, toOurs));
                measures.put("fuseki", () -> millis(fusekiConnection, toFuseki));
                Rounds.of(REPEATS, measures);
                Rounds rounds = Rounds.of(REPEATS, measures);
                results.row(
                        name,
                        Results.number(bytes),
                        Results.number(rounds.median("ours")) + " ms",
                        Results.number(rounds.median("fuseki")) + " ms",
                        Results.number(rounds.median("fuseki") / rounds.median("ours")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static double millis(KeptConnection connection, byte[] request) {
        try {
            long start = System.nanoTime();
            KeptConnection.Answer answer = connection.ask(request);
            if (answer.status() != 200) {
                throw new IllegalStateException("status " + answer.status());
            }
            return (System.nanoTime() - start) / 1e6;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] request(String path, String name) {
        try (InputStream in = SparqlBenchmark.class.getResourceAsStream(name + ".rq")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Requests.query(
                    path, text, name.equals("document") ? "application/n-triples" : "application/sparql-results+json");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                if (!file.getFileName().toString().equals("tdb.lock")) {
                    Files.copy(file, to.resolve(from.relativize(file)));
                }
            }
        }
    }
}
