package eu.solutionatlas.reconcile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what clients send (Reconciliation Service API 0.2, sections 4.1 and 7.3), and says what is wrong with it. */
final class QueryReader {
    /** Queries at once. */
    static final int MOST_QUERIES = 50;
    /** Things and properties of one request for data. */
    static final int MOST_THINGS = 500;

    static final int MOST_PROPERTIES = 30;
    private static final int MOST_VALUES = 20;
    private static final int LONGEST = 500;
    private static final int MOST_CANDIDATES = 50;
    private static final int CANDIDATES = 10;
    private static final int DEEPEST = 20;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Which values of which things are wanted, each property with its settings. */
    record Wanted(Set<String> ids, List<Column> properties) {}

    /**
     * A property that is wanted.
     *
     * @param language that texts are wanted in; empty for the reader's
     * @param most values of a thing; 0 for all
     */
    record Column(Property property, String language, int most) {}

    private QueryReader() {}

    /** @throws ProblemException 400 or 413 */
    static Map<String, Query> queries(String text) {
        JsonNode batch = object(text, "queries");
        if (batch.size() > MOST_QUERIES) {
            throw new ProblemException(Problem.of(
                    413,
                    "too-many-queries",
                    "Too many queries at once",
                    "There are " + batch.size() + "; send up to " + MOST_QUERIES + " at once."));
        }
        Map<String, Query> queries = new LinkedHashMap<>();
        batch.properties().forEach(one -> queries.put(one.getKey(), query(one.getKey(), one.getValue())));
        return queries;
    }

    private static Query query(String key, JsonNode node) {
        if (!node.isObject()) {
            throw bad("The query " + shortened(key) + " is no JSON object.");
        }
        JsonNode name = node.path("query");
        if (!name.isMissingNode() && !name.isNull() && !name.isTextual()) {
            throw bad("In the query " + shortened(key) + ", query is no string.");
        }
        Map<Property, List<String>> properties = properties(key, node.path("properties"));
        String asked = name.isTextual() ? name.textValue().strip() : "";
        if (name.isMissingNode() && properties.isEmpty()) {
            throw bad("The query " + shortened(key) + " has neither query nor properties.");
        }
        tooLong(asked, "query");
        String strict = node.path("type_strict").asText("any");
        if (!List.of("any", "all", "should").contains(strict)) {
            throw bad("type_strict is any, all or should, not " + shortened(strict) + ".");
        }
        Set<Kind> kinds = kinds(node.path("type"));
        boolean only = !kinds.isEmpty() && !strict.equals("should");
        return new Query(asked, kinds, only, limit(node.path("limit")), properties);
    }

    private static int limit(JsonNode limit) {
        if (limit.isMissingNode() || limit.isNull()) {
            return CANDIDATES;
        }
        if (!limit.isIntegralNumber() || limit.asLong() < 1) {
            throw bad("limit is a whole number from 1.");
        }
        return (int) Math.min(MOST_CANDIDATES, limit.asLong());
    }

    private static Set<Kind> kinds(JsonNode type) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (JsonNode one : type.isArray() ? type : List.of(type)) {
            if (one.isMissingNode() || one.isNull()) {
                continue;
            }
            String id = one.isObject() ? one.path("id").asText("") : one.asText("");
            if (!id.isEmpty()) {
                kinds.add(kind(id));
            }
        }
        return kinds;
    }

    /** @throws ProblemException 400 for none of ours */
    static Kind kind(String id) {
        return Kind.of(id)
                .orElseThrow(() -> new ProblemException(Problem.badRequest(
                        "unknown-type", "There is no type " + shortened(id) + ". There is: " + Kind.list() + ".")));
    }

    private static Property property(String id) {
        return Property.of(id)
                .orElseThrow(() -> new ProblemException(Problem.badRequest(
                        "unknown-property",
                        "There is no property " + shortened(id) + ". There is: " + Property.list() + ".")));
    }

    private static Map<Property, List<String>> properties(String key, JsonNode given) {
        Map<Property, List<String>> properties = new EnumMap<>(Property.class);
        if (given.isMissingNode() || given.isNull()) {
            return properties;
        }
        if (!given.isArray() || given.size() > MOST_PROPERTIES) {
            throw bad("In the query " + shortened(key) + ", properties is an array of up to " + MOST_PROPERTIES + ".");
        }
        for (JsonNode one : given) {
            Property property = property(one.path("pid").asText(""));
            List<String> values = new ArrayList<>();
            JsonNode v = one.path("v");
            for (JsonNode value : v.isArray() ? v : List.of(v)) {
                String text =
                        (value.isObject() ? value.path("id") : value).asText("").strip();
                if (!text.isEmpty()) {
                    tooLong(text, property.id());
                    values.add(text);
                }
            }
            if (values.size() > MOST_VALUES) {
                throw bad("A property may have up to " + MOST_VALUES + " values in a query.");
            }
            if (!values.isEmpty()) {
                properties.computeIfAbsent(property, none -> new ArrayList<>()).addAll(values);
            }
        }
        return properties;
    }

    /** @throws ProblemException 400 or 413 */
    static Wanted wanted(String text) {
        JsonNode node = object(text, "extend");
        JsonNode things = node.path("ids");
        JsonNode columns = node.path("properties");
        if (!things.isArray() || !columns.isArray()) {
            throw bad("extend has the arrays ids and properties.");
        }
        if (things.size() > MOST_THINGS || columns.size() > MOST_PROPERTIES) {
            throw new ProblemException(Problem.of(
                    413,
                    "too-much-data",
                    "Too much at once",
                    "Ask for up to " + MOST_THINGS + " things and " + MOST_PROPERTIES + " properties at once."));
        }
        Set<String> ids = new LinkedHashSet<>();
        for (JsonNode id : things) {
            if (!id.isTextual()) {
                throw bad("Each of ids is a string.");
            }
            tooLong(id.textValue(), "ids");
            ids.add(id.textValue());
        }
        List<Column> properties = new ArrayList<>();
        for (JsonNode column : columns) {
            properties.add(column(column));
        }
        return new Wanted(ids, properties);
    }

    private static Column column(JsonNode column) {
        JsonNode settings = column.path("settings");
        JsonNode most = settings.path("limit");
        int limit = most.isMissingNode() || most.isNull() ? 0 : most.asInt(-1);
        if (limit < 0) {
            throw bad("The setting limit is a whole number from 0.");
        }
        String language = settings.path("language").asText("");
        if (!language.matches("[A-Za-z0-9-]{0,35}")) {
            throw bad("The setting language is the tag of a language, such as de.");
        }
        return new Column(property(column.path("id").asText("")), language.toLowerCase(java.util.Locale.ROOT), limit);
    }

    private static JsonNode object(String text, String parameter) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node == null || !node.isObject()) {
                throw bad("The parameter " + parameter + " is no JSON object.");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new ProblemException(Problem.badRequest(
                            "broken-json",
                            "The parameter " + parameter + " is no JSON: it breaks at line " + line(e) + ", column "
                                    + column(e) + ".")
                    .with("line", line(e))
                    .with("column", column(e)));
        }
    }

    private static int line(JsonProcessingException e) {
        return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    }

    private static int column(JsonProcessingException e) {
        return e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
    }

    private static void tooLong(String text, String what) {
        if (text.length() > LONGEST) {
            throw bad("A value of " + what + " has " + text.length() + " characters; up to " + LONGEST + " are taken.");
        }
    }

    private static String shortened(String text) {
        return "\"" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "\"";
    }

    private static ProblemException bad(String detail) {
        return new ProblemException(Problem.badRequest("bad-reconciliation-query", detail));
    }
}
