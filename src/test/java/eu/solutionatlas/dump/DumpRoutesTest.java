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
import java.util.Base64;
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
    private static final String LATEST = "/dump/latest/catalogue.nq.gz";

    private static String quadsAt;
    private static String turtleAt;

    private static TestAtlas atlas;

    @BeforeAll
    static void start() {
        atlas = TestAtlas.start(java.util.Map.of("atlas.dump.every", "10ms"), java.nio.file.Path.of("data"));
        quadsAt = await(1);
        turtleAt = quadsAt.replace(".nq.", ".ttl.");
    }

    @AfterAll
    static void stop() {
        atlas.close();
    }

    private static HttpResponse<byte[]> get(String path, String... headers) {
        return atlas.send(
                "GET", path, HttpRequest.BodyPublishers.noBody(), HttpResponse.BodyHandlers.ofByteArray(), headers);
    }

    /** Waits until there is a dump of a data version or a later one, and says where it is. */
    private static String await(long version) {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (Instant.now().isBefore(end)) {
            HttpResponse<String> response = atlas.head(LATEST);
            if (response.statusCode() == 302
                    && response.headers().firstValueAsLong("Atlas-Data-Version").orElse(0) >= version) {
                return header(response, "Location");
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
        RDFParser.fromString(gunzip(get(quadsAt).body()), Lang.NQUADS).parse(dump);

        long documents = atlas.store()
                .read(snapshot -> snapshot.documents()
                        .filter(document -> !document.getURI().endsWith("written-by-the-test"))
                        .count());

        assertThat(dump.listGraphNodes()).toIterable().hasSize((int) documents);
        assertThat(dump.getDefaultGraph().isEmpty()).isTrue();
    }

    @Test
    void turtle_isTheUnionOfTheQuads() throws IOException {
        DatasetGraph quads = DatasetGraphFactory.create();
        RDFParser.fromString(gunzip(get(quadsAt).body()), Lang.NQUADS).parse(quads);
        Graph turtle = GraphFactory.createDefaultGraph();
        RDFParser.fromString(gunzip(get(turtleAt).body()), Lang.TURTLE).parse(turtle);

        assertThat(turtle.size()).isEqualTo(quads.getUnionGraph().size());
    }

    @Test
    void checksum_isThatOfTheBytes() throws Exception {
        byte[] bytes = get(turtleAt).body();
        String sum =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));

        assertThat(atlas.get(turtleAt + ".sha256").body()).isEqualTo(sum + "  catalogue.ttl.gz\n");
    }

    @Test
    void range_partsMakeTheWhole() {
        byte[] whole = get(quadsAt).body();
        byte[] first = get(quadsAt, "Range", "bytes=0-999").body();
        byte[] rest = get(quadsAt, "Range", "bytes=1000-").body();

        byte[] joined = Arrays.copyOf(first, whole.length);
        System.arraycopy(rest, 0, joined, first.length, rest.length);
        assertThat(joined).isEqualTo(whole);
    }

    @Test
    void range_saysWhichPart() {
        HttpResponse<byte[]> response = get(quadsAt, "Range", "bytes=-10");

        assertThat(response.statusCode()).isEqualTo(206);
        assertThat(header(response, "Content-Range")).matches("bytes \\d+-\\d+/\\d+");
        assertThat(response.body()).hasSize(10);
    }

    @Test
    void range_endFarPastTheEnd_isTheRest() throws Exception {
        HttpResponse<byte[]> response = get(quadsAt, "Range", "bytes=10-99999999999999999999");

        assertThat(response.statusCode()).isEqualTo(206);
        assertThat(response.body()).hasSize(get(quadsAt).body().length - 10);
    }

    @Test
    void range_beyondTheEnd_is416WithTheSize() {
        HttpResponse<byte[]> response = get(quadsAt, "Range", "bytes=999999999-");

        assertThat(response.statusCode()).isEqualTo(416);
        assertThat(header(response, "Content-Range")).startsWith("bytes */");
    }

    @Test
    void range_malformed_is400() {
        for (String header : List.of("bytes=5-2", "bytes=x", "bytes", "bytes=-")) {
            assertThat(get(quadsAt, "Range", header).statusCode()).as(header).isEqualTo(400);
        }
    }

    @Test
    void range_ofAnOlderFile_sendsTheWhole() {
        assertThat(get(quadsAt, "Range", "bytes=0-9", "If-Range", "\"older\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void etag_matches_is304() {
        String etag = header(get(quadsAt), "ETag");

        assertThat(get(quadsAt, "If-None-Match", etag).statusCode()).isEqualTo(304);
    }

    @Test
    void ifMatch_ofThisFile_isTheFile() {
        String etag = header(get(quadsAt), "ETag");

        assertThat(get(quadsAt, "If-Match", "\"other\", " + etag).statusCode()).isEqualTo(200);
    }

    @Test
    void ifMatch_ofAnother_is412() {
        assertThat(get(quadsAt, "If-Match", "\"other\"").statusCode()).isEqualTo(412);
    }

    @Test
    void ifUnmodifiedSince_longAgo_is412() {
        assertThat(get(quadsAt, "If-Unmodified-Since", "Sat, 01 Jan 2000 00:00:00 GMT")
                        .statusCode())
                .isEqualTo(412);
    }

    /** A cache takes the headers of a 304 over into its copy (RFC 9111 section 3.2). */
    @Test
    void notModified_saysNoOtherType() {
        String etag = header(get(quadsAt), "ETag");

        assertThat(get(quadsAt, "If-None-Match", etag).headers().firstValue("Content-Type"))
                .isEmpty();
    }

    @Test
    void digest_canBeReadByPagesOfOthers() {
        assertThat(header(get(quadsAt), "Access-Control-Expose-Headers")).contains("Repr-Digest", "Content-Range");
    }

    @Test
    void head_saysTheSameAsGet() {
        HttpResponse<byte[]> get = get(quadsAt);
        HttpResponse<String> head = atlas.head(quadsAt);

        assertThat(head.statusCode()).isEqualTo(200);
        for (String name : List.of("Content-Length", "ETag", "Content-Type", "Repr-Digest", "Last-Modified")) {
            assertThat(header(head, name)).as(name).isEqualTo(header(get, name)).isNotEmpty();
        }
    }

    @Test
    void dated_mayBeKeptForGood() {
        assertThat(header(get(quadsAt), "Cache-Control")).contains("immutable", "max-age=31536000");
    }

    @Test
    void content_hasItsDigest() {
        HttpResponse<byte[]> response = get(quadsAt);

        assertThat(header(response, "Content-Digest"))
                .isEqualTo("sha-256=:"
                        + Base64.getEncoder().encodeToString(OutputFile.sha256().digest(response.body())) + ":");
    }

    @Test
    void latest_andTheShortAddress_leadToTheDatedFile() {
        for (String path : List.of(LATEST, "/dump/catalogue.nq.gz", "/dump/latest/catalogue.nq.gz.sha256")) {
            HttpResponse<byte[]> response = get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(302);
            assertThat(header(response, "Location")).matches("/dump/\\d{4}-\\d\\d-\\d\\d-v\\d+/catalogue.nq.gz.*");
            assertThat(header(response, "Cache-Control")).isEqualTo("no-cache");
        }
    }

    @Test
    void setAlone_leadsToItsManifest() {
        String manifest = header(get(set()), "Location");

        assertThat(manifest).isEqualTo(set() + "/manifest.json");
        assertThat(atlas.get(manifest).body())
                .contains("\"dataVersion\"", "\"sha256\"", "creativecommons.org", "n-quads");
    }

    @Test
    void setAlone_toPeople_isAPageOfIt() {
        HttpResponse<String> page = atlas.get(set(), "Accept", "text/html", "Accept-Language", "en");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Vary")).contains("Accept");
        assertThat(page.body())
                .contains(
                        TestAtlas.IRIS.base() + set().substring(1) + "/<",
                        "href=\"" + set() + "/solutions.csv\"",
                        "@misc{solution-atlas-");
    }

    @Test
    void setAlone_pageOfAnOlderOne_leadsToTheNewestAndToWhatChanged() {
        change("later");
        String newest = await(atlas.store().version().number());
        String newestSet = newest.substring(0, newest.lastIndexOf('/'));

        assertThat(atlas.get(set() + ".html?lang=en").body())
                .contains(
                        "There is a newer state: <a href=\"" + newestSet + "?lang=en\">",
                        newestSet + "/since/" + set().substring("/dump/".length()),
                        "as it is now");
    }

    @Test
    void latestAlone_leadsPeopleToThePageOfTheNewestSet() {
        HttpResponse<String> answer = atlas.get("/dump/latest", "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(header(answer, "Location")).matches("/dump/\\d{4}-\\d\\d-\\d\\d-v\\d+");
    }

    @Test
    void setAlone_unknown_is404ForPeopleToo() {
        assertThat(atlas.get("/dump/2001-01-01-v1", "Accept", "text/html").statusCode())
                .isEqualTo(404);
    }

    private static String set() {
        return quadsAt.substring(0, quadsAt.lastIndexOf('/'));
    }

    @Test
    void table_saysWhereItsMetadataIs() {
        HttpResponse<byte[]> response = get(set() + "/solutions.csv");

        assertThat(header(response, "Link")).contains("csv-metadata.json", "describedby");
        assertThat(header(response, "Content-Type")).startsWith("text/csv");
    }

    @Test
    void checksums_areThoseOfTheManifest() {
        assertThat(atlas.get(set() + "/SHA256SUMS").body())
                .contains(header(get(quadsAt), "ETag").replace("\"", "") + "  catalogue.nq.gz\n");
    }

    @Test
    void unknownName_is404WithTheList() {
        for (String path : List.of("/dump/other.gz", "/dump/catalogue.ttl", set() + "/other.gz", "/dump/latest/x")) {
            HttpResponse<String> response = atlas.get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(404);
            assertThat(response.body()).as(path).contains("/dump/latest/catalogue.nq.gz");
        }
    }

    @Test
    void unknownSet_is404WithTheKnownOnes() {
        for (String id :
                List.of("2001-01-01-v1", "2001-13-41-v1", "2026-11-28-v017", "2026-11-28-v99999999999999999999")) {
            HttpResponse<String> response = atlas.get("/dump/" + id + "/catalogue.nq.gz");
            assertThat(response.statusCode()).as(id).isEqualTo(404);
            assertThat(response.body()).as(id).contains(set().substring("/dump/".length()));
        }
    }

    @Test
    void pathTricks_leadNowhere() {
        for (String trick : List.of(
                "/dump/..%2f..%2fetc%2fpasswd",
                "/dump/latest/..%2fmanifest.json",
                "/dump/%2e%2e/store",
                set() + "/..%2f.unfinished",
                set() + "/%2e%2e%2f%2e%2e%2fjournal",
                set() + "/catalogue.nq.gz%00.sha256",
                "/dump/latest%2fmanifest.json",
                "/dump/..%5c..%5cetc")) {
            assertThat(get(trick).statusCode()).as(trick).isIn(400, 404);
        }
    }

    @Test
    void directory_namesWhatThereIs() {
        HttpResponse<String> answer = atlas.get("/dump");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
        assertThat(answer.body())
                .contains("\"manifest\" : \"" + TestAtlas.IRIS.base() + set().substring(1) + "/manifest.json\"");
    }

    @Test
    void unknownFile_namesWhatThereIs() {
        HttpResponse<String> answer = atlas.get("/dump/latest/catalogue.rdf");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("/dump/latest/catalogue.nq.gz");
    }

    @Test
    void change_isInTheNextSet_andTheOldOneStaysAsItWas() throws IOException {
        byte[] before = get(quadsAt).body();
        change("fresh");

        String next = await(atlas.store().version().number());

        assertThat(gunzip(get(next).body())).contains("written-by-the-test");
        assertThat(get(quadsAt).body()).isEqualTo(before);
    }

    private static void change(String title) {
        var document = TestAtlas.IRIS.document("actor", "written-by-the-test");
        atlas.store()
                .commit(
                        "tester",
                        title,
                        writer -> writer.replace(
                                document,
                                List.of(Triple.create(
                                        document, DCTerms.title.asNode(), NodeFactory.createLiteralString(title)))));
    }
}
