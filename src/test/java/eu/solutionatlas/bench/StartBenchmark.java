package eu.solutionatlas.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** From calling the launcher of the distribution to the first page of the real catalogue, and the memory that it takes. */
final class StartBenchmark {
    private static final int STARTS = 5;
    private static final int REQUESTS = 2000;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private StartBenchmark() {}

    static void run(Path work, Results results) throws IOException {
        Path launcher =
                Path.of("target", "solution-atlas", "bin", "solution-atlas").toAbsolutePath();
        Path var = work.resolve("start");
        LoadBenchmark.delete(var);
        deleteArchives(launcher);
        double first = start(launcher, var, work).seconds();
        List<Run> without = IntStream.range(0, STARTS)
                .mapToObj(i -> start(launcher, var, work))
                .toList();
        archive(launcher, work);
        List<Run> with = IntStream.range(0, STARTS)
                .mapToObj(i -> start(launcher, var, work))
                .toList();
        results.table("Start until the first solution page", "start", "fastest", "median");
        results.row("first of all, loading the real catalogue", Results.number(first) + " s", "(one start)");
        row(results, "without archive", without);
        row(results, "with archive", with);
        results.atMost("start to first page", median(without), " s", 2);
        results.atMost("start to first page with the archive", median(with), " s", 1);
        double memory = Stream.concat(without.stream(), with.stream())
                .mapToDouble(Run::mebibytes)
                .max()
                .orElseThrow();
        results.atMost("resident memory after 2,000 requests, largest of ten runs", memory, " MB", 350);
    }

    /** @param mebibytes resident after the requests; in units of 10^6 bytes, as the target */
    private record Run(double seconds, double mebibytes) {}

    private static void row(Results results, String name, List<Run> runs) {
        results.row(
                name,
                Results.number(runs.stream().mapToDouble(Run::seconds).min().orElseThrow()) + " s",
                Results.number(median(runs)) + " s");
    }

    private static double median(List<Run> runs) {
        return Rounds.median(runs.stream().map(Run::seconds).toList());
    }

    private static Run start(Path launcher, Path var, Path work) {
        try {
            int port = freePort();
            ProcessBuilder builder = new ProcessBuilder(launcher.toString(), "serve");
            builder.environment().put("ATLAS_PORT", Integer.toString(port));
            builder.environment().put("ATLAS_DATA_DIRECTORY", var.toString());
            builder.environment()
                    .put(
                            "ATLAS_SEED_DIRECTORY",
                            Path.of("data").toAbsolutePath().toString());
            builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.appendTo(
                            work.resolve("serve.log").toFile()));
            List<String> solutions = slugs("solution");
            long start = System.nanoTime();
            Process process = builder.start();
            try {
                awaitPage(process, port, solutions.getFirst(), start);
                double seconds = (System.nanoTime() - start) / 1e9;
                use(port, solutions);
                return new Run(seconds, residentMegabytes(process.pid()));
            } finally {
                process.destroy();
                process.waitFor(30, TimeUnit.SECONDS);
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void awaitPage(Process process, int port, String slug, long start) throws IOException {
        byte[] request = Requests.get("/solution/" + slug, "Accept", "text/html");
        while (System.nanoTime() - start < PATIENCE_NANOS && process.isAlive()) {
            try (KeptConnection connection = new KeptConnection(port)) {
                if (connection.ask(request).status() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
        }
        throw new IOException("no page of " + slug + " within a minute; see serve.log");
    }

    /** Pages, lists, formats and queries in turn. */
    private static void use(int port, List<String> solutions) throws IOException {
        List<String> actors = slugs("actor");
        try (KeptConnection connection = new KeptConnection(port)) {
            for (int i = 0; i < REQUESTS; i++) {
                String solution = "/solution/" + solutions.get(i % solutions.size());
                String target = switch (i % 8) {
                    case 0, 1 -> solution;
                    case 2 -> solution + ".ttl";
                    case 3 -> solution + ".jsonld";
                    case 4 -> "/actor/" + actors.get(i % actors.size());
                    case 5 -> "/solution";
                    case 6 -> "/region/DED2";
                    default -> "/sparql?query=SELECT%20*%20WHERE%20%7B%3Fs%20%3Fp%20%3Fo%7D%20LIMIT%20" + (i % 1000);
                };
                connection.ask(
                        i % 8 == 7
                                ? Requests.get(target, "Accept", "application/sparql-results+json")
                                : Requests.get(target, "Accept", "text/html,*/*;q=0.5", "Accept-Encoding", "gzip"));
            }
        }
    }

    private static double residentMegabytes(long process) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process), "status"))) {
            String line =
                    lines.filter(one -> one.startsWith("VmRSS:")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e6;
        }
    }

    private static List<String> slugs(String kind) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("data", kind))) {
            return files.map(file -> file.getFileName().toString().replace(".ttl", ""))
                    .sorted()
                    .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        }
    }

    private static void archive(Path launcher, Path work) throws IOException {
        Process process = new ProcessBuilder(launcher.toString(), "archive")
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("archive.log").toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.format(Locale.ROOT, "the archive could not be made; see %s", work));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void deleteArchives(Path launcher) throws IOException {
        try (Stream<Path> files = Files.list(launcher.resolve("../../lib").normalize())) {
            for (Path file : files.filter(one -> one.getFileName().toString().matches("start-.*\\.(aot|jsa)"))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
