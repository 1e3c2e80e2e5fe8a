package eu.solutionatlas;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.network.HubStatus;
import eu.solutionatlas.partner.HubState;
import eu.solutionatlas.partner.Partners;
import eu.solutionatlas.support.PartnerHub;
import eu.solutionatlas.support.TestAtlas;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages about partner hubs. */
class NetworkPagesTest {
    private static NetworkHub hub;

    @BeforeAll
    static void start() throws Exception {
        hub = NetworkHub.start();
        hub.set("liberec", NetworkHub.seen("2026-11-24T09:10:00Z", 87, HubStatus.Outcome.UNCHANGED));
        hub.set("liberec", NetworkHub.reportWithFindings());
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void network_showsEachHubWithItsState() throws Exception {
        assertThat(hub.page("/federation"))
                .contains(
                        "<a href=\"/hub/liberec\">Liberec Atlas</a>",
                        "24 November 2026, 09:10 UTC",
                        "87 ms",
                        "<a href=\"/solution?hub=liberec\">1 solution</a>",
                        "23 November 2026, 03:10 UTC",
                        "nothing has changed",
                        "href=\"/federation/report/liberec\"",
                        "<a href=\"/hub/dolny-slask\">Lower Silesia in data</a>",
                        "<a href=\"/solution?hub=here\">134 solutions</a>");
    }

    @Test
    void map_leadsFromARegionToItsHub() throws Exception {
        assertThat(hub.page("/federation")).contains("<a href=\"#hub-dolny-slask\"><span class=\"name\">");
    }

    @Test
    void status_changedWithoutTheData_isShownAtOnce() throws Exception {
        hub.page("/federation");
        hub.set("dolny-slask", NetworkHub.seen("2026-11-24T10:11:00Z", 4321, HubStatus.Outcome.HELD));

        assertThat(hub.page("/federation")).contains("4,321 ms", "held for a person to decide");
    }

    @Test
    void status_hasNoDateToAskBy() throws Exception {
        assertThat(hub.get("/federation", "Accept", "text/html").headers().firstValue("Last-Modified"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/federation.ttl,atlas:Partner",
        "/federation.nq,<http://localhost:8080/federation> .",
        "/federation.jsonld,liberec",
        "/hub/liberec.ttl,void:entities",
        "/hub/liberec.nt,<http://xmlns.com/foaf/0.1/name>",
        "/hub/liberec.nt,mailto:data@liberec.example",
        "/federation/report/liberec.json,liberec"
    })
    void data_isThere(String path, String part) throws Exception {
        HttpResponse<String> answer = hub.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(part);
    }

    @Test
    void hub_showsItsEntriesItsCopyAndItsReport() throws Exception {
        assertThat(hub.page("/hub/liberec"))
                .contains(
                        "Smart parking in Jablonec",
                        "href=\"/solution?hub=liberec\"",
                        "Their data version: 17",
                        "data@liberec.example",
                        "https://liberec.example/dump/catalogue.nq.gz",
                        "has no title: give it a dct:title in any language");
    }

    @Test
    void hub_asAThing_leadsToItsPage() throws Exception {
        HttpResponse<String> answer = hub.get("/id/hub/liberec");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("http://localhost:8080/hub/liberec");
    }

    @Test
    void report_hasItsFindings() throws Exception {
        assertThat(hub.page("/federation/report/liberec"))
                .contains(
                        "Report on copying: Liberec Atlas",
                        "https://liberec.example/solution/broken",
                        "<strong>error</strong>",
                        "2 more are left out.");
    }

    @Test
    void report_ofAHubThatWasNeverCopied_saysThatThereIsNone() throws Exception {
        assertThat(hub.page("/federation/report/dolny-slask")).contains("There is no report yet.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/hub/nowhere",
                "/id/hub/nowhere",
                "/federation/report/nowhere",
                "/federation/report/dolny-slask.json",
                "/hub/nowhere.ttl"
            })
    void whatIsNotThere_isNotFound(String path) throws Exception {
        assertThat(hub.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void announcedHub_isCountedAndNotShown() throws Exception {
        PartnerHub.register(hub.store(), "newcomer", "Buy cheap things here", "PL41");
        Partners partners = new Partners(hub.store(), TestAtlas.IRIS);
        partners.put(partners.now().partner("newcomer").orElseThrow().in(HubState.ANNOUNCED), "test");

        assertThat(hub.page("/federation"))
                .contains("1 more asked to take part")
                .doesNotContain("Buy cheap things");
        partners.remove("newcomer", "test");
    }

    @Test
    void network_withoutPartners_saysHowToTakePart() {
        try (TestAtlas alone = TestAtlas.empty()) {
            assertThat(alone.get("/federation", "Accept", "text/html").body())
                    .contains("No other hub shares its catalogue", "Take part", "/.well-known/void")
                    .doesNotContain("<table");
        }
    }

    @Test
    void same_byHomepageAndByName_hasBothReasons() throws Exception {
        assertThat(hub.page("/federation/same"))
                .contains(
                        "<a href=\"/actor/liberecky-kraj\">",
                        "<a href=\"/hub/liberec/actor/kraj\">",
                        "same homepage, same name in the same region");
    }

    @Test
    void same_byIdentifier_acrossTwoPartners() throws Exception {
        assertThat(hub.page("/federation/same"))
                .containsPattern("(?s)<a href=\"/hub/dolny-slask/actor/kraj-liberec\">.*"
                        + "<a href=\"/hub/liberec/actor/kraj\">.*same identifier");
    }

    @Test
    void same_asData_isSpokenOfAndNotAsserted() throws Exception {
        String data = hub.get("/federation/same.nt").body();

        assertThat(data)
                .contains(
                        "<http://www.w3.org/1999/02/22-rdf-syntax-ns#subject> <http://localhost:8080/id/actor/liberecky-kraj>",
                        "<http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate> <http://www.w3.org/2002/07/owl#sameAs>",
                        "\"same homepage, same name in the same region\"@en",
                        "\"gleiche Website, gleicher Name in derselben Region\"@de")
                .doesNotContain("> <http://www.w3.org/2002/07/owl#sameAs> <");
    }

    @Test
    void actorPage_namesItsLikenessInAnotherHub() throws Exception {
        assertThat(hub.page("/actor/mesto-liberec"))
                .contains("Probably the same actor in another hub", "<a href=\"/hub/liberec/actor/liberec\">");
    }

    @Test
    void actorPage_ofTheCopy_namesOurs() throws Exception {
        assertThat(hub.page("/hub/liberec/actor/liberec")).contains("<a href=\"/actor/mesto-liberec\">");
    }

    @Test
    void actorPage_withoutALikeness_saysNothingOfIt() throws Exception {
        assertThat(hub.page("/actor/lvb")).doesNotContain("Probably the same");
    }
}
