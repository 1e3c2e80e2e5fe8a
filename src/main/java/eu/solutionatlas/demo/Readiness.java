package eu.solutionatlas.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.solutionatlas.outbound.Outbound;
import eu.solutionatlas.outbound.OutboundRequest;
import eu.solutionatlas.outbound.OutboundSettings;
import eu.solutionatlas.outbound.Outcome;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

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
        try (Outbound client = new Outbound(new OutboundSettings(true), "SolutionAtlas demonstration")) {
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

    private boolean isReady(Outbound client, String id, String base) {
        if (id.equals(DemoHub.SILESIA.id())) {
            return get(client, base + "ds/sparql?query=ASK%7B%7D").isPresent();
        }
        if (get(client, base + "health/ready").isEmpty()) {
            return false;
        }
        for (String other : network.addresses().keySet()) {
            if (!other.equals(id)) {
                Optional<JsonNode> report = get(client, base + "federation/report/" + other + ".json");
                if (report.filter(one -> one.path("state").path("lastSeen").isTextual())
                        .isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What a hub answers as JSON; empty when it does not answer yet, or not well. */
    private Optional<JsonNode> get(Outbound client, String address) {
        OutboundRequest request = OutboundRequest.get(URI.create(address))
                .accept("application/sparql-results+json, application/json")
                .within(Duration.ofSeconds(5));
        return switch (client.exchange(request, reply -> mapper.readTree(reply.body()))) {
            case Outcome.Answered<JsonNode> answered -> Optional.of(answered.value());
            case Outcome.Failed<JsonNode> failed -> Optional.empty();
        };
    }
}
