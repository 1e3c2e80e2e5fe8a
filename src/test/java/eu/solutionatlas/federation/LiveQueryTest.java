package eu.solutionatlas.federation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.support.TestAtlas;
import eu.solutionatlas.support.TestHubs;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three hubs that ask each other. */
class LiveQueryTest {
    private static final String PREFIXES = """
            PREFIX atlas: <https://w3id.org/solution-atlas/ns#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX foaf: <http://xmlns.com/foaf/0.1/>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX theme: <https://w3id.org/solution-atlas/theme/>
            PREFIX nuts: <http://data.europa.eu/nuts/code/>
            """;

    @TempDir
    static Path directory;

    private static TestHubs hubs;

    @BeforeAll
    static void start() {
        hubs = ThreeHubs.start(directory);
    }

    @AfterAll
    static void stop() {
        hubs.close();
    }

    private static HttpResponse<String> ask(String query, String accept) {
        TestAtlas saxony = hubs.hub("saxony");
        return saxony.get(
                "/federation/sparql?query=" + URLEncoder.encode(PREFIXES + query, StandardCharsets.UTF_8),
                "Accept",
                accept);
    }

    private static String csv(String query) {
        return ask(query, "text/csv").body().replace("\r\n", " ").strip();
    }

    private static String status(String query) {
        return ask(query, "text/csv").headers().firstValue("Federation-Status").orElse("");
    }

    @Test
    void allHubs_answerTogether() {
        assertThat(csv("SELECT ?t { SERVICE <urn:hubs:all> { ?s a atlas:Solution ; dct:title ?t } } ORDER BY ?t"))
                .isEqualTo("t Autobus Parken Parkování");
    }

    @Test
    void allHubs_areReported() {
        assertThat(status("SELECT ?t { SERVICE <urn:hubs:all> { ?s a atlas:Solution ; dct:title ?t } }"))
                .isEqualTo("complete; source=as-written; answered=3");
    }

    @Test
    void oneHub_answersAlone() {
        assertThat(csv("SELECT ?t { SERVICE <urn:hub:silesia> { ?s a atlas:Solution ; dct:title ?t } }"))
                .isEqualTo("t Autobus");
    }

    @Test
    void hubsOfACountry_answer() {
        assertThat(csv("SELECT ?t { SERVICE <urn:hubs:country:CZ> { ?s a atlas:Solution ; dct:title ?t } }"))
                .isEqualTo("t Parkování");
    }

    @Test
    void otherHubs_leaveThisOneOut() {
        assertThat(csv("SELECT ?t { SERVICE <urn:hubs:others> { ?s a atlas:Solution ; dct:title ?t } } ORDER BY ?t"))
                .isEqualTo("t Autobus Parkování");
    }

    @Test
    void unknownHub_isNamedWithThoseThereAre() {
        assertThat(ask("SELECT * { SERVICE <urn:hub:bavaria> { ?s ?p ?o } }", "text/csv")
                        .body())
                .contains("no-such-hub", "urn:hub:silesia");
    }

