package eu.solutionatlas.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.partner.Partner;
import eu.solutionatlas.partner.Partners;
import eu.solutionatlas.support.FaultyServer;
import eu.solutionatlas.support.TestAtlas;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Harvesting as a partner sees it: a running hub, and reports of what it took. */
class HarvestRoutesTest {
    private TestAtlas atlas;
    private FaultyServer partner;

    @BeforeEach
    void start() {
        atlas = TestAtlas.start(Map.of("atlas.federation.private-addresses", "true"));
        partner = FaultyServer.start(FaultyServer.body("text/turtle", Turtle.solutions(3)));
        Partner registered = HarvestBench.withDump(partner.uri("/catalogue.ttl").toString());
        new Partners(atlas.store(), TestAtlas.IRIS).put(registered, "test");
    }

    @AfterEach
    void stop() {
        partner.close();
        atlas.close();
    }

    private String awaitReport(String words) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        String body = "";
        while (!body.contains(words) && Instant.now().isBefore(end)) {
            body = atlas.get("/federation/report/theirs.json").body();
        }
        return body;
    }

    @Test
    void newPartner_isHarvestedByItself() {
        assertThat(awaitReport("\"taken\" : 3")).contains("\"result\" : \"taken\"", "\"taken\" : 3");
        assertThat(atlas.store()
                        .<Boolean>read(snapshot ->
                                snapshot.contains(HarvestBench.iri("http://localhost:8080/hub/theirs/solution/s1"))))
                .isTrue();
    }

    @Test
    void report_namesEachRecordWithItsFindings() {
        String bad = Turtle.solution("s4", "x").replace("dct:title \"x\"@en ;", "");
        partner.behave(FaultyServer.body("text/turtle", Turtle.file(Turtle.solution("s1", "One"), bad)));
        assertThat(awaitReport("\"rejected\" : 1"))
                .contains("\"iri\" : \"http://theirs.example/id/solution/s4\"", "\"level\" : \"error\"");
    }

    @Test
    void answerFromACopyThatCouldBeNewer_saysThatTheOperatorHasToLook() {
        awaitReport("\"taken\" : 3");
        partner.behave(FaultyServer.body("text/turtle", "# nothing any more\n"));
        atlas.post("/federation/harvest?hub=theirs", "");
        awaitReport("\"result\" : \"held\"");
        String query = "SELECT ?s { SERVICE <urn:hub:theirs> { ?s a <https://w3id.org/solution-atlas/ns#Solution> } }";
        HttpResponse<String> answer = atlas.get(
                "/federation/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), "Accept", "text/csv");
        String link = answer.headers().firstValue("Link").orElseThrow();

        assertThat(atlas.get(link.substring(link.indexOf("/federation/"), link.indexOf('>')))
                        .body())
                .contains("\"state\":\"copied\"", "waits for the operator");
    }

    @Test
    void report_ofAStranger_isNotFound() {
        assertThat(atlas.get("/federation/report/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void harvest_askedForByThePartner_isAcceptedWithTheReportsAddress() {
        HttpResponse<String> response = atlas.post("/federation/harvest?hub=theirs", "");
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.headers().firstValue("Location"))
                .contains("http://localhost:8080/federation/report/theirs");
    }

    @Test
    void harvest_askedForAgainAtOnce_isTooManyRequests() {
        atlas.post("/federation/harvest?hub=theirs", "");
        HttpResponse<String> response = atlas.post("/federation/harvest?hub=theirs", "");
        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void harvest_ofAStranger_isNotFound() {
        assertThat(atlas.post("/federation/harvest?hub=nobody", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void harvest_withoutAHub_saysHowToAsk() {
        HttpResponse<String> response = atlas.post("/federation/harvest", "");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("?hub=");
    }
}
