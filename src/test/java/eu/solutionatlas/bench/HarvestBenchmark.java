package eu.solutionatlas.bench;

import eu.solutionatlas.BenchmarkHarvest;
import eu.solutionatlas.support.GeneratedCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Copying many hubs of 40,000 triples each, and asking them again when nothing has changed. */
final class HarvestBenchmark {
    /** About 40,000 triples, actors included. */
    private static final int SOLUTIONS = 1490;

    private static final double UNCHANGED_MILLIS = 10;
    private static final double FOLLOWED_MILLIS = 500;
    private static final int TENTH = 10;

    private HarvestBenchmark() {}

    static void run(Path directory, int hubs, Results results) throws IOException {
        LoadBenchmark.delete(directory);
        Path file = Files.createDirectories(directory).resolve("catalogue.nq");
        long triples = GeneratedCatalogue.write(file, Benchmark.IRIS, SOLUTIONS, Benchmark.SEED);
        try (ChildJvm server = ChildJvm.start(directory, Benchmark.JAVA_OPTIONS, DumpServer.class, file.toString())) {
            int port = Math.toIntExact(server.hearNumber("port"));
            Path files = Files.createDirectories(directory.resolve("data"));
            Files.writeString(files.resolve("hubs.ttl"), register(hubs, port));
            HubProcess.load(directory, files, Benchmark.IRIS.base());
            measure(directory, hubs, triples, results);
        }
    }

    private static String register(int hubs, int port) {
        StringBuilder text = new StringBuilder(Registers.HEAD);
        for (int i = 0; i < hubs; i++) {
            text.append(Registers.atlas("hub-" + i, "http://127.0.0.1:" + port + "/hub-" + i + "/"));
        }
        return text.toString();
    }

    /** One round of all hubs. */
    private record Round(List<Double> millis, String result, double seconds, double cpu, double heap) {}

    private static void measure(Path directory, int hubs, long triples, Results results) throws IOException {
        Path data = directory.resolve("hub");
        try (ChildJvm child =
                ChildJvm.start(directory, Benchmark.JAVA_OPTIONS, BenchmarkHarvest.class, data.toString())) {
            int port = Math.toIntExact(child.hearNumber("port"));
            double begun = child.processorSeconds();
            Round first = round(child, "harvest", hubs);
            long harvested = System.nanoTime();
            settle(port);
            double searchSeconds = (System.nanoTime() - harvested) / 1e9;
            double cpu = child.processorSeconds() - begun;
            results.table(
                    String.format(Locale.ROOT, "Harvest of %d hubs of %,d triples each, heap 512 MB", hubs, triples),
                    "what",
                    "measured");
            results.row("all hubs, one after another", Results.number(first.seconds()) + " s, each " + first.result());
            int tenth = Math.max(1, hubs / TENTH);
            results.row(
                    "each of the first tenth of hubs, median",
                    seconds(first.millis().subList(0, tenth)));
            results.row("each of the last tenth, median", seconds(first.millis().subList(hubs - tenth, hubs)));
            results.row("until the search has followed, after that", Results.number(searchSeconds) + " s");
            results.row("processor time, search included", Results.number(cpu) + " s");
            results.row("heap in use after collections, most", Results.number(first.heap() / 1e6) + " MB");
            results.row(
                    "memory of the process, mapped files included, most",
                    Results.number(HubProcess.peakMegabytes(child.pid())) + " MB");
            results.row("store", LoadBenchmark.mebibytes(data.resolve("store")));
            results.row("journal", LoadBenchmark.mebibytes(data.resolve("journal")));
            results.row("search index", LoadBenchmark.mebibytes(data.resolve("search")));
            unchanged(child, hubs, results);
            child.tell("compact");
            double compacted = child.hearNumber("compacted") / 1000.0;
            results.row(
                    "store after a compaction of " + Results.number(compacted) + " s",
                    LoadBenchmark.mebibytes(data.resolve("store")));
        }
    }

    private static void unchanged(ChildJvm child, int hubs, Results results) throws IOException {
        round(child, "harvest", hubs);
        Round changes = round(child, "harvest", hubs);
        Round dumps = round(child, "dumps", hubs);
        results.row(
                "a round without changes, by the changes since",
                Results.number(changes.seconds() * 1000 / hubs) + " ms a hub, each " + changes.result());
        results.row(
                "a round without changes, by the dump's ETag",
                Results.number(dumps.seconds() * 1000 / hubs) + " ms a hub, each " + dumps.result());
        results.atMost(
                "harvest of " + hubs + " hubs without changes, a hub",
                Math.max(changes.seconds(), dumps.seconds()) * 1000 / hubs,
                " ms",
                UNCHANGED_MILLIS);
    }

    private static String seconds(List<Double> millis) {
        return Results.number(Rounds.median(millis) / 1000) + " s";
    }

    private static Round round(ChildJvm child, String command, int hubs) throws IOException {
        double cpu = child.processorSeconds();
        long begun = System.nanoTime();
        child.tell(command);
        List<Double> millis = new ArrayList<>();
        List<String> endings = new ArrayList<>();
        for (int i = 0; i < hubs; i++) {
            String[] took = child.hear("took").split(" ", -1);
            millis.add(Double.valueOf(took[0]));
            endings.add(took[1]);
        }
        double heap = child.hearNumber("done");
        return new Round(
                millis,
                String.join(" or ", endings.stream().distinct().toList()),
                (System.nanoTime() - begun) / 1e9,
                child.processorSeconds() - cpu,
                heap);
    }

    /** Asks for a list until the index has followed: while it has not, each list waits for it. */
    private static void settle(int port) throws IOException {
        byte[] request = Requests.get("/solution", "Accept", "text/html");
        try (KeptConnection connection = new KeptConnection(port)) {
            for (int i = 0; i < 1000; i++) {
                Times times = new Times();
                if (times.time(connection, request) == 200 && times.part(1) < FOLLOWED_MILLIS) {
                    return;
                }
            }
        }
        throw new IOException("the search index did not follow the harvest");
    }
}
