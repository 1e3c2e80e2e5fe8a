package eu.solutionatlas.rdf;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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
        compacted(graph, root).forEach(named::add);
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
            @Override
            public void add(Graph graph, Node thing, Node name) {
                JsonObject object = compacted(graph, thing);
                unwrapped(() -> write(object));
            }

            private void write(JsonObject object) {
                // What does not hang together comes as an array of its own.
                if (object.containsKey("@graph")) {
                    object.getJsonArray("@graph").forEach(generator::write);
                } else {
                    generator.write(object);
                }
            }

            @Override
            public void finish() {
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

    /** What a graph says, without the context. */
    private JsonObject compacted(Graph graph, Node root) {
        try {
            JsonObject compacted =
                    nested(JenaToTitanium.convert(DatasetGraphFactory.wrap(graph), new JsonLdOptions()), root);
            JsonObjectBuilder rest = Json.createObjectBuilder();
            compacted.forEach((key, value) -> {
                if (!key.equals("@context")) {
                    rest.add(key, value);
                }
            });
            return rest.build();
        } catch (JsonLdError e) {
            throw new IllegalStateException("a graph of ours could not be written as JSON-LD", e);
        }
    }

    /** Nested under the root when everything hangs on it, otherwise one node beside the other. */
    private JsonObject nested(JsonArray expanded, Node root) throws JsonLdError {
        if (root.isURI() && hangsTogether(expanded, root.getURI())) {
            JsonStructure frame =
                    Json.createObjectBuilder(context).add("@id", root.getURI()).build();
            return JsonLd.frame(JsonDocument.of(expanded), JsonDocument.of(frame))
                    .get();
        }
        return JsonLd.compact(JsonDocument.of(expanded), JsonDocument.of(context))
                .get();
    }

    /** Whether every node can be reached from the root, each by one way only, so that nesting loses and repeats nothing. */
    private static boolean hangsTogether(JsonArray expanded, String root) {
        Map<String, JsonObject> nodes = new java.util.HashMap<>();
        for (JsonValue value : expanded) {
            nodes.put(value.asJsonObject().getString("@id"), value.asJsonObject());
        }
        Set<String> reached = new HashSet<>();
        boolean tree = nodes.containsKey(root) && reach(root, nodes, reached);
        return tree && reached.size() == nodes.size();
    }

    private static boolean reach(String id, Map<String, JsonObject> nodes, Set<String> reached) {
        JsonObject node = nodes.get(id);
        if (node == null) {
            return true;
        }
        if (!reached.add(id)) {
            return false;
        }
        for (JsonValue values : node.values()) {
            if (values.getValueType() == JsonValue.ValueType.ARRAY) {
                for (JsonValue value : values.asJsonArray()) {
                    if (value instanceof JsonObject object
                            && object.containsKey("@id")
                            && !reach(object.getString("@id"), nodes, reached)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
