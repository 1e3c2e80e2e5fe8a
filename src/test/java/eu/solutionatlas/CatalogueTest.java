package eu.solutionatlas;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.support.TestAtlas;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code /catalogue} of a hub that has written its dumps. */
@Timeout(120)
class CatalogueTest {
    private static final String SPDX = "http://spdx.org/rdf/terms#";

    private static TestAtlas atlas;
    private static Graph described;

    @BeforeAll
    static void start() {
        atlas = TestAtlas.withRealDataAndDumps();
        described = parse(atlas.get("/catalogue", "Accept", "text/turtle").body());
    }

    @AfterAll
    static void stop() {
        atlas.close();
    }

    private static Graph parse(String turtle) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(turtle, Lang.TURTLE).base(TestAtlas.IRIS.base()).parse(graph);
        return graph;
    }

    private static Node value(Node subject, Node property) {
        return described
                .find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .next();
    }

    @Test
    void description_keepsTheRulesOfDcatAp() {
        Graph rules = RDFParser.source(Path.of("ontology", "dcat-ap.ttl")).toGraph();
        assertThat(ShaclValidator.get().validate(rules, described).getEntries()).isEmpty();
    }

    @Test
    void browser_isLedToThePageInItsLanguage() {
        HttpResponse<String> answer =
                atlas.get("/catalogue?lang=de", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/download?lang=de");
        assertThat(answer.headers().firstValue("Vary").orElse("")).contains("Accept");
    }

    @Test
    void browser_thatNamesAFormat_getsIt() {
        assertThat(atlas.get("/catalogue?format=ttl", "Accept", "text/html,*/*;q=0.8")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void descriptionWithoutAWish_isTurtle() {
        assertThat(atlas.get("/catalogue", "Accept", "*/*").headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/turtle"));
    }

    @Test
    void everyDistribution_isAsLargeAsItSays() {
        List<Node> distributions = described
                .find(Node.ANY, DCAT.distribution.asNode(), Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
        assertThat(distributions).hasSizeGreaterThan(8).allSatisfy(distribution -> {
            String address = value(distribution, DCAT.downloadURL.asNode()).getURI();
            HttpResponse<String> head =
                    atlas.head(address.substring(TestAtlas.IRIS.base().length() - 1));
            assertThat(head.headers().firstValue("Content-Length"))
                    .contains(value(distribution, DCAT.byteSize.asNode()).getLiteralLexicalForm());
        });
    }

    @Test
    void everyChecksum_isTheValidatorOfItsFile() {
        assertThat(described
                        .find(Node.ANY, DCAT.distribution.asNode(), Node.ANY)
                        .mapWith(Triple::getObject)
                        .toList())
                .allSatisfy(distribution -> {
                    Node checksum = value(distribution, NodeFactory.createURI(SPDX + "checksum"));
                    String sum = value(checksum, NodeFactory.createURI(SPDX + "checksumValue"))
                            .getLiteralLexicalForm();
                    String address =
                            value(distribution, DCAT.downloadURL.asNode()).getURI();
                    assertThat(atlas.head(address.substring(
                                            TestAtlas.IRIS.base().length() - 1))
                                    .headers()
                                    .firstValue("ETag"))
                            .contains("\"" + sum + "\"");
                });
    }

    @Test
    void askedAgain_isTheSameToTheByte_andANewStateIsSaidAtOnce() {
        String before = atlas.get("/catalogue.ttl").body();
        assertThat(atlas.get("/catalogue.ttl").body()).isEqualTo(before);

        org.apache.jena.graph.Node document = TestAtlas.IRIS.document("actor", "written-by-the-test");
        atlas.store()
                .commit(
                        "test",
                        "new",
                        writer -> writer.replace(
                                document, java.util.List.of(Triple.create(document, document, document))));

        assertThat(atlas.get("/catalogue.ttl").body())
                .isNotEqualTo(before)
                .contains("\"" + atlas.store().version().number() + "\"");
    }
}
