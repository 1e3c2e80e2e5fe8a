package eu.solutionatlas.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Waits until the hubs of a network answer and have copied one another's entries. */
public final class Readiness {
    private static final Duration BETWEEN = Duration.ofMillis(300);

    private final ObjectMapper mapper = new ObjectMapper();
    private final DemoNetwork network;
    private final Duration patience;

    public Readiness(DemoNetwork network, Duration patience) {
        this.network = network;
        this.patience = patience;
    }

    /**
     * Waits.
     *
     * @throws IOException when a hub ends, or they are not ready in time
     */
    public void await() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (Map.Entry<String, String> hub : network.addresses().entrySet()) {
                while (!isReady(client, hub.getKey(), hub.getValue())) {
                    if (network.casualty().isPresent()) {
                        throw new IOException(network.casualty().get());
                    }
                    if (System.nanoTime() > deadline) {
                        throw new IOException(hub.getKey() + " is not ready after " + patience.toSeconds() + " s");
                    }
                    Thread.sleep(BETWEEN.toMillis());
                }
            }
        }
    }

    private boolean isReady(HttpClient client, String id, String base) throws InterruptedException {
        if (id.equals(DemoHub.SILESIA.id())) {
            return get(client, base + "ds/sparql?query=ASK%7B%7D") != null;
        }
        if (get(client, base + "health/ready") == null) {
            return false;
        }
        for (String other : network.addresses().keySet()) {
            if (!other.equals(id)) {
                JsonNode report = get(client, base + "federation/report/" + other + ".json");
                if (report == null || !report.path("state").path("lastSeen").isTextual()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What a hub answers as JSON; null when it does not answer, or not well. */
    private @org.jspecify.annotations.Nullable JsonNode get(HttpClient client, String address)
            throws InterruptedException {
        try {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .timeout(Duration.ofSeconds(5))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? mapper.readTree(response.body()) : null;
        } catch (IOException e) {
            return null; // not there yet
        }
    }
}
