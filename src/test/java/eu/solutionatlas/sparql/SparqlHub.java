package eu.solutionatlas.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.rdf.GraphWriter;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.JsonLdWriter;
import eu.solutionatlas.settings.Settings;
import eu.solutionatlas.store.Scope;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.TemporaryStore;
import eu.solutionatlas.web.Assets;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.Frames;
import eu.solutionatlas.web.Imprint;
import eu.solutionatlas.web.Language;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.Responder;
import eu.solutionatlas.web.Views;
import eu.solutionatlas.web.WebServer;
import eu.solutionatlas.web.WebSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/** A real server with only the SPARQL endpoint and a small catalogue, and a client that asks it. */
public final class SparqlHub implements AutoCloseable {
    public static final String BASE = "http://hub.test/";
    /** Names of the graphs of the sample catalogue: documents about one solution each. */
    public static final String TIDES = BASE + "solution/tides";

    public static final String METERS = BASE + "solution/meters";

    private static final String PREFIXES = """
            PREFIX : <https://w3id.org/solution-atlas/ns#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            """;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Store store;
    private final SparqlEndpoint endpoint;
    private final WebServer server;

    private SparqlHub(Store store, Map<String, String> settings) {
        this.store = store;
        Map<String, String> all = new HashMap<>(Map.of("atlas.sparql.requests-per-minute", "0"));
        all.putAll(settings);
        SparqlSettings sparql = SparqlSettings.from(new Settings(all));
        this.endpoint = new SparqlEndpoint(
                store,
                documents(store),
                sparql,
                new Executions(store, sparql, WordSearch.NONE),
                KnownSchemes.NONE,
                Scope.ALL,
                List.of());
        this.server = WebServer.start(
                WebSettings.from(new Settings(Map.of("atlas.port", "0", "atlas.log.requests", "false"))),
                SparqlHub::page,
                List.of(),
                config -> endpoint.addTo(config.routes));
    }

    private static Documents documents(Store store) {
        Iris iris = new Iris(BASE);
        return new Documents(
                iris,
                new Responder(iris, store::version, 1_000_000),
                new Frames(iris, Assets.load(), () -> Imprint.UNKNOWN),
                new Views(),
                new GraphWriter(JsonLdWriter.create(iris)));
    }

    private static byte[] page(Problem problem, Language language) {
        return ("<!doctype html><title>" + problem.title() + "</title><p>" + problem.detail())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The sample catalogue, with settings as pairs of key (without {@code atlas.sparql.}) and value. */
    public static SparqlHub start(String... settings) {
        return over(sample(), settings);
    }

    static SparqlHub over(Store store, String... settings) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            given.put("atlas.sparql." + settings[i], settings[i + 1]);
        }
        return new SparqlHub(store, given);
    }

    static Store sample() {
        Store store = TemporaryStore.create(Clock.systemUTC());
        put(store, TIDES, """
                <http://hub.test/id/solution/tides> a :Solution ;
                    dct:title "Tide atlas"@en , "Gezeitenatlas"@de ;
                    dct:creator [ skos:prefLabel "Harbour office" ] .
                """);
        put(store, METERS, """
                <http://hub.test/id/solution/meters> a :Solution ;
                    dct:title "Smart meters"@en ;
                    dct:isPartOf <http://hub.test/id/solution/tides> .
                """);
        return store;
    }

    static void put(Store store, String document, String turtle) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(graph);
        store.commit(
                "test",
                "sample",
                writer -> writer.replace(
                        NodeFactory.createURI(document), graph.find().toList()));
    }

    public int port() {
        return server.port();
    }

    SparqlEndpoint endpoint() {
        return endpoint;
    }

    /** Waits for the moment between an answer's last byte and the end of its request. */
    void awaitFreePermits(int expected) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (endpoint.freePermits() != expected) {
            assertThat(System.nanoTime()).as("permits come back").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    Store store() {
        return store;
    }

    public HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + target));
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A GET of a query; headers as pairs. */
    public HttpResponse<String> query(String query, String... headers) {
        return get("/sparql?query=" + encode(query), headers);
    }

    public HttpResponse<String> get(String target, String... headers) {
        return send(request(target), headers);
    }

    public HttpResponse<String> post(String target, String contentType, String body, String... headers) {
        return send(
                request(target).header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofString(body)),
                headers);
    }

    public HttpResponse<String> method(String method, String target, String body, String... headers) {
        return send(request(target).method(method, HttpRequest.BodyPublishers.ofString(body)), headers);
    }

    public HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        try {
            return sendOrFail(request, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<String> sendOrFail(HttpRequest.Builder request, String... headers) throws IOException {
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        endpoint.close();
        store.close();
    }
}
