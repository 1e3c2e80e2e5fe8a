package eu.solutionatlas.federation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.partner.Contact;
import eu.solutionatlas.partner.HubState;
import eu.solutionatlas.partner.Partner;
import eu.solutionatlas.partner.Partners;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.support.FaultyServer;
import eu.solutionatlas.support.TestHubs;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
    private static final String FILE = """
            @prefix atlas: <https://w3id.org/solution-atlas/ns#> .
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix foaf: <http://xmlns.com/foaf/0.1/> .
            <https://file.example/s1> a atlas:Solution ; dct:title "Datei"@de ; dct:description "Etwas."@de ;
                dcat:theme <https://w3id.org/solution-atlas/theme/smart-parking> ;
                dct:spatial <http://data.europa.eu/nuts/code/DED4> ; atlas:provider <https://file.example/a1> ;
                atlas:status <https://w3id.org/solution-atlas/status/in-operation> .
            <https://file.example/a1> a atlas:Actor ; foaf:name "Town"@en ;
                atlas:actorKind <https://w3id.org/solution-atlas/actor-kind/municipality> ;
                dct:spatial <http://data.europa.eu/nuts/code/DED4> .
            """;
    private static final String TITLES =
            "SELECT ?t { SERVICE <urn:hubs:all> { ?s a atlas:Solution ; dct:title ?t } } ORDER BY ?t";
    private static final String COUNT = "SELECT (COUNT(*) AS ?n) { { SELECT ?s { ?s a atlas:Solution } } }";

    @TempDir
    Path directory;

    private TestHubs hubs;
    private FaultyServer file;

    @BeforeEach
    void start() throws IOException {
        hubs = ThreeHubs.start(directory);
        file = FaultyServer.start(FaultyServer.body("text/turtle", FILE));
        hubs.register("saxony", fileHub());
        while (hubs.hub("bohemia").get("/dump/latest/manifest.json").statusCode() == 503) {
            Thread.onSpinWait(); // its first dump is being written
        }
        copy("bohemia");
        copy("file");
    }

    @AfterEach
    void stop() {
        hubs.close();
        file.close();
    }

    private Partner fileHub() {
        return new Partner(
                "file",
                Labels.of(List.of(NodeFactory.createLiteralLang("A file", "en"))),
                Optional.empty(),
                List.of(NodeFactory.createURI(Iris.NUTS + "DED4")),
                List.of("https://file.example/"),
                Optional.empty(),
                Optional.of(file.uri("/all.ttl").toString()),
                Optional.empty(),
                Contact.NONE,
                HubState.ACTIVE,
                Optional.empty());
    }

    private void copy(String hub) {
        hubs.hub("saxony").post("/federation/harvest?hub=" + hub, "");
        while (!hubs.hub("saxony").get("/federation/report/" + hub).body().contains("\"taken\"")) {
            Thread.onSpinWait();
        }
    }

    private HttpResponse<String> ask(String query, String onFailure) {
        return hubs.hub("saxony")
                .get(
                        "/federation/sparql?on-failure=" + onFailure + "&query="
                                + URLEncoder.encode(PREFIXES + query, StandardCharsets.UTF_8),
                        "Accept",
                        "text/csv");
    }

    private String csv(String query) {
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
        new Partners(hubs.hub("saxony").store(), new Iris(hubs.base("saxony")))
                .change("bohemia", partner -> partner.in(HubState.PAUSED), "test");
        assertThat(csv(COUNT)).isEqualTo("n 2");
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
