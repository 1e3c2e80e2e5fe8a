package eu.solutionatlas.federation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.support.TestAtlas;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the address for queries to all hubs says of itself, to people and to machines. */
class FederationFormTest {
    private static TestAtlas hub;

    @BeforeAll
    static void start() {
        hub = TestAtlas.start(Map.of("atlas.sparql.requests-per-minute", "0"));
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static String form() {
        return hub.get("/federation/sparql?lang=en", "Accept", "text/html").body();
    }

    @Test
    void form_saysThatHubsAreAsked() {
        assertThat(form())
                .contains(
                        "<h1>Ask all hubs in SPARQL</h1>",
                        "Each hub has 5 seconds",
                        "those of the hubs in the register")
                .doesNotContain("All data of this hub", "no other endpoint is called");
    }

    @Test
    void form_withoutALimitOfRequests_namesNone() {
        assertThat(form()).doesNotContain("requests a minute");
    }

    @Test
    void description_isThatOfThisAddressAlone() {
        assertThat(hub.get("/federation/sparql.nt").body())
                .contains(
                        "<http://localhost:8080/federation/sparql> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>",
                        "BasicFederatedQuery")
                .doesNotContain("<http://localhost:8080/sparql>", "sparql/own");
    }
}
