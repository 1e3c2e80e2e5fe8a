package eu.solutionatlas.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.support.GeneratedCatalogue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.rw.RowSetWriterJSON;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Many small hubs in one process: each has a port, a catalogue of its own and a SPARQL endpoint that takes its time, and
 * the last ones accept and never answer. Says {@code ports N N…}; ends with its standard input.
 */
final class SimulatedHubs {
    /** What each hub has. */
    static final int SOLUTIONS = 20;

    private SimulatedHubs() {}

    /** @param arguments how many hubs, how many of them are silent, milliseconds before each answer, a directory */
    public static void main(String[] arguments) throws IOException {
        int hubs = Integer.parseInt(arguments[0]);
        int silent = Integer.parseInt(arguments[1]);
        long delay = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(arguments[2]));
        Path file = Path.of(arguments[3]).resolve("simulated.nq");
        List<String> ports = new ArrayList<>();
        List<Socket> waiting = new ArrayList<>();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        for (int i = 0; i < hubs - silent; i++) {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
            int port = server.getAddress().getPort();
            Graph graph = catalogue(file, "http://127.0.0.1:" + port + "/", Benchmark.SEED + i);
            server.createContext("/sparql", exchange -> answer(exchange, graph, delay));
            server.setExecutor(threads);
            server.start();
            ports.add(Integer.toString(port));
        }
        for (int i = 0; i < silent; i++) {
            ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            threads.execute(() -> acceptAll(socket, waiting));
            ports.add(Integer.toString(socket.getLocalPort()));
        }
        System.out.println("ports " + String.join(" ", ports));
        while (System.in.read() >= 0) {
            // until the benchmark closes the pipe
        }
        System.exit(0);
    }

    private static Graph catalogue(Path file, String base, long seed) throws IOException {
        GeneratedCatalogue.write(file, new Iris(base), SOLUTIONS, seed);
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.source(file).lang(Lang.NQUADS).parse(new StreamRDFBase() {
            @Override
            public void quad(Quad quad) {
                graph.add(quad.asTriple());
            }
        });
        Files.delete(file);
        return graph;
    }

    private static void answer(HttpExchange exchange, Graph graph, long delay) throws IOException {
        try (exchange) {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            LockSupport.parkNanos(delay);
            String query = URLDecoder.decode(form.substring("query=".length()), StandardCharsets.UTF_8);
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            try (QueryExec exec = QueryExec.graph(graph).query(query).build()) {
                RowSetWriterJSON.factory.create(ResultSetLang.RS_JSON).write(body, exec.select(), ARQ.getContext());
            }
            exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
            exchange.sendResponseHeaders(200, body.size());
            body.writeTo(exchange.getResponseBody());
        }
    }

    private static void acceptAll(ServerSocket socket, List<Socket> waiting) {
        while (true) {
            try {
                Socket accepted = socket.accept();
                synchronized (waiting) {
                    waiting.add(accepted);
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
