package eu.solutionatlas.rdf;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.jsonld.JenaToTitanium;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/**
 * Writes graphs as JSON-LD 1.1 that reads as plain JSON: compacted by our context, nested under the document it is
 * about. The context is named, not repeated: {@code {base}context.jsonld}.
 */
public final class JsonLdWriter {
    private static final JsonWriterFactory PRETTY =
            Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    /** Nodes that are compacted together. */
    private static final int AT_ONCE = 100;

    private final JsonObject context;
    private final String contextIri;

    /**
     * @param context the document whose {@code @context} is used
     * @param contextIri where readers find it
     */
    private JsonLdWriter(JsonObject context, String contextIri) {
        this.context = context;
        this.contextIri = contextIri;
    }

    /** With the context that we publish. */
    public static JsonLdWriter create(Iris iris) {
        try (JsonReader reader = Json.createReader(new StringReader(OntologyFiles.context()))) {
            return new JsonLdWriter(reader.readObject(), iris.base() + "context.jsonld");
        }
    }

    void write(Graph graph, Node root, OutputStream out) {
        JsonObjectBuilder named = Json.createObjectBuilder().add("@context", contextIri);
        without(compacted(nested(graph, root)), "@context").forEach(named::add);
        try (JsonWriter writer = PRETTY.createWriter(out)) {
            writer.writeObject(named.build());
        }
    }

    /** One document for many graphs: an array of what each of them says. */
    GraphStream stream(OutputStream out) {
        JsonGenerator generator = Json.createGeneratorFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createGenerator(out);
        generator.writeStartObject().write("@context", contextIri).writeStartArray("@graph");
        return new GraphStream() {
            private List<JsonObject> waiting = new ArrayList<>();

            @Override
            public void add(Graph graph, Node thing, Node name) {
                waiting.addAll(nested(graph, thing));
                if (waiting.size() >= AT_ONCE) {
                    write();
                }
            }

            private void write() {
                JsonObject object = compacted(waiting);
                waiting = new ArrayList<>();
                unwrapped(() -> {
                    if (object.containsKey("@graph")) {
                        object.getJsonArray("@graph").forEach(generator::write);
                    } else { // of one node, itself
                        generator.write(without(object, "@context"));
                    }
                });
            }

            @Override
            public void finish() {
                if (!waiting.isEmpty()) {
                    write();
                }
                unwrapped(() -> generator.writeEnd().writeEnd().flush());
            }
        };
    }

    /** Who is gone should be known as such, not as a failure of JSON. */
    private static void unwrapped(Runnable writing) {
        try {
            writing.run();
        } catch (JsonException e) {
            if (e.getCause() instanceof IOException cause) {
                throw new UncheckedIOException(cause);
            }
            throw e;
        }
    }

    /** Nodes by the names of our context. That is read anew each time, so many nodes at once are far quicker than each for itself. */
    private JsonObject compacted(List<JsonObject> nodes) {
        try {
            JsonArrayBuilder all = Json.createArrayBuilder();
            nodes.forEach(all::add);
            return JsonLd.compact(JsonDocument.of(all.build()), JsonDocument.of(context))
                    .get();
        } catch (JsonLdError e) {
            throw new IllegalStateException("a graph of ours could not be written as JSON-LD", e);
        }
    }

    /** What a graph says, expanded: nested under the root when everything hangs on it, else one node beside the other. */
    private static List<JsonObject> nested(Graph graph, Node root) {
        JsonArray expanded;
        try {
            expanded = JenaToTitanium.convert(DatasetGraphFactory.wrap(graph), new JsonLdOptions());
        } catch (JsonLdError e) {
            throw new IllegalStateException("a graph of ours could not be written as JSON-LD", e);
        }
        Map<String, JsonObject> nodes = new LinkedHashMap<>();
        for (JsonValue value : expanded) {
            nodes.put(value.asJsonObject().getString("@id"), value.asJsonObject());
        }
        JsonObject top = root.isURI() ? nodes.get(root.getURI()) : null;
        Set<String> reached = new HashSet<>();
        return top != null
                        && !hasOtherNames(expanded)
                        && reach(root.getURI(), nodes, reached)
                        && reached.size() == nodes.size()
                ? List.of(nested(top, nodes))
                : List.copyOf(nodes.values());
    }

    /** Whether blank nodes are named in types or lists, where they are no links: without their names they would be others. */
    private static boolean hasOtherNames(JsonArray expanded) {
        return expanded.stream()
                .flatMap(node -> node.asJsonObject().entrySet().stream())
                .filter(entry -> entry.getValue() instanceof JsonArray)
                .flatMap(entry -> entry.getValue().asJsonArray().stream())
                .anyMatch(JsonLdWriter::namesABlankNode);
    }

    private static boolean namesABlankNode(JsonValue value) {
        return switch (value) {
            case JsonString type -> type.getString().startsWith("_:");
            case JsonObject object ->
                object.get("@list") instanceof JsonArray items
                        && items.stream()
                                .filter(JsonLdWriter::isLink)
                                .anyMatch(item ->
                                        item.asJsonObject().getString("@id").startsWith("_:"));
            default -> false;
        };
    }

    /** Whether each node that can be reached can be so by one way only, so that nesting loses and repeats nothing. */
    private static boolean reach(String id, Map<String, JsonObject> nodes, Set<String> reached) {
        JsonObject node = nodes.get(id);
        return node == null
                || (reached.add(id) && links(node).allMatch(link -> reach(link.getString("@id"), nodes, reached)));
    }

    private static Stream<JsonObject> links(JsonObject node) {
        return node.values().stream()
                .filter(JsonArray.class::isInstance)
                .flatMap(values -> values.asJsonArray().stream())
                .filter(JsonLdWriter::isLink)
                .map(JsonValue::asJsonObject);
    }

    private static boolean isLink(JsonValue value) {
        return value instanceof JsonObject object && object.containsKey("@id");
    }

    /** A node, its properties in order, with all that it leads to in the place of the links. Nobody else names the blank ones then. */
    private static JsonObject nested(JsonObject node, Map<String, JsonObject> nodes) {
        JsonObjectBuilder nested = Json.createObjectBuilder();
        new TreeMap<>(node).forEach((key, value) -> {
            if (value instanceof JsonArray values) {
                JsonArrayBuilder all = Json.createArrayBuilder();
                values.forEach(one -> {
                    JsonObject linked =
                            isLink(one) ? nodes.get(one.asJsonObject().getString("@id")) : null;
                    all.add(linked == null ? one : nested(linked, nodes));
                });
                nested.add(key, all);
            } else if (!(key.equals("@id") && node.getString(key).startsWith("_:"))) {
                nested.add(key, value);
            }
        });
        return nested.build();
    }

    private static JsonObject without(JsonObject object, String key) {
        JsonObjectBuilder rest = Json.createObjectBuilder(object);
        return rest.remove(key).build();
    }
}
