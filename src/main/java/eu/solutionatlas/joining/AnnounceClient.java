package eu.solutionatlas.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.solutionatlas.control.Answer;
import eu.solutionatlas.outbound.Outbound;
import eu.solutionatlas.outbound.OutboundRequest;
import eu.solutionatlas.outbound.Outcome;
import eu.solutionatlas.outbound.RejectedReplyException;
import eu.solutionatlas.outbound.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Announces this hub to another, and waits a while for what comes of it. */
public final class AnnounceClient {
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final Duration BETWEEN = Duration.ofMillis(500);
    private static final int TRIES = 120;
    private static final long MAX_BYTES = 64 << 10;

    private final Outbound outbound;
    private final ObjectMapper json = new ObjectMapper();

    public AnnounceClient(Outbound outbound) {
        this.outbound = outbound;
    }

    /**
     * @param hub the base address of the other hub
     * @param base this hub's own
     */
    public Answer announce(String hub, String base) throws InterruptedException {
        Optional<URI> other = AnnounceRoutes.parse(hub.endsWith("/") ? hub : hub + "/");
        if (other.isEmpty()) {
            return Answer.misunderstood("The address of the other hub has to be like https://atlas.example.org/");
        }
        byte[] form = ("url=" + URLEncoder.encode(base, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        OutboundRequest request = OutboundRequest.post(
                other.get().resolve("federation/announce"), "application/x-www-form-urlencoded", form);
        return switch (ask(request)) {
            case Outcome.Failed<JsonNode> failed ->
                Answer.cannot(request.uri() + ": " + failed.fault().words());
            case Outcome.Answered<JsonNode> answered ->
                follow(other.get(), answered.value().path("outcome").asText());
        };
    }

    private Outcome<JsonNode> ask(OutboundRequest request) {
        return outbound.exchange(
                request.accept("application/json").within(DEADLINE).atMost(MAX_BYTES), reply -> tree(reply));
    }

    private JsonNode tree(Reply reply) throws IOException {
        try {
            return json.readTree(reply.body());
        } catch (JsonProcessingException e) {
            throw RejectedReplyException.malformed("the answer is not JSON: " + e.getOriginalMessage());
        }
    }

    private Answer follow(URI hub, String outcome) throws InterruptedException {
        List<String> lines = new ArrayList<>(List.of("Announced. What comes of it can be read at " + outcome));
        // Only at the hub that was asked, whatever it says.
        Optional<URI> place = AnnounceRoutes.parse(outcome).filter(address -> Spaces.isAt(address.toString(), hub));
        if (place.isEmpty()) {
            return Answer.done(lines);
        }
        for (int i = 0; i < TRIES; i++) {
            switch (ask(OutboundRequest.get(place.get()))) {
                case Outcome.Failed<JsonNode> failed -> {
                    lines.add("It could not be read: " + failed.fault().words());
                    return Answer.done(lines);
                }
                case Outcome.Answered<JsonNode> answered -> {
                    JsonNode told = answered.value();
                    if (!told.path("state").asText().equals("waiting")) {
                        lines.add(told.path("words").asText());
                        told.path("details").forEach(detail -> lines.add("  " + detail.asText()));
                        return isGood(told.path("state").asText()) ? Answer.done(lines) : Answer.cannot(lines);
                    }
                }
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN.toMillis());
        }
        lines.add("It still waits.");
        return Answer.done(lines);
    }

    private static boolean isGood(String state) {
        return state.equals("noted") || state.equals("known");
    }
}
