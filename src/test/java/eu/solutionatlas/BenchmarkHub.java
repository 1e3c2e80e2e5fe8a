package eu.solutionatlas;

import eu.solutionatlas.settings.Settings;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.TdbStore;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;

/**
 * A hub as the benchmark's child process, which besides its documents has answers that cost nothing to make. Says
 * {@code port N} when it is ready; {@code touch IRI} changes a document; ends with its standard input. Settings may follow
 * its data directory, as {@code key=value}.
 */
public final class BenchmarkHub {
    /** Answers with so many bytes: the cheapest handler that this server can have. */
    public static final String CONSTANT = "/benchmark/constant/";

    /** Answers 304 to anybody. */
    public static final String NOT_MODIFIED = "/benchmark/not-modified";

    private static final Map<Integer, byte[]> BODIES = new ConcurrentHashMap<>();

    private BenchmarkHub() {}

    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        Map<String, String> given = new HashMap<>(Map.of(
                "atlas.port", "0",
                "atlas.log.requests", "false",
                "atlas.sparql.requests-per-minute", "0",
                "atlas.dump.every", "10000h",
                "atlas.data-directory", directory.toString()));
        Arrays.stream(arguments)
                .skip(1)
                .map(setting -> setting.split("=", 2))
                .forEach(pair -> given.put(pair[0], pair[1]));
        AtlasSettings settings = AtlasSettings.from(new Settings(given));
        try (Store store = TdbStore.open(directory, Clock.systemUTC(), settings.store());
                Atlas atlas = Atlas.start(settings, store, directory, BenchmarkHub::addConstants)) {
            awaitBackground(atlas.port());
            System.out.println("port " + atlas.port());
            BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                if (line.startsWith("touch ")) {
                    touch(store, NodeFactory.createURI(line.substring("touch ".length())));
                    System.out.println("version " + store.version().number());
                }
            }
        }
    }

    /** Dumps and a new search index are made in the background after a start, which is not what is measured here. */
    private static void awaitBackground(int port) throws IOException {
        await(port, "/dump/catalogue.nq.gz");
        await(port, "/solution");
    }

    private static void await(int port, String path) throws IOException {
        URI address = URI.create("http://127.0.0.1:" + port + path);
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(15);
        while (System.nanoTime() < deadline) {
            HttpURLConnection request = (HttpURLConnection) address.toURL().openConnection();
            request.setRequestMethod("HEAD");
            if (request.getResponseCode() < 400) {
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        throw new IOException(path + " was not there within fifteen minutes");
    }

    private static void addConstants(RoutesConfig routes) {
        routes.get(CONSTANT + "{bytes}", BenchmarkHub::constant);
        routes.get(NOT_MODIFIED, ctx -> ctx.status(304));
    }

    private static void constant(Context ctx) throws IOException {
        byte[] body = BODIES.computeIfAbsent(Integer.valueOf(ctx.pathParam("bytes")), byte[]::new);
        ctx.contentType("text/plain");
        ctx.res().setContentLength(body.length);
        ctx.res().getOutputStream().write(body);
    }

    /** Gives a document a date of change that it did not have. */
    private static void touch(Store store, Node document) {
        store.commit("benchmark", "touch", writer -> {
            Collection<Triple> triples = writer.graph(document);
            triples.removeIf(triple -> triple.getPredicate().equals(DCTerms.modified.asNode()));
            triples.add(Triple.create(
                    document,
                    DCTerms.modified.asNode(),
                    NodeFactory.createLiteralDT(Clock.systemUTC().instant().toString(), XSDDatatype.XSDdateTime)));
            writer.replace(document, triples);
        });
    }
}
