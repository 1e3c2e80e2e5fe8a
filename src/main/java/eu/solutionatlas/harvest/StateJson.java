package eu.solutionatlas.harvest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.solutionatlas.outbound.Validators;
import eu.solutionatlas.rdf.DataVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** The state of harvesting a hub as JSON. What is not there, or not readable, is not known. */
final class StateJson {
    private StateJson() {}

    static ObjectNode write(HarvestState state) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("source", state.source());
        put(json, "etag", state.validators().etag());
        put(json, "lastModified", state.validators().lastModified());
        state.version().ifPresent(version -> {
            json.put("version", version.number());
            json.put("versionAt", version.at().toString());
        });
        put(json, "lastTried", state.lastTried());
        put(json, "lastSeen", state.lastSeen());
        put(json, "lastWhole", state.lastWhole());
        state.latency().ifPresent(latency -> json.put("latencyMillis", latency.toMillis()));
        put(json, "result", state.result().map(Result::code));
        put(json, "reason", state.reason());
        json.put("failures", state.failures());
        put(json, "next", state.next());
        return json;
    }

    static HarvestState read(JsonNode json) {
        return new HarvestState(
                json.path("source").asText(""),
                new Validators(text(json, "etag"), text(json, "lastModified")),
                instant(json, "versionAt")
                        .filter(at -> json.path("version").isNumber())
                        .map(at -> new DataVersion(json.path("version").asLong(), at)),
                instant(json, "lastTried"),
                instant(json, "lastSeen"),
                instant(json, "lastWhole"),
                Optional.of(json.path("latencyMillis"))
                        .filter(JsonNode::isNumber)
                        .map(millis -> Duration.ofMillis(millis.asLong())),
                text(json, "result").flatMap(StateJson::result),
                text(json, "reason"),
                json.path("failures").asInt(0),
                instant(json, "next"));
    }

    static void put(ObjectNode json, String name, Optional<?> value) {
        value.ifPresent(there -> json.put(name, there.toString()));
    }

    static Optional<String> text(JsonNode json, String name) {
        return Optional.of(json.path(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    static Optional<Instant> instant(JsonNode json, String name) {
        return text(json, name).map(Instant::parse);
    }

    static Optional<Result> result(String code) {
        return Arrays.stream(Result.values())
                .filter(result -> result.code().equals(code))
                .findFirst();
    }
}
