package eu.solutionatlas.bench;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.support.GeneratedCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Measures what this program promises of its speed, each against something else in the same run, and says what is
 * reached. Run by {@code mvn -q -Pbench verify}; see docs/benchmarks.md.
 */
public final class Benchmark {
    static final Iris IRIS = new Iris("http://localhost:8080/");
    static final long SEED = 20261124;

    /** What bin/solution-atlas gives Java, for every server and loader here, ours or not. */
    static final List<String> JAVA_OPTIONS = List.of(
            "-Xms64m",
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:MaxMetaspaceSize=192m",
            "-XX:ReservedCodeCacheSize=96m",
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+ExitOnOutOfMemoryError");

    private Benchmark() {}

    /**
     * @param arguments the working directory, the number of solutions (38,000 are 1 million triples), and the parts to run,
     *     with spaces between: load, pages, sparql, search, federation, live (of
     *     that the queries alone), harvest, dump, download (of that the downloads
     *     alone), start. Without load, the catalogue of an earlier run
     *     is used. Then how many hubs are harvested, and how many solutions are dumped.
     */
    public static void main(String[] arguments) throws IOException {
        Path work = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        int solutions = Integer.parseInt(arguments[1]);
        Set<String> parts = Set.of(arguments[2].split(" "));
        Results results = new Results(System.out);
        Path file = work.resolve("catalogue.nq");
        long triples = GeneratedCatalogue.write(file, IRIS, solutions, SEED);
        String size = "%,d triples, %,d solutions".formatted(triples, solutions);
        System.out.println(size);
        Path hub = parts.contains("load") ? LoadBenchmark.run(work, file, results) : work.resolve("hub");
        if (parts.contains("pages")) {
            PagesBenchmark.run(work, hub, solutions, results);
        }
        if (parts.contains("sparql")) {
            SparqlBenchmark.run(work, hub, results);
        }
        if (parts.contains("search")) {
            SearchBenchmark.run(work, results);
        }
        if (parts.contains("federation")) {
            FederationBenchmark.run(work, results);
        } else if (parts.contains("live")) {
            FederationBenchmark.live(work, results);
        }
        if (parts.contains("harvest")) {
            HarvestBenchmark.run(work.resolve("harvest"), Integer.parseInt(arguments[3]), results);
        }
        if (parts.contains("dump")) {
            DumpBenchmark.run(work.resolve("dump"), Integer.parseInt(arguments[4]), results);
        } else if (parts.contains("download")) {
            DumpBenchmark.download(work.resolve("dump"), results);
        }
        if (parts.contains("start")) {
            StartBenchmark.run(work, results);
        }
        results.write(work.resolve("results.md"), size);
    }
}
