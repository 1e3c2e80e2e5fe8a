package eu.solutionatlas.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import eu.solutionatlas.rdf.vocab.AS;
import eu.solutionatlas.support.TestAtlas;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeRoutesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TestAtlas atlas;
    private long before;

    @BeforeEach
    void start() {
        atlas = TestAtlas.empty();
        before = atlas.store().version().number();
    }

    @AfterEach
    void stop() {
        atlas.close();
    }

    private static Node iri(String path) {
        return NodeFactory.createURI(TestAtlas.IRIS.base() + path);
    }

    private void write(String path, String title) {
        Node thing = iri("id/" + path);
        atlas.store()
                .commit(
                        "test",
                        path,
                        writer -> writer.replace(
                                iri(path),
                                List.of(
                                        Triple.create(iri(path), FOAF.primaryTopic.asNode(), thing),
                                        Triple.create(
                                                thing,
                                                DCTerms.title.asNode(),
                                                NodeFactory.createLiteralLang(title, "en")))));
    }

    private void bury(String path) {
        atlas.store()
                .commit(
                        "test",
                        path,
                        writer -> writer.replace(
                                iri(path), List.of(Triple.create(iri(path), RDF.type.asNode(), AS.Tombstone))));
    }

    private JsonNode page(String query) throws IOException {
        return JSON.readTree(atlas.get("/changes" + query).body());
    }

    @Test
    void collection_leadsToTheOldestPage() throws IOException {
        JsonNode collection = page("");
        assertThat(collection.path("type").asText()).isEqualTo("OrderedCollection");
        assertThat(collection.path("first").asText()).isEqualTo("http://localhost:8080/changes?since=0");
    }

    @Test
    void page_tellsEachChangeWithItsVersion() throws IOException {
        write("solution/a", "One");
        bury("solution/a");
        JsonNode items = page("?since=" + before).path("orderedItems");
        assertThat(items).hasSize(2);
        assertThat(items.get(0).path("type").asText()).isEqualTo("Create");
        assertThat(items.get(0).path("object").asText()).isEqualTo("http://localhost:8080/solution/a");
        assertThat(items.get(1).path("type").asText()).isEqualTo("Delete");
        assertThat(items.get(1).path("dataVersion").asText()).isEqualTo(Long.toString(before + 2));
    }

    @Test
    void page_sinceNow_isEmptyAndHasNoNext() throws IOException {
        JsonNode page = page("?since=" + before);
        assertThat(page.path("orderedItems")).isEmpty();
        assertThat(page.has("next")).isFalse();
        assertThat(page.path("dataVersion").asText()).isEqualTo(Long.toString(before));
    }

    @Test
    void page_namesItsVersionInTheHeader() {
        write("solution/a", "One");
        assertThat(atlas.get("/changes?since=" + before).headers().firstValue("Atlas-Data-Version"))
                .contains(Long.toString(before + 1));
    }

    @Test
    void page_withItsEtag_isNotSentAgain() {
        String etag = atlas.get("/changes?since=0").headers().firstValue("ETag").orElseThrow();
        assertThat(atlas.get("/changes?since=0", "If-None-Match", etag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void page_isActivityStreams() {
        assertThat(atlas.get("/changes?since=0").headers().firstValue("Content-Type"))
                .contains("application/activity+json");
    }

    @Test
    void page_sinceAVersionOfAnotherHistory_isGone() {
        assertThat(atlas.get("/changes?since=" + before + "&at=2001-01-01T00:00:00Z")
                        .statusCode())
                .isEqualTo(410);
    }

    @Test
    void page_sinceTheFuture_isAProblemThatSaysSo() {
        HttpResponse<String> response = atlas.get("/changes?since=" + (before + 1));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("data version " + before);
    }

    @Test
    void page_sinceNoNumber_isAProblem() {
        assertThat(atlas.get("/changes?since=x").body()).contains("/changes?since=17");
    }

    @Test
    void page_skippingNoNumber_isAProblem() {
        assertThat(atlas.get("/changes?since=0&skip=-1").statusCode()).isEqualTo(400);
    }

    @Test
    void page_skippingWhatHasNotHappened_isAProblem() {
        assertThat(atlas.get("/changes?since=" + before + "&skip=5").statusCode())
                .isEqualTo(400);
    }

    @Test
    void feed_hasTheNewestFirst_withNames() throws FeedException {
        write("solution/a", "Parking");
        bury("solution/b");
        HttpResponse<String> response = atlas.get("/changes.atom", "Accept-Language", "de");
        Feed feed = (Feed) new WireFeedInput().build(new StringReader(response.body()));
        assertThat(feed.getEntries().stream().map(Entry::getTitle))
                .startsWith("Entfernt: http://localhost:8080/solution/b", "Neu: Parking");
    }
}
