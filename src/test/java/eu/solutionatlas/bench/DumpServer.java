package eu.solutionatlas.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/**
 * Any number of hubs with a catalogue to harvest: one file, whose IRIs get the base of the hub that is asked for while it
 * is sent. {@code /hub-7/dump/catalogue.nq.gz} has an ETag, {@code /hub-7/dump/changes} never has any. Says {@code port N};
 * ends with its standard input.
 */
final class DumpServer {
    private static final String ETAG = "\"first\"";

    private DumpServer() {}

    /** @param arguments a file of N-Quads */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        int port = server.getAddress().getPort();
        server.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange, file, port);
            }
        });
        server.setExecutor(Executors.newFixedThreadPool(2));
        server.start();
        System.out.println("port " + port);
        while (System.in.read() >= 0) {
            // until the benchmark closes the pipe
        }
        System.exit(0);
    }

    private static void answer(HttpExchange exchange, Path file, int port) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String hub = path.substring(1, path.indexOf('/', 1));
        exchange.getResponseHeaders().set("Atlas-Data-Version", "1");
        exchange.getResponseHeaders().set("Content-Type", "application/n-quads");
        if (path.endsWith("/changes")) {
            exchange.sendResponseHeaders(200, -1);
        } else if (ETAG.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
        } else {
            exchange.getResponseHeaders().set("ETag", ETAG);
            exchange.sendResponseHeaders(200, 0);
            send(file, "http://127.0.0.1:" + port + "/" + hub + "/", exchange.getResponseBody());
        }
    }

    private static void send(Path file, String base, OutputStream body) throws IOException {
        String generated = Benchmark.IRIS.base();
        try (BufferedReader in = Files.newBufferedReader(file);
                BufferedWriter out = new BufferedWriter(
                        new OutputStreamWriter(new GZIPOutputStream(body, 1 << 16), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.append(line.replace(generated, base)).append('\n');
            }
        }
    }
}
