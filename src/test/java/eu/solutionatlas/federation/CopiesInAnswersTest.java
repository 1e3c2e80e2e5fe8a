package eu.solutionatlas.federation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.partner.Contact;
import eu.solutionatlas.partner.Copies;
import eu.solutionatlas.partner.HubState;
import eu.solutionatlas.partner.Partner;
import eu.solutionatlas.partner.Partners;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.vocab.ATLAS;
import eu.solutionatlas.support.TestHubs;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Saxony has copies of Bohemia's entries and of those in a file on the web; Silesia was never copied. */
@Timeout(120)
class CopiesInAnswersTest {
    private static final String PREFIXES = """
            PREFIX atlas: <https://w3id.org/solution-atlas/ns#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX theme: <https://w3id.org/solution-atlas/theme/>
            """;
    private static final String TITLES =
            "SELECT ?t { SERVICE <urn:hubs:all> { ?s a atlas:Solution ; dct:title ?t } } ORDER BY ?t";
    private static final String COUNT = "SELECT (COUNT(*) AS ?n) { { SELECT ?s { ?s a atlas:Solution } } }";

    @TempDir
    static Path directory;

    private static TestHubs hubs;

    @BeforeAll
    static void start() {
        hubs = ThreeHubs.start(directory);
        hubs.register("saxony", fileHub());
        copy("bohemia", hubs.base("bohemia") + "id/solution/one", "Parkování");
        copy("file", "https://file.example/s1", "Datei");
    }

    @AfterAll
    static void stop() {
        hubs.close();
    }

    /** Writes what a harvest would have: a solution on parking, and what the copy is about as a whole. */
    private static void copy(String hub, String solution, String title) {
        copy(hub, solution, title, 0);
    }

    private static void copy(String hub, String solution, String title, int notTaken) {
        Copies copies = new Copies(new Iris(hubs.base("saxony")));
        Node copy = copies.copy(hub);
        Node thing = NodeFactory.createURI(solution);
        Node theme = NodeFactory.createURI(Iris.SHARED + "theme/smart-parking");
        hubs.hub("saxony").store().commit("test", "a copy", writer -> {
            writer.replace(
                    copy,
                    List.of(
                            Triple.create(
                                    copy,
                                    NodeFactory.createURI("http://www.w3.org/ns/prov#generatedAtTime"),
                                    NodeFactory.createLiteralDT("2026-11-24T08:00:00Z", XSDDatatype.XSDdateTime)),
                            Triple.create(copy, DCAT.theme.asNode(), theme),
                            Triple.create(
                                    copy,
                                    ATLAS.entriesNotTaken,
                                    NodeFactory.createLiteralDT(Integer.toString(notTaken), XSDDatatype.XSDinteger))));
            writer.replace(
                    NodeFactory.createURI(copies.entriesOf(hub) + "solution/one"),
                    List.of(
                            Triple.create(thing, RDF.Nodes.type, ATLAS.Solution),
                            Triple.create(thing, DCTerms.title.asNode(), NodeFactory.createLiteralLang(title, "de")),
                            Triple.create(thing, DCAT.theme.asNode(), theme)));
        });
    }

    private static Partner fileHub() {
        return new Partner(
                "file",
                Labels.of(List.of(NodeFactory.createLiteralLang("A file", "en"))),
                Optional.empty(),
                List.of(NodeFactory.createURI(Iris.NUTS + "DED4")),
                List.of("https://file.example/"),
                Optional.empty(),
                Optional.of("https://file.example/all.ttl"),
                Optional.empty(),
                Contact.NONE,
                HubState.ACTIVE,
                Optional.empty());
    }

    private static HttpResponse<String> ask(String query, String onFailure) {
        return hubs.hub("saxony")
                .get(
                        "/federation/sparql?on-failure=" + onFailure + "&query="
                                + URLEncoder.encode(PREFIXES + query, StandardCharsets.UTF_8),
                        "Accept",
                        "text/csv");
    }

