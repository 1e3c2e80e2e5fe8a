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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages that lead a newcomer from step to step: their commands are run, and print what the pages say. */
class WalksIT {
    private static final Map<String, String> WITH_DUMPS = Map.of("atlas.dump.every", "24h");

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
        TestAtlas alone = hubs.add("alone", WITH_DUMPS, Path.of("data"));
        TestAtlas here = hubs.add("here", WITH_DUMPS, Path.of("data"));
        hubs.add("liberec", Map.of(), TestHubs.file(files, "parking.ttl", ENTRY));
        awaitDumps(alone);
        awaitDumps(here);
        hubs.introduce("liberec", "here", "CZ051");
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

    private void assertWalk(String page, String hub) throws Exception {
        String base = hubs.base(hub);
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
                        .matches(step::prints);
                all.assertThat(printed.get(i))
                        .as("docs/%s, line %d", page, step.line())
                        .doesNotStartWith("failed: ");
            }
            all.assertThat(printed).as("steps that were run").hasSameSizeAs(walk.steps());
        });
    }

    @Test
    void journalist_arrivesAtANumberAndCanDefendIt() throws Exception {
        assertWalk("for-journalists.md", "alone");
    }

    @Test
    void partner_findsAsksCopiesFollowsAndIsNoted() throws Exception {
        assertWalk("for-partner-hubs.md", "here");
    }
}
