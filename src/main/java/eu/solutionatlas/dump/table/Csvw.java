package eu.solutionatlas.dump.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a machine needs to know of the tables: CSV on the Web metadata (W3C Recommendation "Metadata Vocabulary for Tabular
 * Data", section 5), under the name by which tools look for it beside a table.
 */
public final class Csvw {
    public static final String FILE_NAME = "csv-metadata.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Csvw() {}

    /**
     * The metadata of all tables.
     *
     * @param title of the catalogue's state that they show
     * @param words of the ontology, for columns of properties
     */
    public static byte[] of(List<Table> tables, String title, String licence, Words words) {
        ObjectNode group = JSON.createObjectNode();
        ArrayNode context = group.putArray("@context").add("http://www.w3.org/ns/csvw");
        context.addObject().put("@language", "en");
        group.put("dc:title", title);
        group.putObject("dc:license").put("@id", licence);
        ArrayNode all = group.putArray("tables");
        tables.forEach(table -> table(all.addObject(), table, words));
        return (group.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void table(ObjectNode json, Table table, Words words) {
        json.put("url", table.fileName());
        json.put("dc:description", table.english());
        ObjectNode dialect = json.putObject("dialect");
        dialect.put("header", true)
                .put("encoding", "utf-8")
                .put("quoteChar", "\"")
                .put("doubleQuote", true);
        ObjectNode schema = json.putObject("tableSchema");
        ArrayNode columns = schema.putArray("columns");
        table.columns().forEach(column -> column(columns.addObject(), column, words));
        ArrayNode key = schema.putArray("primaryKey");
        table.key().forEach(key::add);
        if (!table.links().isEmpty()) {
            ArrayNode foreign = schema.putArray("foreignKeys");
            table.links().forEach(link -> {
                ObjectNode one = foreign.addObject();
                one.put("columnReference", link.column());
                one.putObject("reference")
                        .put("resource", link.table() + ".csv")
                        .put("columnReference", "iri");
            });
        }
    }

    private static void column(ObjectNode json, Column column, Words words) {
        json.put("name", column.name());
        json.put("titles", column.name());
        json.put("dc:description", words.english(column));
        json.put("datatype", column.type().code());
        column.property().ifPresent(property -> json.put("propertyUrl", property.getURI()));
        column.language().ifPresent(language -> json.put("lang", language));
        if (column.many()) {
            json.put("separator", Column.SEPARATOR);
        }
        if (column.required()) {
            json.put("required", true);
        }
    }
}
