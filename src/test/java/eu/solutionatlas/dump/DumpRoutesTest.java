package eu.solutionatlas.dump;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.support.TestAtlas;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DumpRoutesTest {
    private static final String QUADS = "/dump/catalogue.nq.gz";
    private static final String TURTLE = "/dump/catalogue.ttl.gz";

    private static TestAtlas atlas;

    @BeforeAll
    static void start() {
        atlas = TestAtlas.start(java.util.Map.of("atlas.dump.quiet", "10ms"), java.nio.file.Path.of("data"));
        await(1);
    }

    @AfterAll
    static void stop() {
        atlas.close();
    }

    private static HttpResponse<byte[]> get(String path, String... headers) {
        return atlas.send(
                "GET", path, HttpRequest.BodyPublishers.noBody(), HttpResponse.BodyHandlers.ofByteArray(), headers);
    }

    /** Waits until the dump shows at least a data version. */
    private static void await(long version) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (Instant.now().isBefore(end)) {
            HttpResponse<String> response = atlas.head(QUADS);
            if (response.statusCode() == 200
                    && response.headers().firstValueAsLong("Atlas-Data-Version").orElse(0) >= version) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("no dump of data version " + version);
    }

    private static String gunzip(byte[] bytes) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void quads_holdEveryDocument() throws IOException {
        DatasetGraph dump = DatasetGraphFactory.create();
        RDFParser.fromString(gunzip(get(QUADS).body()), Lang.NQUADS).parse(dump);

        long documents = atlas.store().read(snapshot -> snapshot.documents().count());

        assertThat(dump.listGraphNodes()).toIterable().hasSize((int) documents);
        assertThat(dump.getDefaultGraph().isEmpty()).isTrue();
    }

    @Test
    void turtle_isTheUnionOfTheQuads() throws IOException {
        DatasetGraph quads = DatasetGraphFactory.create();
        RDFParser.fromString(gunzip(get(QUADS).body()), Lang.NQUADS).parse(quads);
        Graph turtle = GraphFactory.createDefaultGraph();
        RDFParser.fromString(gunzip(get(TURTLE).body()), Lang.TURTLE).parse(turtle);

        assertThat(turtle.size()).isEqualTo(quads.getUnionGraph().size());
    }

    @Test
    void checksum_isThatOfTheBytes() throws Exception {
        byte[] bytes = get(TURTLE).body();
        String sum =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));

        assertThat(atlas.get(TURTLE + ".sha256").body()).isEqualTo(sum + "  catalogue.ttl.gz\n");
    }

    @Test
    void range_partsMakeTheWhole() {
        byte[] whole = get(QUADS).body();
        byte[] first = get(QUADS, "Range", "bytes=0-999").body();
        byte[] rest = get(QUADS, "Range", "bytes=1000-").body();

        byte[] joined = Arrays.copyOf(first, whole.length);
        System.arraycopy(rest, 0, joined, first.length, rest.length);
        assertThat(joined).isEqualTo(whole);
    }

    @Test
    void range_saysWhichPart() {
        HttpResponse<byte[]> response = get(QUADS, "Range", "bytes=-10");

        assertThat(response.statusCode()).isEqualTo(206);
        assertThat(header(response, "Content-Range")).matches("bytes \\d+-\\d+/\\d+");
        assertThat(response.body()).hasSize(10);
    }

    @Test
    void range_endFarPastTheEnd_isTheRest() throws Exception {
        HttpResponse<byte[]> response = get(QUADS, "Range", "bytes=10-99999999999999999999");

        assertThat(response.statusCode()).isEqualTo(206);
        assertThat(response.body()).hasSize(get(QUADS).body().length - 10);
    }

    @Test
    void range_beyondTheEnd_is416WithTheSize() {
        HttpResponse<byte[]> response = get(QUADS, "Range", "bytes=999999999-");

        assertThat(response.statusCode()).isEqualTo(416);
        assertThat(header(response, "Content-Range")).startsWith("bytes */");
    }

    @Test
    void range_malformed_is400() {
        for (String header : List.of("bytes=5-2", "bytes=x", "bytes", "bytes=-")) {
            assertThat(get(QUADS, "Range", header).statusCode()).as(header).isEqualTo(400);
        }
    }

    @Test
    void range_ofAnOlderFile_sendsTheWhole() {
        assertThat(get(QUADS, "Range", "bytes=0-9", "If-Range", "\"older\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void etag_matches_is304() {
        String etag = header(get(QUADS), "ETag");

        assertThat(get(QUADS, "If-None-Match", etag).statusCode()).isEqualTo(304);
    }

    @Test
    void head_saysTheSameAsGet() {
        HttpResponse<byte[]> get = get(QUADS);
        HttpResponse<String> head = atlas.head(QUADS);

        assertThat(head.statusCode()).isEqualTo(200);
        for (String name : List.of("Content-Length", "ETag", "Content-Type", "Repr-Digest", "Last-Modified")) {
            assertThat(header(head, name)).as(name).isEqualTo(header(get, name)).isNotEmpty();
        }
    }

    @Test
    void unknownName_is404WithTheList() {
        for (String path : List.of("/dump/other.gz", "/dump/..%2f..%2fetc%2fpasswd", "/dump/catalogue.ttl")) {
            assertThat(get(path).statusCode()).as(path).isIn(400, 404);
        }
        assertThat(atlas.get("/dump/other.gz").body()).contains("/dump/catalogue.nq.gz");
    }

    @Test
    void directory_namesWhatThereIs() {
        HttpResponse<String> answer = atlas.get("/dump");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("/dump/catalogue.nq.gz");
    }

    @Test
    void change_isInTheNextDump() throws IOException {
        var document = TestAtlas.IRIS.document("actor", "written-by-the-test");
        atlas.store()
                .commit(
                        "tester",
                        "new",
                        writer -> writer.replace(
                                document,
                                List.of(Triple.create(
                                        document, DCTerms.title.asNode(), NodeFactory.createLiteralString("fresh")))));

        await(atlas.store().version().number());

        assertThat(gunzip(get(QUADS).body())).contains("written-by-the-test");
    }
}
