package eu.solutionatlas.dump;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.rdf.vocab.ATLAS;
import eu.solutionatlas.support.TestAtlas;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DeltaRoutesTest {
    private static TestAtlas atlas;
    private static String first;
    private static String second;

    @BeforeAll
    static void start() {
        atlas = TestAtlas.start(Map.of("atlas.dump.every", "10ms"));
        first = await(atlas.store().version().number());
        Node document = NodeFactory.createURI(TestAtlas.IRIS.base() + "solution/new");
        Node thing = NodeFactory.createURI(TestAtlas.IRIS.base() + "id/solution/new");
        atlas.store()
                .commit(
                        "test",
                        "new",
                        writer -> writer.replace(
                                document,
                                List.of(Triple.create(
                                        thing,
                                        DCTerms.title.asNode(),
                                        NodeFactory.createLiteralLang("Parking", "en")))));
        second = await(atlas.store().version().number());
    }

    @AfterAll
    static void stop() {
        atlas.close();
    }

    /** Waits until there is a dump of a data version, and says what it is called. */
    private static String await(long version) {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (Instant.now().isBefore(end)) {
            HttpResponse<String> response = atlas.head("/dump/latest/catalogue.nq.gz");
            if (response.statusCode() == 302
                    && response.headers().firstValueAsLong("Atlas-Data-Version").orElse(0) == version) {
                return response.headers().firstValue("Location").orElseThrow().split("/")[2];
            }
        }
        throw new AssertionError("no dump of data version " + version);
    }

    private static HttpResponse<String> delta(String suffix, String... headers) {
        return atlas.get("/dump/" + second + "/since/" + first + suffix, headers);
    }

    @Test
    void page_namesWhatWasAdded() {
        assertThat(delta("", "Accept", "text/html", "Accept-Language", "en").body())
                .contains("Added", "/solution/new", "Parking");
    }

    @Test
    void page_leadsToBothSets() {
        assertThat(delta("", "Accept", "text/html").body())
                .contains("href=\"/dump/" + first + "\"", "href=\"/dump/" + second + "\"");
    }

    @Test
    void page_saysInWhatAnEntryHasChanged() {
        assertThat(delta("", "Accept", "text/html", "Accept-Language", "en").body())
                .contains("Added: 1 solution");
        Node thing = NodeFactory.createURI(TestAtlas.IRIS.base() + "id/solution/new");
        atlas.store()
                .commit(
                        "test",
                        "changed",
                        writer -> writer.replace(
                                NodeFactory.createURI(TestAtlas.IRIS.base() + "solution/new"),
                                List.of(
                                        Triple.create(
                                                thing,
                                                DCTerms.title.asNode(),
                                                NodeFactory.createLiteralLang("Parking", "en")),
                                        Triple.create(
                                                thing, ATLAS.startYear, NodeFactory.createLiteralString("2024")))));
        String third = await(atlas.store().version().number());

        assertThat(atlas.get("/dump/" + third + "/since/" + second, "Accept", "text/html", "Accept-Language", "en")
                        .body())
                .contains("Changed: 1 solution", "Parking</a> <span class=\"quiet\">start year</span>");
    }

    @Test
    void patch_hasWhatWasAdded() {
        HttpResponse<String> response = delta(".rdfp");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/rdf-patch");
        assertThat(response.body())
                .contains("A <http://localhost:8080/id/solution/new> <http://purl.org/dc/terms/title> \"Parking\"@en");
    }

    @Test
    void patch_staysForEver() {
        assertThat(delta(".rdfp").headers().firstValue("Cache-Control").orElse(""))
                .contains("immutable");
    }

    @Test
    void patch_withItsEtag_isNotSentAgain() {
        String etag = delta(".rdfp").headers().firstValue("ETag").orElseThrow();
        assertThat(delta(".rdfp", "If-None-Match", etag).statusCode()).isEqualTo(304);
    }

    @Test
    void table_hasARowForEach() {
        assertThat(delta(".csv").body()).contains("added,solution,http://localhost:8080/solution/new,,Parking,,,,");
    }

    @Test
    void unknownSet_isNotFound_withThoseThereAre() {
        HttpResponse<String> response = atlas.get("/dump/" + second + "/since/2020-01-01-v1.rdfp");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains(first, second);
    }

    @Test
    void nameThatIsAPath_isRefused() {
        assertThat(atlas.get("/dump/" + second + "/since/..%2F..%2Flock.csv").statusCode())
                .isEqualTo(400);
    }
}
