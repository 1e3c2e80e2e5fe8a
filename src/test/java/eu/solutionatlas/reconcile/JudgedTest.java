package eu.solutionatlas.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.solutionatlas.support.TestAtlas;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How well rows of tables are matched, over pairs that were judged: judged.tsv says how. */
class JudgedTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BATCH = 50;

    private record Row(String query, String type, String expected, String variation, String properties) {
        boolean isNothing() {
            return expected.equals("-");
        }
    }

    private record Judged(Row row, List<String> found, boolean match) {
        boolean within(int first) {
            return found.stream().limit(first).anyMatch(row.expected()::equals);
        }

        @Override
        public String toString() {
            return row.query() + " -> " + found.stream().limit(3).toList() + (match ? " MATCH" : "") + " instead of "
                    + row.expected();
        }
    }

    private static final List<Judged> JUDGED = new ArrayList<>();

    @BeforeAll
    static void ask() throws IOException {
        List<Row> rows = rows();
        try (TestAtlas atlas = TestAtlas.withRealData()) {
            for (int from = 0; from < rows.size(); from += BATCH) {
                ask(atlas, rows.subList(from, Math.min(rows.size(), from + BATCH)));
            }
        }
    }

    private static List<Row> rows() throws IOException {
        try (InputStream in = JudgedTest.class.getResourceAsStream("judged.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Row(cells[0], cells[1], cells[2], cells[3], cells[4]))
                    .toList();
        }
    }

    private static void ask(TestAtlas atlas, List<Row> rows) throws IOException {
        ObjectNode queries = JSON.createObjectNode();
        for (int i = 0; i < rows.size(); i++) {
            ObjectNode query =
                    queries.putObject("q" + i).put("query", rows.get(i).query());
            query.put("type", rows.get(i).type()).put("limit", 5);
            if (!rows.get(i).properties().isEmpty()) {
                ArrayNode properties = query.putArray("properties");
                for (String property : rows.get(i).properties().split(";")) {
                    String[] parts = property.split("=", 2);
                    properties.addObject().put("pid", parts[0]).put("v", parts[1]);
                }
            }
        }
        String body = "queries=" + URLEncoder.encode(queries.toString(), StandardCharsets.UTF_8);
        JsonNode answer =
                JSON.readTree(atlas.post("/reconcile", body, "Content-Type", "application/x-www-form-urlencoded")
                        .body());
        for (int i = 0; i < rows.size(); i++) {
            JsonNode result = answer.path("q" + i).path("result");
            List<String> found = StreamSupport.stream(result.spliterator(), false)
                    .map(candidate -> candidate.path("id").asText())
                    .toList();
            JUDGED.add(
                    new Judged(rows.get(i), found, result.path(0).path("match").asBoolean()));
        }
    }

    private static double share(List<Judged> part, long of) {
        return of / (double) part.size();
    }

    private static List<Judged> meant() {
        return JUDGED.stream().filter(one -> !one.row().isNothing()).toList();
    }

    @Test
    void rows_areEnough() {
        assertThat(JUDGED).hasSizeGreaterThan(200);
        assertThat(JUDGED.stream().filter(one -> one.row().isNothing()).count()).isGreaterThan(50);
    }

    @Test
    void meant_isFirst() {
        List<Judged> missed = meant().stream().filter(one -> !one.within(1)).toList();

        assertThat(1 - share(meant(), missed.size())).as("%s", missed).isGreaterThanOrEqualTo(FIRST);
    }

    @Test
    void meant_isAmongTheFirstFive() {
        List<Judged> missed = meant().stream().filter(one -> !one.within(5)).toList();

        assertThat(1 - share(meant(), missed.size())).as("%s", missed).isGreaterThanOrEqualTo(FIRST_FIVE);
    }

    @Test
    void match_isNeverWrong() {
        assertThat(JUDGED.stream().filter(one -> one.match() && !one.within(1))).isEmpty();
    }

    @Test
    void match_isClaimedForMost() {
        List<Judged> unsure = meant().stream().filter(one -> !one.match()).toList();

        assertThat(1 - share(meant(), unsure.size())).as("%s", unsure).isGreaterThanOrEqualTo(MATCHED);
    }

    /** What the documentation says was measured is what is measured. */
    @Test
    void figures_areThoseOfTheDocumentation() throws IOException {
        assertThat(Files.readString(Path.of("docs/reconciliation.md"))).contains(figures());
    }

    private static String figures() {
        List<Judged> meant = meant();
        return String.format(
                Locale.ROOT,
                "| %d | %d | %.3f | %.3f | %.3f | %.3f |",
                meant.size(),
                JUDGED.size() - meant.size(),
                share(meant, meant.stream().filter(one -> one.within(1)).count()),
                share(meant, meant.stream().filter(one -> one.within(5)).count()),
                share(
                        JUDGED.stream().filter(Judged::match).toList(),
                        JUDGED.stream()
                                .filter(one -> one.match() && one.within(1))
                                .count()),
                share(meant, meant.stream().filter(Judged::match).count()));
    }

    private static final double FIRST = 0.95;
    private static final double FIRST_FIVE = 0.97;
    private static final double MATCHED = 0.6;
}
