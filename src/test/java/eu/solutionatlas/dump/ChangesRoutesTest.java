package eu.solutionatlas.dump;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.rdf.vocab.AS;
import eu.solutionatlas.support.TestAtlas;
import eu.solutionatlas.web.HttpDate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangesRoutesTest {
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

    private void write(String path, Node type) {
        Node document = NodeFactory.createURI(TestAtlas.IRIS.base() + path);
        atlas.store()
                .commit(
                        "test",
                        path,
                        writer -> writer.replace(document, List.of(Triple.create(document, RDF.type.asNode(), type))));
    }

    private HttpResponse<String> changes(String since, String... headers) {
        return atlas.get("/dump/changes?since=" + since, headers);
    }

    private static String line(String path) {
        return "<http://localhost:8080/" + path + "> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <"
                + AS.Tombstone.getURI() + "> <http://localhost:8080/" + path + "> .\n";
    }

    @Test
    void changes_sinceNothing_areAll() {
        assertThat(changes("0").body()).contains("<https://w3id.org/solution-atlas/theme>");
    }

    @Test
    void changes_holdWhatChangedSince_removedEntriesAmongThem() {
        write("solution/a", AS.Tombstone);
        HttpResponse<String> response = changes(Long.toString(before));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(line("solution/a"));
        assertThat(response.headers().firstValue("Atlas-Data-Version")).contains(Long.toString(before + 1));
        assertThat(response.headers().firstValue("Content-Type")).contains("application/n-quads");
    }

    @Test
    void changes_leaveOutCopies() {
        write("hub/liberec/solution/a", AS.Tombstone);
        assertThat(changes(Long.toString(before)).body()).isEmpty();
    }

    @Test
    void changes_sinceNow_areNone() {
        HttpResponse<String> response = changes(Long.toString(before));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void changes_compressed_areTheSame() throws IOException {
        write("solution/a", AS.Tombstone);
        HttpResponse<byte[]> response = atlas.send(
                "GET",
                "/dump/changes?since=" + before,
                HttpRequest.BodyPublishers.noBody(),
                HttpResponse.BodyHandlers.ofByteArray(),
                "Accept-Encoding",
                "gzip");
        assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(line("solution/a"));
        }
    }

    @Test
    void changes_withTheirEtag_areNotSentAgain() {
        String etag = changes("0").headers().firstValue("ETag").orElseThrow();
        assertThat(etag).startsWith("\"");
        assertThat(changes("0", "If-None-Match", etag).statusCode()).isEqualTo(304);
    }

    @Test
    void changes_etagOfAnEarlierVersion_isNotCurrent() {
        String etag = changes("0").headers().firstValue("ETag").orElseThrow();
        write("solution/a", AS.Tombstone);
        assertThat(changes("0", "If-None-Match", etag).statusCode()).isEqualTo(200);
    }

    @Test
    void changes_beyondTheCatalogue_areAProblemThatSaysSo() {
        HttpResponse<String> response = changes(Long.toString(before + 1));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("data version " + before).contains("/dump/catalogue.nq.gz");
    }

    @Test
    void changes_sinceAVersionOfThisHistory_areThere() {
        String at = atlas.store().version().at().toString();
        write("solution/a", AS.Tombstone);
        assertThat(changes(before + "&at=" + at).body()).isEqualTo(line("solution/a"));
    }

    @Test
    void changes_sinceAVersionOfAnotherHistory_areAProblemThatSaysSo() {
        write("solution/a", AS.Tombstone);
        HttpResponse<String> response = changes(before + "&at=2001-01-01T00:00:00Z");
        assertThat(response.statusCode()).isEqualTo(410);
        assertThat(response.body()).contains("begun anew").contains("/dump/catalogue.nq.gz");
    }

    @Test
    void changes_sinceTheNewestNumberInAnotherHistory_areAProblem() {
        assertThat(changes(before + "&at=2001-01-01T00:00:00Z").statusCode()).isEqualTo(410);
    }

    @Test
    void changes_sayOfWhenTheirVersionIs() {
        String at = HttpDate.of(atlas.store().version().at());
        assertThat(changes("0").headers().firstValue("Last-Modified")).contains(at);
    }

    @Test
    void changes_ofATimeThatIsNone_areAProblem() {
        HttpResponse<String> response = changes("0&at=yesterday");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("at=2026");
    }

    @Test
    void changes_sinceNoNumber_areAProblem() {
        assertThat(changes("yesterday").statusCode()).isEqualTo(400);
    }

    @Test
    void changes_withoutSince_areAProblem() {
        assertThat(atlas.get("/dump/changes").statusCode()).isEqualTo(400);
    }

    @Test
    void changes_head_hasNoBody() {
        HttpResponse<String> response = atlas.head("/dump/changes?since=0");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }
}
