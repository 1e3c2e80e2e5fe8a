package eu.solutionatlas;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.rdf.RdfFormat;
import eu.solutionatlas.support.TestAtlas;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemovedEntriesTest {
    private static final String BASE = TestAtlas.IRIS.base();
    private static final String REMOVED = "/solution/smart-village-app";
    private static final String MERGED = "/solution/absolut-autonomous-shuttle";

    private static TestAtlas atlas;

    @BeforeAll
    static void start() {
        atlas = TestAtlas.start(Map.of(), Path.of("data"));
        // Seen before, so that a stale answer would show.
        atlas.get(REMOVED, "Accept", "text/html");
        atlas.get("/solution", "Accept", "text/html");
        replace(REMOVED, """
                <%1$s> a as:Tombstone ; as:formerType atlas:Solution ;
                    as:deleted "2026-11-20T10:00:00Z"^^xsd:dateTime ;
                    dct:description "It was entered twice."@en .
                """);
        replace("/actor/lvb", """
                <%1$s> a as:Tombstone ; as:formerType atlas:Actor .
                """);
        replace(MERGED, """
                <%1$s> a as:Tombstone ; dct:isReplacedBy <%2$sid/solution/cityvizor> .
                """);
    }

    @AfterAll
    static void stop() {
        atlas.close();
    }

    private static void replace(String path, String turtle) {
        Graph graph = GraphFactory.createDefaultGraph();
        String prefixes = """
                PREFIX as: <https://www.w3.org/ns/activitystreams#>
                PREFIX atlas: <https://w3id.org/solution-atlas/ns#>
                PREFIX dct: <http://purl.org/dc/terms/>
                PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                """;
        String document = BASE + path.substring(1);
        RDFParser.create()
                .source(new StringReader(prefixes + turtle.formatted(document, BASE)))
                .lang(Lang.TURTLE)
                .parse(graph);
        atlas.store()
                .commit(
                        "test",
                        "remove " + path,
                        writer -> writer.replace(
                                NodeFactory.createURI(document), graph.find().toList()));
    }

    @ParameterizedTest
    @EnumSource(RdfFormat.class)
    void data_removed(RdfFormat format) {
        HttpResponse<String> answer = atlas.get(REMOVED, "Accept", format.mediaType());

        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(format.mediaType());
        assertThat(answer.body()).contains("Tombstone", "It was entered twice.");
    }

    @Test
    void page_removed() {
        HttpResponse<String> answer = atlas.get(REMOVED, "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body())
                .contains("This entry was removed", "20 November 2026", "It was entered twice.")
                .doesNotContain("Open-source app kit");
    }

    @Test
    void page_removedSaysItInTheReadersLanguage() {
        assertThat(atlas.get(REMOVED + "?lang=de", "Accept", "text/html").body())
                .contains("20. November 2026", "<span lang=\"en\">It was entered twice.</span>", "(auf Englisch)");
    }

    @Test
    void page_linkingToARemovedEntry_saysSoAndLeadsToWhatBecameOfIt() {
        assertThat(atlas.get("/solution/flexa-leipzig?lang=en", "Accept", "text/html")
                        .body())
                .contains("<a href=\"/actor/lvb?lang=en\">lvb (entry removed)</a>");
    }

    @Test
    void list_withoutTheRemoved() {
        assertThat(atlas.get("/solution", "Accept", "text/html").body()).contains("132 solutions");
    }

    @Test
    void thing_removed() {
        assertThat(atlas.get("/id" + REMOVED).statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".ttl", ".html"})
    void document_merged(String suffix) {
        HttpResponse<String> answer = atlas.get(MERGED + suffix, "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().firstValue("Location")).contains(BASE + "solution/cityvizor" + suffix);
    }
}