    @Test
    void strangersEndpoint_isRefused() {
        assertThat(ask("SELECT * { SERVICE <http://169.254.169.254/sparql> { ?s ?p ?o } }", "text/csv")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void serviceInService_isRefused() {
        assertThat(ask("SELECT * { SERVICE <urn:hubs:all> { SERVICE <urn:hub:silesia> { ?s ?p ?o } } }", "text/csv")
                        .body())
                .contains("nested-service");
    }

    @Test
    void serviceByVariable_isRefused() {
        assertThat(ask("SELECT * { VALUES ?hub { <urn:hub:silesia> } SERVICE ?hub { ?s ?p ?o } }", "text/csv")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void questionFromAFederation_isRefused() {
        HttpResponse<String> response = hubs.hub("saxony")
                .get(
                        "/federation/sparql?query=" + URLEncoder.encode("ASK {}", StandardCharsets.UTF_8),
                        "Atlas-Federation-Hop",
                        "1");

        assertThat(response.statusCode()).isEqualTo(508);
    }

    @Test
    void plainStar_isAskedEverywhere() {
        String query = "SELECT ?t { ?s a atlas:Solution ; dct:title ?t ; dcat:theme theme:smart-parking } ORDER BY ?t";

        assertThat(csv(query)).isEqualTo("t Parken Parkování");
        assertThat(status(query)).startsWith("complete; source=distributed");
    }

    @Test
    void plainCount_isSummed() {
        String query = "SELECT ?theme (COUNT(?s) AS ?n) { ?s a atlas:Solution ; dcat:theme ?theme } GROUP BY ?theme"
                + " ORDER BY DESC(?n) LIMIT 1";

        assertThat(csv(query)).isEqualTo("theme,n https://w3id.org/solution-atlas/theme/smart-parking,2");
    }

    @Test
    void plainCountByName_isJoinedHere() {
        String query =
                "SELECT ?name (COUNT(?s) AS ?n) { ?s a atlas:Solution ; dcat:theme ?theme . ?theme skos:prefLabel"
                        + " ?name FILTER(lang(?name) = 'en') } GROUP BY ?name ORDER BY DESC(?n) LIMIT 1";

        assertThat(csv(query)).isEqualTo("name,n Smart parking,2");
    }

    @Test
    void plainQueryWithRegionTree_isAskedEverywhere() {
        String query = "SELECT ?t { ?s a atlas:Solution ; dct:title ?t ; dct:spatial/skos:broader* nuts:CZ }";

        assertThat(csv(query)).isEqualTo("t Parkování");
        assertThat(status(query)).startsWith("complete; source=distributed");
    }

    @Test
    void twoStars_areJoined() {
        String query = "SELECT ?t ?n { ?s a atlas:Solution ; dct:title ?t ; atlas:provider ?a . ?a foaf:name ?n }"
                + " ORDER BY ?t";

        assertThat(csv(query)).isEqualTo("t,n Autobus,Town silesia Parken,Town saxony Parkování,Town bohemia");
        assertThat(status(query)).startsWith("complete; source=distributed");
    }

    @Test
    void optionalProvider_isJoined() {
        String query = "SELECT ?t ?n { ?s a atlas:Solution ; dct:title ?t ; atlas:provider ?a"
                + " OPTIONAL { ?a foaf:name ?n } } ORDER BY ?t LIMIT 1";

        assertThat(csv(query)).isEqualTo("t,n Autobus,Town silesia");
    }

    @Test
    void ask_isTrueWhereAnyHubSaysSo() {
        assertThat(ask("ASK { ?s a atlas:Solution ; dct:title 'Autobus'@de }", "application/sparql-results+json")
                        .body())
                .contains("\"boolean\":true", "\"link\":[");
    }

    /** ARQ would order, or add up, what the SERVICE says. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?s a atlas:Solution } ORDER BY EXISTS { SERVICE <urn:hubs:all> { ?s dct:title ?t } }",
                "SELECT (SUM(IF(EXISTS { SERVICE <urn:hubs:all> { ?s dct:title ?t } }, 1, 0)) AS ?n)"
                        + " { ?s a atlas:Solution }",
                "SELECT * { ?s a atlas:Solution } ORDER BY EXISTS"
                        + " { ?s ?p ?o FILTER EXISTS { SERVICE <urn:hubs:all> { ?s dct:title ?t } } }"
            })
    void serviceInOrderOrAggregate_isRefused(String query) {
        HttpResponse<String> answer = ask(query, "application/sparql-results+json");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("service-out-of-place");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ?s { ?s a atlas:Solution BIND (EXISTS { SERVICE <urn:hubs:all> { ?s dct:title ?t } } AS ?found) }"
                        + " ORDER BY ?found",
                "SELECT ?s { ?s a atlas:Solution FILTER EXISTS { SERVICE <urn:hubs:all> { ?s dct:title ?t } } }",
                "SELECT ?s (COUNT(*) AS ?n) { ?s a atlas:Solution } GROUP BY ?s"
                        + " HAVING EXISTS { SERVICE <urn:hubs:all> { ?s dct:title ?t } }"
            })
    void serviceInExists_isAnsweredElsewhere(String query) {
        assertThat(ask(query, "text/csv").body().lines()).hasSize(2);
    }

    @Test
    void construct_hasTriplesOfAllHubs() {
        assertThat(ask(
                                "CONSTRUCT { ?s dct:title ?t } WHERE { ?s a atlas:Solution ; dct:title ?t }",
                                "application/n-triples")
                        .body()
                        .lines())
                .hasSize(3);
    }

    @Test
    void queryOfAnotherShape_isAnsweredFromCopiesAndSaysSo() {
        String query = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o . ?o ?q ?r }";

        assertThat(status(query)).startsWith("partial; source=copies").contains("missing=\"bohemia silesia\"");
    }

    @Test
    void queryOfAnotherShape_strict_isRefused() {
        HttpResponse<String> response = hubs.hub("saxony")
                .get("/federation/sparql?on-failure=strict&query="
                        + URLEncoder.encode("SELECT * { ?s ?p ?o . ?o ?q ?r }", StandardCharsets.UTF_8));

        assertThat(response.body()).contains("not-distributable");
    }

    @Test
    void report_namesEachHub() {
        HttpResponse<String> answer = ask(
                "SELECT ?t { SERVICE <urn:hubs:all> { ?s a atlas:Solution ; dct:title ?t } }",
                "application/sparql-results+json");
        String link = answer.headers().firstValue("Link").orElseThrow();
        String path = link.substring(link.indexOf("/federation/"), link.indexOf('>'));

        assertThat(answer.body()).contains(path);
        assertThat(hubs.hub("saxony").get(path).body())
                .contains("\"hub\":\"silesia\"", "\"state\":\"answered\"", "\"rows\":1");
    }

    @Test
    void page_showsWhoAnswered() {
        assertThat(ask("SELECT ?t { SERVICE <urn:hubs:all> { ?s a atlas:Solution ; dct:title ?t } }", "text/html")
                        .body())
                .contains("Complete: every hub that was asked has answered", "<td>silesia</td>")
                .containsPattern("Complete: \\d+ rows\\.");
    }

    @Test
    void twoBlocks_areAskedOnceEach() {
        HttpResponse<String> answer = ask(
                "SELECT ?t ?n { SERVICE <urn:hubs:all> { ?s a atlas:Solution ; dct:title ?t ; atlas:provider ?a }"
                        + " SERVICE <urn:hubs:all> { ?a foaf:name ?n } } ORDER BY ?t",
                "application/sparql-results+json");
        String link = answer.headers().firstValue("Link").orElseThrow();
        String report = hubs.hub("saxony")
                .get(link.substring(link.indexOf("/federation/"), link.indexOf('>')))
                .body();

        assertThat(report.split("\"hub\":", -1)).hasSize(1 + 6);
    }
}
