package eu.solutionatlas;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.rdf.OntologyFiles;
import eu.solutionatlas.rdf.RdfFormat;
import eu.solutionatlas.support.TestAtlas;
import eu.solutionatlas.web.Encodings;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of document in every representation, over the real data. */
class DocumentsTest {
    private static final String BASE = TestAtlas.IRIS.base();
    private static final String SOLUTION = "/solution/smart-village-app";

    private static TestAtlas atlas;

    @BeforeAll
    static void start() {
        atlas = TestAtlas.withRealData();
    }

    @AfterAll
    static void stop() {
        atlas.close();
    }

    /** One document of each kind that is a named graph. */
    private static final List<String> GRAPHS = List.of(
            SOLUTION,
            "/actor/lvb",
            "/theme",
            "/status",
            "/actor-kind",
            "/region",
            "/hub",
            "/ns",
            "/shapes",
            "/ns/1.0.0");

    private static final List<String> LISTS = List.of("/solution", "/solution?page=2", "/actor");

    private static final Set<RdfFormat> LIST_FORMATS = Set.of(RdfFormat.TURTLE, RdfFormat.JSON_LD, RdfFormat.N_TRIPLES);

    /** One document of each kind that is a part of a graph. */
    private static final List<String> PARTS =
            List.of("/theme/mobility", "/status/pilot", "/actor-kind/company", "/region/DED");

    static Stream<String> documents() {
        return Stream.of(GRAPHS, PARTS, LISTS).flatMap(List::stream);
    }

