package eu.solutionatlas.federation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import eu.solutionatlas.outbound.RejectedReplyException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reads results in JSON (SPARQL 1.1 Query Results JSON Format) row by row while they arrive, and of each row only the
 * columns that are wanted.
 */
final class JsonRows {
    /** Names of columns come from other machines, so they are neither interned nor kept from one answer to the next. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonParser json;
    private final Map<String, Var> wanted = new HashMap<>();
    private final Map<String, Node> blank = new HashMap<>();
    private final Collection<Var> asked;

    private JsonRows(JsonParser json, Collection<Var> columns, Collection<Var> asked) {
        this.json = json;
        this.asked = asked;
        columns.forEach(column -> wanted.put(column.getVarName(), column));
    }

    /**
     * Reads to the end.
     *
     * @param columns that are of use
     * @param asked those that the answer must say to have
     * @throws RejectedReplyException for a document that is no result with rows, or says that it lacks one of the columns
     * @throws IOException what the body threw; a {@link com.fasterxml.jackson.core.JacksonException} for what is not JSON
     */
    static void read(InputStream body, Collection<Var> columns, Collection<Var> asked, RowReader reader)
            throws IOException {
        try (JsonParser json = FACTORY.createParser(body)) {
            new JsonRows(json, columns, asked).document(reader);
        }
    }

    private void document(RowReader reader) throws IOException {
        expect(json.nextToken(), JsonToken.START_OBJECT);
        boolean found = false;
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            switch (key) {
                case "results" -> {
                    expect(value, JsonToken.START_OBJECT);
                    found |= results(reader);
                }
                case "head" -> {
                    expect(value, JsonToken.START_OBJECT);
                    head();
                }
                case "boolean" ->
                    throw RejectedReplyException.malformed("the answer is a yes or no, where rows were asked for");
                default -> json.skipChildren();
            }
        }
        expect(json.currentToken(), JsonToken.END_OBJECT);
        if (!found || json.nextToken() != null) {
            throw malformed();
        }
    }

    /** Of a column that is not named here, no row would say anything, which is another answer than that there is nothing. */
    private void head() throws IOException {
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            if (key.equals("vars")) {
                expect(value, JsonToken.START_ARRAY);
                Set<String> missing =
                        asked.stream().map(Var::getVarName).collect(Collectors.toCollection(TreeSet::new));
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    expect(json.currentToken(), JsonToken.VALUE_STRING);
                    missing.remove(json.getText());
                }
                if (!missing.isEmpty()) {
                    throw RejectedReplyException.malformed(lacks(missing));
                }
            } else {
                json.skipChildren();
            }
        }
    }

    /** What is wrong with an answer that does not have what was asked for. */
    static String lacks(Collection<String> columns) {
        return "the answer lacks columns that were asked for: " + String.join(", ", columns);
    }

    private boolean results(RowReader reader) throws IOException {
        boolean found = false;
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            if (key.equals("bindings")) {
                expect(value, JsonToken.START_ARRAY);
                found = true;
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    reader.row(row());
                }
            } else {
                json.skipChildren();
            }
        }
        return found;
    }

    private Binding row() throws IOException {
        expect(json.currentToken(), JsonToken.START_OBJECT);
        BindingBuilder row = BindingFactory.builder();
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            json.nextToken();
            Var column = wanted.get(key);
            if (column == null) {
                json.skipChildren();
            } else {
                row.add(column, term());
            }
        }
        return row.build();
    }

    private Node term() throws IOException {
        expect(json.currentToken(), JsonToken.START_OBJECT);
        String type = "";
        String value = null;
        String language = null;
        String direction = null;
        String datatype = null;
        Node triple = null;
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            JsonToken token = json.nextToken();
            switch (key) {
                case "type" -> type = text(token);
                case "value" -> {
                    if (token == JsonToken.START_OBJECT) {
                        triple = triple();
                    } else {
                        value = text(token);
                    }
                }
                case "xml:lang" -> language = text(token);
                case "its:dir" -> direction = text(token);
                case "datatype" -> datatype = text(token);
                default -> json.skipChildren();
            }
        }
        if (type.equals("triple") && triple != null) {
            return triple;
        }
        if (value == null) {
            throw malformed();
        }
        return switch (type) {
            case "uri" -> NodeFactory.createURI(value);
            case "literal", "typed-literal" -> literal(value, language, direction, datatype);
            case "bnode" -> blank.computeIfAbsent(value, label -> NodeFactory.createBlankNode());
            default -> throw malformed();
        };
    }

    private static Node literal(
            String value, @Nullable String language, @Nullable String direction, @Nullable String datatype) {
        if (language != null && !language.isEmpty()) {
            return direction == null
                    ? NodeFactory.createLiteralLang(value, language)
                    : NodeFactory.createLiteralDirLang(value, language, direction);
        }
        return datatype == null
                ? NodeFactory.createLiteralString(value)
                : NodeFactory.createLiteralDT(value, NodeFactory.getType(datatype));
    }

    private Node triple() throws IOException {
        Map<String, Node> parts = new HashMap<>();
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            json.nextToken();
            parts.put(key, term());
        }
        return NodeFactory.createTripleTerm(part(parts, "subject"), part(parts, "predicate"), part(parts, "object"));
    }

    private static Node part(Map<String, Node> parts, String name) throws RejectedReplyException {
        return Optional.ofNullable(parts.get(name)).orElseThrow(JsonRows::malformed);
    }

    private String text(JsonToken token) throws IOException {
        expect(token, JsonToken.VALUE_STRING);
        return json.getText();
    }

    private static void expect(@Nullable JsonToken token, JsonToken expected) throws RejectedReplyException {
        if (token != expected) {
            throw malformed();
        }
    }

    private static RejectedReplyException malformed() {
        return RejectedReplyException.malformed("the answer is not what its type says");
    }
}
