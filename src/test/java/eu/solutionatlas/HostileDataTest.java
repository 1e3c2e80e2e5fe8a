package eu.solutionatlas;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.support.TestAtlas;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody else wrote into an entry never does anything on a page. */
class HostileDataTest {
    private static final String ENTRY = """
            PREFIX atlas: <https://w3id.org/solution-atlas/ns#>
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX foaf: <http://xmlns.com/foaf/0.1/>
            PREFIX schema: <https://schema.org/>
            <http://localhost:8080/id/solution/evil> a atlas:Solution ;
                dct:title "<script>alert(1)</script>\\" onload=\\"x"@en, "'><img src=x onerror=y>"@de ;
                dct:description "\\" onmouseover=\\"x </p></body><script>boo()</script>&amp;"@en ;
                dcat:keyword "<b>bold</b>"@en ;
                atlas:funding "<iframe src=//evil>"@en ;
                dct:spatial <http://data.europa.eu/nuts/code/DED%22%3E%3Cscript%3E> ;
                dcat:landingPage <javascript:alert(2)>, <JavaScript:alert(3)>, <data:text/html,hello> ;
                foaf:homepage <https://good.example/> ;
                schema:codeRepository <vbscript:x> ;
                dct:license <javascript:alert(4)> .
            <http://localhost:8080/solution/evil> a dcat:CatalogRecord ;
                foaf:primaryTopic <http://localhost:8080/id/solution/evil> ;
                dct:source <javascript:alert(5)>, <mailto:someone@example.org> .
            """;

    /** Our own scripts: files, and data that holds no angle bracket. */
    private static final Pattern OURS =
            Pattern.compile("<script src=\"/assets/[a-z]+\\.[0-9a-f]+\\.js\" defer></script>"
                    + "|<script type=\"application/ld\\+json\">[^<>&]*</script>");

    private static TestAtlas atlas;

    @BeforeAll
    static void start() {
        atlas = TestAtlas.start(Map.of());
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.create().source(new StringReader(ENTRY)).lang(Lang.TURTLE).parse(graph);
        // Past validation, which would refuse most of it.
        atlas.store()
                .commit(
                        "test",
                        "hostile",
                        writer -> writer.replace(
                                TestAtlas.IRIS.document("solution", "evil"),
                                graph.find().toList()));
    }

    @AfterAll
    static void stop() {
        atlas.close();
    }

    private static void commitControlCharacter() {
        Node document = TestAtlas.IRIS.document("solution", "control");
        Triple title = Triple.create(
                TestAtlas.IRIS.thing("solution", "control"),
                DCTerms.title.asNode(),
                NodeFactory.createLiteralLang("a\u0001b", "en"));
        atlas.store().commit("test", "control", writer -> writer.replace(document, List.of(title)));
    }

    @Test
    void controlCharacter_whichHtmlCannotHold_isShownAsItsPicture() {
        commitControlCharacter();

        assertThat(atlas.get("/solution/control", "Accept", "text/html").body())
                .contains("a\u2401b")
                .doesNotContain("\u0001");
    }

    @Test
    void controlCharacter_whichXmlCannotHold_isAProblemThatSaysSo() {
        commitControlCharacter();

        HttpResponse<String> answer = atlas.get("/solution/control.rdf");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("control character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/solution/evil", "/solution/evil?lang=de", "/solution", "/solution?lang=de", "/"})
    void page_hasNoLiveMarkup(String path) {
        String body = atlas.get(path, "Accept", "text/html").body();

        assertThat(OURS.matcher(body).replaceAll("").toLowerCase(Locale.ROOT))
                .doesNotContain("<script", "<img src=x", "<iframe", "<b>bold", "href=\"javascript")
                .doesNotContain("href=\"data:", "href=\"vbscript:");
    }

    @Test
    void page_quotesStayInsideAttributes() {
        assertThat(atlas.get("/solution/evil", "Accept", "text/html").body())
                .contains("<meta name=\"description\" content=\"&#34; onmouseover=&#34;x");
    }

    @Test
    void page_showsUnsafeIrisAsText() {
        assertThat(atlas.get("/solution/evil", "Accept", "text/html").body())
                .contains("<dd>javascript:alert(2)</dd>", "<dd>data:text/html,hello</dd>", "<dd>vbscript:x</dd>");
    }

    @Test
    void page_linksSafeIris() {
        assertThat(atlas.get("/solution/evil", "Accept", "text/html").body())
                .contains("<a href=\"https://good.example/\"", "<a href=\"mailto:someone@example.org\"");
    }

    @Test
    void page_showsTheTextAsWritten() {
        assertThat(atlas.get("/solution/evil", "Accept", "text/html").body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void problem_quotesNothingLive() {
        assertThat(atlas.get("/solution/%3Cscript%3Ealert(1)%3C%2Fscript%3E", "Accept", "text/html")
                        .body())
                .doesNotContain("<script");
    }
}
