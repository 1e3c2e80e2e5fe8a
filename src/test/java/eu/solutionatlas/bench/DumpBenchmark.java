package eu.solutionatlas.bench;

import eu.solutionatlas.support.GeneratedCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/**
 * Dumps of a large catalogue and of one a tenth as large: how long they take to be written, in how much memory; and how fast
 * a file of them is sent, beside nginx with the same file.
 */
final class DumpBenchmark {
    private static final int WARM_UP = 30;
    private static final int ROUNDS = 15;
    private static final double MEGABYTE = 1e6;

    private DumpBenchmark() {}

    /** @param solutions of the large one; 380,000 are 10 million triples. One that was loaded before is used again */
    static void run(Path directory, int solutions, Results results) throws IOException {
        Files.createDirectories(directory);
        Written tenth = write(directory.resolve("tenth"), solutions / 10);
        Written whole = write(directory.resolve("whole"), solutions);
        results.table(
                "Dumps, all formats, heap 512 MB",
                "triples",
                "time",
                "of a processor",
                "size",
                "heap in use after full collections, most",
                "memory of the process, mapped files included, most");
        for (Written written : List.of(tenth, whole)) {
            results.row(
                    "%,d".formatted(written.triples),
                    Results.number(written.seconds) + " s",
                    Results.number(written.processorSeconds) + " s",
                    LoadBenchmark.mebibytes(written.set),
                    Results.number(written.heap / MEGABYTE) + " MB",
                    Results.number(written.peak) + " MB");
        }
        results.atMost("heap of a dump, ten times the data ÷ once", whole.heap / tenth.heap, "", 1.5);
        send(directory, tenth.set, results);
    }

    /** Downloads alone, of what an earlier run has written. */
    static void download(Path directory, Results results) throws IOException {
        Path dumps = directory.resolve("tenth").resolve("hub").resolve("dump");
        try (Stream<Path> sets = Files.list(dumps)) {
            send(directory, sets.findFirst().orElseThrow(), results);
        }
    }

    private record Written(Path set, long triples, double seconds, double processorSeconds, double heap, double peak) {}

    private static Written write(Path directory, int solutions) throws IOException {
        Path loaded = directory.resolve("loaded-" + solutions);
        if (!Files.exists(loaded)) {
            LoadBenchmark.delete(directory);
            Files.createDirectories(directory);
            Path file = directory.resolve("catalogue.nq");
            GeneratedCatalogue.write(file, Benchmark.IRIS, solutions, Benchmark.SEED);
            HubProcess.load(directory, file, Benchmark.IRIS.base());
            Files.delete(file);
            Files.createFile(loaded);
        }
        Path dumps = directory.resolve("hub").resolve("dump");
        LoadBenchmark.delete(dumps);
        try (ChildJvm child = ChildJvm.start(
                directory,
                Benchmark.JAVA_OPTIONS,
                WrittenDump.class,
                directory.resolve("hub").toString(),
                dumps.toString())) {
            Path set = Path.of(child.hear("set"));
            long triples = child.hearNumber("triples");
            double seconds = child.hearNumber("millis") / 1000.0;
            double processor = child.processorSeconds();
            double peak = HubProcess.peakMegabytes(child.pid());
            return new Written(set, triples, seconds, processor, child.hearNumber("heap"), peak);
        }
    }

    /** The largest file of a set, over one connection and over four at once. */
    private static void send(Path directory, Path set, Results results) throws IOException {
        Optional<NginxProcess> other = NginxProcess.start(directory.resolve("nginx"), set);
        if (other.isEmpty()) {
            results.note("nginx is not installed here, so downloads are not compared with it.");
            return;
        }
        String file = "catalogue.nq.gz";
        String path = "/dump/" + set.getFileName() + "/" + file;
        try (NginxProcess nginx = other.get();
                HubProcess hub = HubProcess.start(directory.resolve("tenth"), 0, Benchmark.IRIS.base())) {
            results.table(
                    "Sending a file of %,.0f MB, median".formatted(Files.size(set.resolve(file)) / MEGABYTE),
                    "connections",
                    "nginx",
                    "ours",
                    "ours ÷ nginx");
            double worst = Double.MAX_VALUE;
            for (int connections : List.of(1, 4)) {
                Map<String, DoubleSupplier> sent = new LinkedHashMap<>();
                sent.put("nginx", () -> seconds(nginx.port(), "/" + file, connections));
                sent.put("ours", () -> seconds(hub.uri("").getPort(), path, connections));
                Rounds.of(WARM_UP, sent);
                Rounds rounds = Rounds.of(ROUNDS, sent);
                double part = rounds.ratio("nginx", "ours"); // of times, so the other way round than of speeds
                double megabytes = connections * Files.size(set.resolve(file)) / MEGABYTE;
                results.row(
                        Integer.toString(connections),
                        Results.number(megabytes / rounds.median("nginx")) + " MB/s",
                        Results.number(megabytes / rounds.median("ours")) + " MB/s",
                        Results.number(part));
                worst = Math.min(worst, part);
            }
            results.atLeast("download ÷ nginx", worst, 0.8);
        }
    }

    /** Until the last of so many downloads at once has ended. */
    private static double seconds(int port, String path, int connections) {
        byte[] request = ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n")
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        long begun = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        List<RuntimeException> failures = java.util.Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < connections; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                try (KeptConnection connection = new KeptConnection(port)) {
                    KeptConnection.Answer answer = connection.ask(request);
                    if (answer.status() != 200) {
                        throw new IllegalStateException(path + " answers " + answer.status());
                    }
                } catch (IOException e) {
                    failures.add(new UncheckedIOException(e));
                } catch (RuntimeException e) {
                    failures.add(e);
                }
            }));
        }
        for (Thread thread : threads) {
            try {
                thread.join(TimeUnit.MINUTES.toMillis(2));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        failures.stream().findFirst().ifPresent(failure -> {
            throw failure;
        });
        return (System.nanoTime() - begun) / 1e9;
    }
}
