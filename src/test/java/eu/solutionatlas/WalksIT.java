package eu.solutionatlas;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.support.TestAtlas;
import eu.solutionatlas.support.TestHubs;
import eu.solutionatlas.support.Walk;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The pages that lead a newcomer from step to step: their commands are run, and print what the pages say. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WalksIT {
    private static final String ENTRY = """
            PREFIX atlas: <https://w3id.org/solution-atlas/ns#>
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX foaf: <http://xmlns.com/foaf/0.1/>
            PREFIX nuts: <http://data.europa.eu/nuts/code/>
            PREFIX status: <https://w3id.org/solution-atlas/status/>
            PREFIX theme: <https://w3id.org/solution-atlas/theme/>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            <id/solution/parking> a atlas:Solution ; dct:title "Chytré parkování"@cs ;
              dct:description "Volná místa."@cs ; dcat:theme theme:smart-parking ; dct:spatial nuts:CZ051 ;
              atlas:status status:pilot ; atlas:statusAsOf "2026"^^xsd:gYear .
            <solution/parking> a dcat:CatalogRecord ; foaf:primaryTopic <id/solution/parking> ;
              dct:source <https://source.example/parking> ; dct:issued "2026-11-20"^^xsd:date .
            """;

    private static TestHubs hubs;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start(@TempDir Path files) {
        hubs = new TestHubs();
        TestAtlas here = hubs.add("here", Map.of("atlas.dump.every", "24h"), Path.of("data"));
        hubs.add("liberec", Map.of(), TestHubs.file(files, "parking.ttl", ENTRY));
        awaitDumps(here);
    }

    @AfterAll
    static void stop() {
        hubs.close();
    }

    private static void awaitDumps(TestAtlas hub) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (hub.get("/dump/latest/solutions.csv").statusCode() == 503) {
            assertThat(System.nanoTime()).as("dumps are written").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private void assertWalk(String page) throws Exception {
        String base = hubs.base("here");
        Map<String, String> here = new LinkedHashMap<>();
        here.put("http://localhost:8080", base.substring(0, base.length() - 1));
        here.put("8091", Integer.toString(TestHubs.freePort()));
        Walk walk = Walk.of(Path.of("docs", page), here);

        List<String> printed = walk.run(directory);

        assertThat(walk.steps()).isNotEmpty();
        SoftAssertions.assertSoftly(all -> {
            for (int i = 0; i < printed.size(); i++) {
                Walk.Step step = walk.steps().get(i);
                all.assertThat(printed.get(i))
                        .as("docs/%s, line %d, should print: %s", page, step.line(), step.expected())
                        .matches(step::prints, "what the page says");
                all.assertThat(printed.get(i))
                        .as("docs/%s, line %d", page, step.line())
                        .doesNotStartWith("failed: ");
            }
            all.assertThat(printed.size())
                    .as("steps that were run")
                    .isEqualTo(walk.steps().size());
        });
    }

    @Test
    @Order(1) // before anything changes, which the page says
    void journalist_arrivesAtANumberAndCanDefendIt() throws Exception {
        assertWalk("for-journalists.md");
    }

    @Test
    @Order(2)
    void partner_findsAsksCopiesFollowsAndIsNoted() throws Exception {
        hubs.introduce("liberec", "here", "CZ051");

        assertWalk("for-partner-hubs.md");
    }
}
