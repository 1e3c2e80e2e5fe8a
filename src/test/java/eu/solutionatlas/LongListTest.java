package eu.solutionatlas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.io.WireFeedInput;
import eu.solutionatlas.rdf.vocab.ATLAS;
import eu.solutionatlas.support.GeneratedCatalogue;
import eu.solutionatlas.support.TestAtlas;
import eu.solutionatlas.web.Paging;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list that is too long to be kept, and so is written while it is sent. */
class LongListTest {
    private static final int SOLUTIONS = 2_500;

    @TempDir
    static Path directory;

    private static TestAtlas atlas;

    @BeforeAll
    static void start() throws IOException {
        Path file = directory.resolve("catalogue.nq");
        GeneratedCatalogue.write(file, TestAtlas.IRIS, SOLUTIONS, 7);
        atlas = TestAtlas.start(Map.of(), file);
    }

    @AfterAll
    static void stop() {
        atlas.close();
    }

    @ParameterizedTest
    @CsvSource({"ttl,TURTLE", "nt,N-TRIPLES"})
    void data_isWhole(String suffix, String language) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(atlas.get("/solution." + suffix).body(), RDFLanguages.nameToLang(language))
                .parse(graph);

        assertThat(graph.find(Node.ANY, RDF.type.asNode(), Node.ANY).toList()).hasSize(SOLUTIONS);
    }

    @Test
    void csv_isWhole() {
        assertThat(atlas.get("/solution.csv").body().lines().filter(line -> line.startsWith(TestAtlas.IRIS.base())))
                .hasSize(SOLUTIONS);
    }

    @Test
    void nQuads_areWhole() {
        assertThat(atlas.get("/solution.nq").body().lines().filter(line -> line.contains("#type> <" + ATLAS.Solution)))
                .hasSize(SOLUTIONS);
    }

    @Test
    void spreadsheet_isWhole() throws IOException {
        byte[] file = atlas.send(
                        "GET",
                        "/solution.xlsx",
                        HttpRequest.BodyPublishers.noBody(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                if (part.getName().equals("xl/worksheets/sheet1.xml")) {
                    String sheet = new String(parts.readAllBytes(), StandardCharsets.UTF_8);
                    assertThat(sheet.split("<row ", -1)).hasSize(2 + SOLUTIONS); // before the first, and the head
                    return;
                }
            }
        }
        throw new AssertionError("there is no sheet");
    }

    @Test
    void jsonLd_isWhole() throws IOException {
        JsonNode list =
                new ObjectMapper().readTree(atlas.get("/solution.jsonld").body());

        assertThat(list.findValues("type").stream()
                        .filter(type -> type.toString().contains("\"Solution\"")))
                .hasSize(SOLUTIONS);
    }

    /** As a feed reader that wants all of it, from page to page. */
    @Test
    void atom_followedToItsLastPage_isWhole() throws Exception {
        Set<String> entries = new HashSet<>();
        Optional<String> next = Optional.of("/solution.atom?lang=en");
        for (int pages = 0; next.isPresent() && pages <= SOLUTIONS; pages++) {
            Feed feed = (Feed) new WireFeedInput()
                    .build(new StringReader(atlas.get(next.get()).body()));
            feed.getEntries().forEach(entry -> entries.add(entry.getId()));
            next = feed.getOtherLinks().stream()
                    .filter(link -> link.getRel().equals("next"))
                    .map(link -> link.getHref().replace(TestAtlas.IRIS.base(), "/"))
                    .findFirst();
        }

        assertThat(entries).hasSize(SOLUTIONS);
    }

    @Test
    void atom_pageAfterTheLast_isNotFound() {
        assertThat(atlas.get("/solution.atom?page=999999999").statusCode()).isEqualTo(404);
    }

    /** More than a page of it, and some of the whole. */
    @Test
    void csv_filtered_hasAsManyRowsAsTheListSays() {
        String theme = first("href=\"(/solution\\?theme=[a-z-]+)\"", atlas.get("/solution", "Accept", "text/html"));
        HttpResponse<String> page = atlas.get(theme, "Accept", "text/html");
        int found =
                Integer.parseInt(first("class=\"found\"[^>]*>([\\d,]+) ", page).replace(",", ""));

        assertThat(found).isBetween(Paging.SIZE + 1, SOLUTIONS - 1);
        assertThat(atlas.get(theme.replace("?", ".csv?"))
                        .body()
                        .lines()
                        .filter(line -> line.startsWith(TestAtlas.IRIS.base())))
                .hasSize(found);
        assertThat(page.body())
                .contains("href=\"" + TestAtlas.IRIS.base() + theme.substring(1).replace("?", ".csv?"));
    }

    private static String first(String pattern, HttpResponse<String> page) {
        Matcher matcher = Pattern.compile(pattern).matcher(page.body());
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    @Test
    void answer_namesItsDataVersionAndHasNoLength() {
        HttpResponse<String> answer = atlas.get("/solution.csv");

        assertThat(answer.headers().firstValue("Atlas-Data-Version"))
                .hasValue(Long.toString(atlas.store().version().number()));
        assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
    }

    @Test
    void answer_compressed_isTheSame() throws IOException {
        byte[] small = atlas.send(
                        "GET",
                        "/solution.csv",
                        HttpRequest.BodyPublishers.noBody(),
                        HttpResponse.BodyHandlers.ofByteArray(),
                        "Accept-Encoding",
                        "gzip")
                .body();
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(small))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(atlas.get("/solution.csv").body());
        }
    }

    @Test
    void head_hasTheHeadersOnly() {
        HttpResponse<String> answer = atlas.head("/solution.csv");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void manyInARow_giveBackWhatTheyHold() {
        for (int i = 0; i < 20; i++) {
            assertThat(atlas.get("/actor.nt?language=de").statusCode()).isEqualTo(200);
            assertThat(atlas.head("/solution.nt").statusCode()).isEqualTo(200);
            assertThat(atlas.get("/solution.nt").statusCode()).isEqualTo(200);
        }
    }
}