    private static String csv(String query) {
        return ask(query, "partial").body().replace("\r\n", " ").strip();
    }

    private static String status(HttpResponse<String> answer) {
        return answer.headers().firstValue("Federation-Status").orElse("");
    }

    @Test
    void patternOutsideOfService_isAboutThisHubAlone() {
        assertThat(
                        csv(
                                "SELECT ?t { SERVICE <urn:hub:bohemia> { ?b a atlas:Solution } ?s a atlas:Solution ; dct:title ?t }"))
                .isEqualTo("t Parken");
    }

    @Test
    void fileHub_isAskedFromItsCopy() {
        assertThat(csv(TITLES)).isEqualTo("t Autobus Datei Parken Parkování");
    }

    @Test
    void fileHub_isNamedAsACopy() {
        assertThat(status(ask(TITLES, "partial"))).isEqualTo("stale; source=as-written; answered=3; copies=\"file\"");
    }

    @Test
    void copyThatLacksEntries_isNoWholeAnswer() {
        copy("file", "https://file.example/s1", "Datei", 2);
        HttpResponse<String> answer = ask(TITLES, "partial");
        String link = answer.headers().firstValue("Link").orElseThrow();
        String report = hubs.hub("saxony")
                .get(link.substring(link.indexOf("/federation/"), link.indexOf('>')))
                .body();
        copy("file", "https://file.example/s1", "Datei");

        assertThat(status(answer))
                .isEqualTo("partial; source=as-written; answered=3; copies=\"file\"; entries-lacking=\"file\"");
        assertThat(report).contains("\"entriesNotInCopy\":2");
    }

    @Test
    void fileHub_strict_isRefused() {
        assertThat(ask(TITLES, "strict").body()).contains("hub-not-live", "file");
    }

    @Test
    void fileHub_byName_isKnown() {
        assertThat(csv("SELECT ?t { SERVICE <urn:hub:file> { ?s a atlas:Solution ; dct:title ?t } }"))
                .isEqualTo("t Datei");
    }

    @Test
    void hubLeftOutOnTheWordOfItsCopy_isNoCompleteAnswer() {
        assertThat(status(ask("SELECT ?s { ?s a atlas:Solution ; dcat:theme theme:energy }", "partial")))
                .isEqualTo("stale; source=distributed; answered=2; nothing-there=\"bohemia file\"");
    }

    @Test
    void hubAskedByName_isAskedWhateverItsCopySays() {
        assertThat(status(ask(
                        "SELECT ?s { SERVICE <urn:hub:bohemia> { ?s a atlas:Solution ; dcat:theme theme:energy } }",
                        "partial")))
                .isEqualTo("complete; source=as-written; answered=1");
    }

    @Test
    void copies_areThoseOfActiveHubs() {
        assertThat(csv(COUNT)).isEqualTo("n 3");
        Partners partners = new Partners(hubs.hub("saxony").store(), new Iris(hubs.base("saxony")));
        partners.change("bohemia", partner -> partner.in(HubState.PAUSED), "test");
        String without = csv(COUNT);
        partners.change("bohemia", partner -> partner.in(HubState.ACTIVE), "test");
        assertThat(without).isEqualTo("n 2");
    }

    @Test
    void copies_areNamed() {
        assertThat(status(ask(COUNT, "partial")))
                .isEqualTo("partial; source=copies; answered=1; missing=\"silesia\"; copies=\"bohemia file\"");
    }

    @Test
    void reportOfCopies_saysNotThatHubsAnswered() {
        String link = ask(COUNT, "partial").headers().firstValue("Link").orElseThrow();
        String report = hubs.hub("saxony")
                .get(link.substring(link.indexOf("/federation/"), link.indexOf('>')))
                .body();

        assertThat(report)
                .containsPattern("\"hub\":\"bohemia\",\"part\":1,\"state\":\"copied\"")
                .doesNotContain("\"rows\"");
    }
}