    static Stream<Arguments> documentsInRdf() {
        List<Arguments> all = new ArrayList<>();
        for (RdfFormat format : RdfFormat.values()) {
            GRAPHS.forEach(path -> all.add(Arguments.of(path, format)));
            if (format != RdfFormat.N_QUADS) {
                PARTS.forEach(path -> all.add(Arguments.of(path, format)));
            }
            if (LIST_FORMATS.contains(format)) {
                LISTS.forEach(path -> all.add(Arguments.of(path, format)));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void page_everyKind(String path) {
        HttpResponse<String> page = atlas.get(path, "Accept", "text/html");

        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body())
                .startsWith("<!doctype html>")
                .contains("<html lang=\"en\">", "rel=\"canonical\" href=\"" + BASE + path.substring(1) + "\"")
                .containsOnlyOnce("<h1>");
    }

    @ParameterizedTest
    @MethodSource("documentsInRdf")
    void data_everyKindInEveryFormat(String path, RdfFormat format) {
        HttpResponse<String> data = atlas.get(path, "Accept", format.mediaType());

        assertThat(data.statusCode()).as(data.body()).isEqualTo(200);
        assertThat(header(data, "Content-Type")).startsWith(format.mediaType());
        assertThat(parse(data.body(), format).isEmpty()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("documentsInRdf")
    void data_bySuffixIsTheSameAsByAccept(String path, RdfFormat format) {
        String suffixed =
                path.contains("?") ? path.replace("?", "." + format.suffix() + "?") : path + "." + format.suffix();

        assertThat(atlas.get(suffixed, "Accept", "text/html").body())
                .isEqualTo(atlas.get(path, "Accept", format.mediaType()).body());
    }

    @ParameterizedTest
    @MethodSource("documentsInRdf")
    void data_byFormatParameterIsTheSameAsByAccept(String path, RdfFormat format) {
        String asked = path + (path.contains("?") ? "&" : "?") + "format=" + format.suffix();

        assertThat(atlas.get(asked, "Accept", "text/html").body())
                .isEqualTo(atlas.get(path, "Accept", format.mediaType()).body());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void head_sameHeadersAsGet(String path) {
        for (String accept : List.of("text/html", "text/turtle", "application/ld+json")) {
            HttpResponse<String> get = atlas.get(path, "Accept", accept);
            HttpResponse<String> head = atlas.head(path, "Accept", accept);

            assertThat(head.body()).isEmpty();
            assertThat(withoutChanging(head)).isEqualTo(withoutChanging(get));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ttl", "nq"})
    void data_quadsNameTheGraph(String suffix) {
        String body = atlas.get(SOLUTION + "." + suffix).body();

        boolean named = body.contains(" <" + BASE + SOLUTION.substring(1) + "> .\n");
        assertThat(named).isEqualTo(suffix.equals("nq"));
    }

    @Test
    void page_tellsTheTitleOfTheData() {
        Graph graph = parse(atlas.get(SOLUTION + ".ttl").body(), RdfFormat.TURTLE);
        Node thing = TestAtlas.IRIS.thing("solution", "smart-village-app");
        String title = graph.find(
                        thing, DCTerms.title.asNode(), NodeFactory.createLiteralLang("Smart Village App", "de"))
                .next()
                .getObject()
                .getLiteralLexicalForm();

        assertThat(atlas.get(SOLUTION, "Accept", "text/html", "Accept-Language", "de")
                        .body())
                .contains("<h1>" + title + "</h1>", "<title>" + title + " ·");
    }

    @Test
    void turtle_hasPrefixesAndNoMore() {
        assertThat(atlas.get(SOLUTION + ".ttl").body())
                .contains("@prefix dct:")
                .containsPattern("\\n +a +atlas:Solution")
                .doesNotContain("@prefix sh:", "<http://purl.org/dc/terms/title>");
    }

    @Test
    void jsonLd_readsAsPlainNestedJson() {
        assertThat(atlas.get(SOLUTION + ".jsonld").body())
                .contains(
                        "\"@context\": \"" + BASE + "context.jsonld\"",
                        "\"about\": {",
                        "\"type\": \"Solution\"",
                        "\"status\": \"in-operation\"")
                .doesNotContain("@graph", "dct:");
    }

    @Test
    void list_data_isWholeWhateverThePage() {
        Graph graph = parse(atlas.get("/solution.ttl?page=2").body(), RdfFormat.TURTLE);

        assertThat(graph.find(Node.ANY, RDF.type.asNode(), Node.ANY).toList()).hasSize(134);
    }

    @Test
    void list_pagesCoverAllOnce() {
        List<String> all = new ArrayList<>();
        for (int page = 1; page <= 6; page++) {
            Pattern.compile("<h2><a href=\"(/solution/[^\"]+)\"")
                    .matcher(atlas.get("/solution?page=" + page, "Accept", "text/html")
                            .body())
                    .results()
                    .forEach(card -> all.add(card.group(1)));
        }

        assertThat(all).hasSize(134).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "/solution?page=99,404",
        "/solution?page=0,400",
        "/solution?page=x,400",
        "/solution?page=-1,400",
        "/solution?page=99999999999,400",
        "/solution?page=2&page=3,400",
        "/solution?lang=en&lang=de,400",
        "/solution?format=ttl&format=nt,400"
    })
    void list_badPage(String path, int status) {
        assertThat(atlas.get(path, "Accept", "text/html").statusCode()).isEqualTo(status);
    }

    @Test
    void list_linksItsNeighbours() {
        assertThat(atlas.get("/solution?page=2", "Accept", "text/html").body())
                .contains("<link rel=\"prev\" href=\"/solution\">", "<link rel=\"next\" href=\"/solution?page=3\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/solution/nope",
                "/actor/nope",
                "/theme/nope",
                "/region/XX9",
                "/region/nope",
                "/solution/NOT A SLUG",
                "/solution/../x",
                "/id/solution/nope",
                "/id/actor/nope",
                "/nope"
            })
    void document_unknown(String path) {
        HttpResponse<String> answer = atlas.get(path.replace(" ", "%20"), "Accept", "text/html");

        assertThat(answer.statusCode()).as(path).isIn(400, 404);
    }

    @ParameterizedTest
    @CsvSource({
        "/id/solution/smart-village-app,solution/smart-village-app",
        "/id/actor/lvb,actor/lvb",
        "/id/hub,hub",
        "/id/catalogue,hub"
    })
    void thing_leadsToItsDocument(String path, String document) {
        HttpResponse<String> answer = atlas.get(path);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(header(answer, "Location")).isEqualTo(BASE + document);
        assertThat(answer.headers().firstValue("Content-Type"))
                .as("there is no body")
                .isEmpty();
    }

    @Test
    void robots_leadsBulkVisitorsToTheDump() {
        assertThat(atlas.get("/robots.txt").body())
                .contains("http://localhost:8080/dump/catalogue.nq.gz", "User-agent: *", "Disallow: /sparql");
    }

    @Test
    void home_regions_standUnderTheirCountry() {
        assertThat(atlas.get("/?lang=en", "Accept", "text/html").body())
                .containsSubsequence(">Czechia<", "/region/CZ01", ">Germany<", "/region/DE40", ">Poland<");
    }

    @Test
    void headers_sayWhatTheAnswerDependsOn() {
        HttpResponse<String> page = atlas.get(SOLUTION, "Accept", "text/html", "Accept-Language", "de");

        assertThat(header(page, "Vary")).isEqualTo("Accept, Accept-Language, Accept-Encoding, Cookie");
        assertThat(header(page, "Content-Language")).isEqualTo("de");
        assertThat(header(page, "Content-Location")).isEqualTo(BASE + SOLUTION.substring(1) + ".html");
        assertThat(header(page, "ETag")).matches("\"\\d+-[0-9a-f]+\"");
        assertThat(header(page, "Last-Modified")).endsWith("GMT");
        assertThat(header(page, "Atlas-Data-Version")).isNotBlank();
        assertThat(header(page, "Link"))
                .contains(
                        "<" + BASE + SOLUTION.substring(1) + ">; rel=\"canonical\"",
                        "<" + BASE + SOLUTION.substring(1) + ".ttl>; rel=\"alternate\"; type=\"text/turtle\"",
                        "rel=\"describedby\"");
    }

    @Test
    void headers_bySuffixNothingIsNegotiatedButTheEncoding() {
        assertThat(header(atlas.get(SOLUTION + ".ttl"), "Vary")).isEqualTo("Accept-Encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/turtle"})
    void conditional_sameTag(String accept) {
        String tag = header(atlas.get(SOLUTION, "Accept", accept), "ETag");

        HttpResponse<String> again = atlas.get(SOLUTION, "Accept", accept, "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(tag);
        assertThat(again.headers().firstValue("Content-Type")).isEmpty();
    }

    @Test
    void conditional_sameDate() {
        String date = header(atlas.get(SOLUTION, "Accept", "text/html"), "Last-Modified");

        assertThat(atlas.get(SOLUTION, "Accept", "text/html", "If-Modified-Since", date)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void conditional_tagOfAnotherLanguage() {
        String english = header(atlas.get(SOLUTION, "Accept", "text/html"), "ETag");

        assertThat(atlas.get(SOLUTION, "Accept", "text/html", "Accept-Language", "de", "If-None-Match", english)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void accept_nothingWeHave() {
        HttpResponse<String> answer = atlas.get(SOLUTION, "Accept", "image/png");

        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.body()).contains("text/turtle", "application/ld+json", "text/html");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/turtle;q=0.3, application/ld+json;q=0.8|application/ld+json",
                "text/html;q=0.2, */*;q=0.1|text/html",
                "application/*|application/ld+json",
                "*/*|text/html",
                "text/html;q=0, */*|text/turtle"
            })
    void accept_byQuality(String accept, String expected) {
        assertThat(header(atlas.get(SOLUTION, "Accept", accept), "Content-Type"))
                .startsWith(expected);
    }

    @Test
    void format_unknown() {
        HttpResponse<String> answer = atlas.get(SOLUTION + "?format=exe");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("html, ttl, jsonld");
    }

    @Test
    void language_chosen_staysInTheLinks() {
        HttpResponse<String> page = atlas.get(SOLUTION + "?lang=de", "Accept", "text/html", "Accept-Language", "en");

        assertThat(page.body())
                .contains("<html lang=\"de\">", "href=\"/solution?lang=de\"", "hreflang=\"en\"")
                .doesNotContain("href=\"/solution\"");
    }

    @Test
    void language_unknown() {
        assertThat(atlas.get(SOLUTION + "?lang=xx", "Accept", "text/html").statusCode())
                .isEqualTo(400);
    }

    @Test
    void problem_inTheReadersLanguage() {
        assertThat(atlas.get("/solution/nope", "Accept", "text/html", "Accept-Language", "de")
                        .body())
                .contains("<html lang=\"de\">", "Hier ist nichts", "href=\"/solution\"");
    }

    @Test
    void context_isServedForOtherSites() {
        HttpResponse<String> context = atlas.get("/context.jsonld");

        assertThat(header(context, "Content-Type")).isEqualTo("application/ld+json");
        assertThat(header(context, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(context.body()).contains("\"@context\"");
    }

    @Test
    void assets_areKeptForGood() {
        String page = atlas.get("/", "Accept", "text/html").body();
        int start = page.indexOf("/assets/style.");
        String path = page.substring(start, page.indexOf('"', start));

        HttpResponse<String> asset = atlas.get(path);

        assertThat(header(asset, "Content-Type")).startsWith("text/css");
        assertThat(header(asset, "Cache-Control")).contains("immutable", "max-age=31536000");
        assertThat(Encodings.gzip(asset.body().getBytes(StandardCharsets.UTF_8)).length)
                .isLessThan(5_000);
    }

    @Test
    void home_isTheHubAsData() {
        assertThat(atlas.get("/", "Accept", "text/turtle").body())
                .isEqualTo(atlas.get("/hub.ttl").body());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static Map<String, List<String>> withoutChanging(HttpResponse<?> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeIf(name -> name.equalsIgnoreCase("date") || name.equalsIgnoreCase("atlas-request"));
        return headers;
    }

    /** The triples of a body, whatever graph they stand in. */
    private static Graph parse(String body, RdfFormat format) {
        DatasetGraph data = DatasetGraphFactory.create();
        RDFParser.create()
                .source(new StringReader(body.replace(
                        "\"@context\": \"" + BASE + "context.jsonld\"", "\"@context\": " + inlineContext())))
                .lang(format.lang())
                .parse(data);
        Graph all = GraphFactory.createDefaultGraph();
        data.find().forEachRemaining(quad -> all.add(quad.asTriple()));
        return all;
    }

    /** So that parsing does not depend on the network. */
    private static String inlineContext() {
        String document = OntologyFiles.context();
        return document.substring(document.indexOf('{', 1), document.lastIndexOf('}'));
    }
}
