package eu.solutionatlas.bench;

import eu.solutionatlas.BenchmarkHub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A hub as a process of its own that other hubs can ask. */
final class HubProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final ChildJvm child;
    private final int port;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private HubProcess(ChildJvm child, int port) {
        this.child = child;
        this.port = port;
    }

    /** Loads files into the data directory of a hub that does not run. */
    static void load(Path directory, Path files, String base) throws IOException {
        LoadBenchmark.delete(directory.resolve("hub"));
        try (ChildJvm child = ChildJvm.start(
                directory,
                Benchmark.JAVA_OPTIONS,
                ValidatedLoad.class,
                files.toString(),
                directory.resolve("hub").toString(),
                base)) {
            child.hear("millis");
        }
    }

    /** Starts a hub on what was loaded, with settings as {@code key=value}. */
    static HubProcess start(Path directory, int port, String base, String... settings) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                directory.resolve("hub").toString(),
                "atlas.port=" + port,
                "atlas.base-iri=" + base,
                "atlas.federation.private-addresses=true"));
        arguments.addAll(List.of(settings));
        ChildJvm child =
                ChildJvm.start(directory, Benchmark.JAVA_OPTIONS, BenchmarkHub.class, arguments.toArray(String[]::new));
        return new HubProcess(child, Math.toIntExact(child.hearNumber("port")));
    }

    /** @param report where the report of a federated answer is, as a path */
    record Reply(int status, byte[] body, double millis, Optional<String> federation, Optional<String> report) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Asks a query by POST, as hubs ask each other; with the rows as JSON. */
    Reply query(String path, String text) {
        String form = "query=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        Reply reply = send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/sparql-results+json")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        if (reply.status() != 200) {
            throw new IllegalStateException(path + " answers " + reply.status() + ": " + reply.text());
        }
        return reply;
    }

    Reply get(String path) {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private Reply send(HttpRequest.Builder request) {
        long begun = System.nanoTime();
        try {
            HttpResponse<byte[]> response =
                    http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofByteArray());
            double millis = (System.nanoTime() - begun) / 1e6;
            Optional<String> report = response.headers()
                    .firstValue("Link")
                    .filter(link -> link.contains("/federation/answer/"))
                    .map(link -> link.substring(link.indexOf("/federation/answer/"), link.indexOf('>')));
            return new Reply(
                    response.statusCode(),
                    response.body(),
                    millis,
                    response.headers().firstValue("Federation-Status"),
                    report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The requests to a route so far, as the hub itself counts them. */
    long requests(String route) {
        return (long) metric("http_server_requests_seconds_count{", "route=\"" + route + "\"");
    }

    /** Processor time used so far. */
    double processorSeconds() {
        return child.processorSeconds();
    }

    /** What is in use of the heap, in bytes. */
    double heap() {
        return metric("jvm_memory_used_bytes{", "area=\"heap\"");
    }

    private double metric(String name, String label) {
        return get("/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith(name) && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    void collectGarbage() throws IOException {
        child.collectGarbage();
    }

    /** The most memory that the process has had so far, in units of 10^6 bytes. */
    double peakMegabytes() {
        return peakMegabytes(child.pid());
    }

    static double peakMegabytes(long process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process), "status"))) {
            String line =
                    lines.filter(one -> one.startsWith("VmHWM:")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e6;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        child.close();
    }
}
