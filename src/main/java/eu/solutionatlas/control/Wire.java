package eu.solutionatlas.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How orders and answers look on the socket: each one line of JSON. */
final class Wire {
    /** The longest order in bytes, its end of line included. */
    static final int MAX_ORDER = 64 << 10;

    /** The longest answer in bytes that is read. */
    static final int MAX_ANSWER = 16 << 20;

    private static final int MAX_DEPTH = 4;

    private final ObjectMapper json = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .build();

    /** Where the socket of a data directory lies. */
    static Path socket(Path dataDirectory) {
        return dataDirectory.resolve("control.sock");
    }

    byte[] write(Order order) {
        ObjectNode node = json.createObjectNode().put("command", order.command());
        ObjectNode arguments = node.putObject("arguments");
        order.arguments().forEach((name, values) -> {
            ArrayNode array = arguments.putArray(name);
            values.forEach(array::add);
        });
        return line(node);
    }

    byte[] write(Answer answer) {
        ObjectNode node = json.createObjectNode().put("code", answer.code());
        ArrayNode lines = node.putArray("lines");
        answer.lines().forEach(lines::add);
        return line(node);
    }

    private byte[] line(JsonNode node) {
        try {
            return (json.writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can be written", e);
        }
    }

    /** Empty when it is no order. */
    Optional<Order> order(String line) {
        JsonNode node = read(line);
        JsonNode arguments = node.path("arguments");
        if (!node.path("command").isTextual() || !(arguments.isObject() || arguments.isMissingNode())) {
            return Optional.empty();
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> argument : arguments.properties()) {
            if (!argument.getValue().isArray()) {
                return Optional.empty();
            }
            values.put(argument.getKey(), texts(argument.getValue()));
        }
        return Optional.of(new Order(node.path("command").asText(), values));
    }

    /** Empty when it is no answer. */
    Optional<Answer> answer(String line) {
        JsonNode node = read(line);
        return node.path("code").isInt() && node.path("lines").isArray()
                ? Optional.of(new Answer(node.path("code").asInt(), texts(node.path("lines"))))
                : Optional.empty();
    }

    private JsonNode read(String line) {
        try {
            return json.readTree(line);
        } catch (JsonProcessingException e) {
            return json.missingNode();
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(value -> texts.add(value.asText()));
        return List.copyOf(texts);
    }
}
