package eu.solutionatlas.dump;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.solutionatlas.load.Loader;
import eu.solutionatlas.load.Progress;
import eu.solutionatlas.shape.Shapes;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.TemporaryStore;
import eu.solutionatlas.support.TestAtlas;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The metadata against the tables, as section 6 of "Model for Tabular Data and Metadata on the Web" asks of validators. */
class CsvwTest {
    @TempDir
    private static Path directory;

    private static JsonNode metadata;
    private static final Map<String, List<CSVRecord>> ROWS = new HashMap<>();
    private static final Map<String, List<String>> HEADS = new HashMap<>();

    @BeforeAll
    static void write() throws IOException {
        try (Store store = TemporaryStore.create(Clock.systemUTC())) {
            Loader.publishVocabularies(store);
            new Loader(TestAtlas.IRIS, Shapes.published()).load(store, "test", List.of(Path.of("data")), Progress.NONE);
            DumpSet set = new SetWriter(store, TestAtlas.IRIS, directory, "Test", Clock.systemUTC()).write();
            metadata = new ObjectMapper().readTree(SetWriterTest.text(set, "csv-metadata.json"));
            for (JsonNode table : metadata.get("tables")) {
                String name = table.get("url").asText();
                CSVParser parser = CSVParser.parse(SetWriterTest.text(set, name), CSVFormat.RFC4180);
                List<CSVRecord> rows = new ArrayList<>(parser.getRecords());
                List<String> head = new ArrayList<>();
                rows.removeFirst().forEach(head::add);
                HEADS.put(name, head);
                ROWS.put(name, rows);
            }
        }
    }

    private static List<CSVRecord> rows(String table) {
        return ROWS.getOrDefault(table, List.of());
    }

    private static List<String> head(String table) {
        return HEADS.getOrDefault(table, List.of());
    }

    @Test
    void metadata_describesTheFiveTables() {
        assertThat(metadata.get("@context").get(0).asText()).isEqualTo("http://www.w3.org/ns/csvw");
        assertThat(ROWS.keySet())
                .containsExactlyInAnyOrder("solutions.csv", "actors.csv", "adoptions.csv", "themes.csv", "regions.csv");
        assertThat(ROWS.values()).allSatisfy(rows -> assertThat(rows).isNotEmpty());
    }

    @Test
    void columns_areThoseOfTheHeader() {
        for (JsonNode table : metadata.get("tables")) {
            List<String> titles = new ArrayList<>();
            table.get("tableSchema")
                    .get("columns")
                    .forEach(column -> titles.add(column.get("titles").asText()));
            assertThat(head(table.get("url").asText())).isEqualTo(titles);
        }
    }

    @Test
    void values_areOfTheirTypes() {
        for (JsonNode table : metadata.get("tables")) {
            JsonNode columns = table.get("tableSchema").get("columns");
            for (CSVRecord row : rows(table.get("url").asText())) {
                assertThat(row.size()).isEqualTo(columns.size());
                for (int i = 0; i < columns.size(); i++) {
                    check(columns.get(i), row.get(i));
                }
            }
        }
    }

    private static void check(JsonNode column, String cell) {
        String name = column.get("name").asText();
        if (column.path("required").asBoolean()) {
            assertThat(cell).as(name).isNotEmpty();
        }
        if (cell.isEmpty()) {
            return;
        }
        String[] values = column.has("separator")
                ? cell.split(
                        java.util.regex.Pattern.quote(column.get("separator").asText()))
                : new String[] {cell};
        for (String value : values) {
            switch (column.get("datatype").asText()) {
                case "anyURI" ->
                    assertThat(URI.create(value).isAbsolute())
                            .as(name + " " + value)
                            .isTrue();
                case "gYear" -> assertThat(value).as(name).matches("-?\\d{4,}(Z|[+-]\\d\\d:\\d\\d)?");
                case "date" -> assertThat(LocalDate.parse(value)).as(name).isNotNull();
                case "boolean" -> assertThat(value).as(name).isIn("true", "false", "1", "0");
                case "integer" -> assertThat(value).as(name).matches("[+-]?\\d+");
                default -> assertThat(column.get("datatype").asText()).isEqualTo("string");
            }
        }
    }

    private static List<String> key(String table, JsonNode names, CSVRecord row) {
        List<String> key = new ArrayList<>();
        names.forEach(name -> key.add(row.get(head(table).indexOf(name.asText()))));
        return key;
    }

    @Test
    void primaryKeys_tellRowsApart() {
        for (JsonNode table : metadata.get("tables")) {
            String name = table.get("url").asText();
            Set<List<String>> keys = new HashSet<>();
            rows(name)
                    .forEach(row -> keys.add(key(name, table.get("tableSchema").get("primaryKey"), row)));
            assertThat(keys).as(name).hasSameSizeAs(rows(name));
        }
    }

    @Test
    void foreignKeys_leadToRows() {
        int followed = 0;
        for (JsonNode table : metadata.get("tables")) {
            String name = table.get("url").asText();
            for (JsonNode foreign : table.get("tableSchema").path("foreignKeys")) {
                String target = foreign.get("reference").get("resource").asText();
                int there = head(target)
                        .indexOf(foreign.get("reference").get("columnReference").asText());
                int here = head(name).indexOf(foreign.get("columnReference").asText());
                Set<String> known = new HashSet<>();
                rows(target).forEach(row -> known.add(row.get(there)));
                for (CSVRecord row : rows(name)) {
                    assertThat(row.get(here).isEmpty() || known.contains(row.get(here)))
                            .as(name + " " + row.get(here))
                            .isTrue();
                    followed += row.get(here).isEmpty() ? 0 : 1;
                }
            }
        }
        assertThat(followed).isGreaterThan(200);
    }
}
