package eu.solutionatlas.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Stands at a hub's address. First it passes questions on to the hub; once it has learnt them, it says the same bytes again,
 * as long after the question as the hub took when nobody else asked anything. So a hub can be waited for that takes no part
 * of this machine's processors, as if it had a machine of its own.
 */
final class StandInHub implements AutoCloseable {
    private static final int TIMES = 15;

    static {
        // Else its second packet waits for the client's word on the first, 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Map<String, Recorded> known = new ConcurrentHashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final URI hub;
    private volatile boolean learnt;

    /** An answer as it came; how long the hub took, once that has been measured. */
    private record Recorded(String encoding, byte[] body, double millis) {}

    /** @param hub where it really is */
    StandInHub(int port, HubProcess hub) throws IOException {
        this.hub = hub.uri(LiveBenchmark.OWN);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        server.createContext(LiveBenchmark.OWN, this::answer);
        server.setExecutor(threads);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        long begun = System.nanoTime();
        try (exchange) {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Recorded answer = learnt ? known.get(form) : ask(form);
            if (answer == null) {
                throw new IOException("asked something else than before");
            }
            known.putIfAbsent(form, answer);
            long end = begun + (long) (answer.millis() * 1e6);
            for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
            if (!answer.encoding().isEmpty()) {
                exchange.getResponseHeaders().set("Content-Encoding", answer.encoding());
            }
            exchange.sendResponseHeaders(200, answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private Recorded ask(String form) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(hub)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/sparql-results+json")
                .header("Accept-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IOException("the hub answers " + response.statusCode());
            }
            return new Recorded(
                    response.headers().firstValue("Content-Encoding").orElse(""), response.body(), 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Forgets all questions and passes on those to come. */
    void relay() {
        learnt = false;
        known.clear();
    }

    /** Measures each question that it has heard, while nobody else asks; from now on it answers by itself. */
    double learn() throws IOException {
        double sum = 0;
        for (String form : List.copyOf(known.keySet())) {
            List<Double> millis = new ArrayList<>();
            Recorded last = ask(form);
            for (int i = 0; i < TIMES; i++) {
                long begun = System.nanoTime();
                last = ask(form);
                millis.add((System.nanoTime() - begun) / 1e6);
            }
            Recorded measured = new Recorded(last.encoding(), last.body(), Rounds.median(millis));
            known.put(form, measured);
            sum += measured.millis();
        }
        learnt = true;
        return sum;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.close();
    }
}
