package eu.solutionatlas.support;

import eu.solutionatlas.Atlas;
import eu.solutionatlas.AtlasSettings;
import eu.solutionatlas.load.LoadOutcome;
import eu.solutionatlas.load.Loader;
import eu.solutionatlas.load.Progress;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.settings.Settings;
import eu.solutionatlas.shape.Shapes;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.TemporaryStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A real hub on a free port over a store in memory. */
public final class TestAtlas implements AutoCloseable {
    /** The base IRI of the catalogue, which has nothing to do with the port that a test happens to get. */
    public static final Iris IRIS = new Iris("http://localhost:8080/");

    private final Store store;
    private final Atlas atlas;
    private final Path directory;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private TestAtlas(Store store, Atlas atlas, Path directory) {
        this.store = store;
        this.atlas = atlas;
        this.directory = directory;
    }

    /** A hub with the catalogue in {@code data/}. */
    public static TestAtlas withRealData() {
        return start(Map.of(), Path.of("data"));
    }

    /** A hub with the catalogue in {@code data/} that has written its dumps. */
    public static TestAtlas withRealDataAndDumps() {
        TestAtlas started = start(Map.of("atlas.dump.every", "24h"), Path.of("data"));
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (started.get("/dump/latest/manifest.json").statusCode() == 503) {
            if (Instant.now().isAfter(end)) {
                started.close();
                throw new IllegalStateException("no dumps in time");
            }
            Thread.onSpinWait();
        }
        return started;
    }

    /** A hub with nothing but the vocabularies. */
    public static TestAtlas empty() {
        return start(Map.of());
    }

    /**
     * A hub with settings and catalogue files of a test's choice.
     *
     * @throws IllegalStateException when the files have errors
     */
    public static TestAtlas start(Map<String, String> settings, Path... files) {
        Map<String, String> given = new HashMap<>(Map.of(
                // Dumps only where a test is about them: they take a processor while they are written.
                "atlas.port", "0", "atlas.log.requests", "false", "atlas.dump.every", "0s"));
        given.putAll(settings);
        Store store = TemporaryStore.create(Clock.systemUTC());
        AtlasSettings read = AtlasSettings.from(new Settings(given));
        Loader loader = new Loader(read.web().iris(), Shapes.published());
        Loader.publishVocabularies(store);
        if (files.length > 0
                && loader.load(store, "test", List.of(files), Progress.NONE) instanceof LoadOutcome.Rejected rejected) {
            throw new IllegalStateException(
                    "the test's files have errors: " + rejected.report().findings());
        }
        Path directory = temporaryDirectory();
        TestAtlas started = new TestAtlas(store, Atlas.start(read, store, directory), directory);
        // A list waits for the search: until it is there, pages of entries lack what it would add.
        for (int tries = 0; started.get("/solution").statusCode() == 503 && tries < 30; tries++) {
            Thread.onSpinWait();
        }
        return started;
    }

    private static Path temporaryDirectory() {
        try {
            Path directory = Files.createTempDirectory("atlas-test");
            directory.toFile().deleteOnExit();
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Store store() {
        return store;
    }

    /** Where the hub keeps its dumps and its search index. */
    public Path directory() {
        return directory;
    }

    public int port() {
        return atlas.port();
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + atlas.port() + path);
    }

    /** GET with headers given as name, value, name, value… */
    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody(), headers);
    }

    public HttpResponse<String> head(String path, String... headers) {
        return send("HEAD", path, HttpRequest.BodyPublishers.noBody(), headers);
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        return send("POST", path, HttpRequest.BodyPublishers.ofString(body), headers);
    }

    public HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        return send(method, path, body, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), headers);
    }

    public <T> HttpResponse<T> send(
            String method,
            String path,
            HttpRequest.BodyPublisher body,
            HttpResponse.BodyHandler<T> handler,
            String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        atlas.close();
        store.close();
    }
}
