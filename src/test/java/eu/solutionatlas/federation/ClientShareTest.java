package eu.solutionatlas.federation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.support.FaultyServer;
import eu.solutionatlas.support.TestAtlas;
import eu.solutionatlas.support.TestHubs;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who may have how many of the places of queries that wait for other hubs: four in all here, and none that waits. */
@Timeout(120)
class ClientShareTest {
    private static final String QUERY =
            "SELECT ?s { SERVICE <urn:hub:silent> { ?s a <https://w3id.org/solution-atlas/ns#Actor> } }";

    private final TestHubs hubs = new TestHubs();
    private final ExecutorService clients = Executors.newCachedThreadPool();
    private FaultyServer silent;
    private TestAtlas here;

    @BeforeEach
    void start() {
        silent = FaultyServer.start(FaultyServer.silence());
        here = hubs.add(
                "here",
                Map.of(
                        "atlas.harvest.every",
                        "0s",
                        "atlas.federation.deadline",
                        "60s",
                        "atlas.sparql.first-row-timeout",
                        "60s",
                        "atlas.sparql.concurrent-queries",
                        "4",
                        "atlas.sparql.queue",
                        "0",
                        "atlas.sparql.trusted-proxies",
                        "1"));
        hubs.register(
                "here",
                TestHubs.partner(
                        "silent",
                        "http://silent.example/",
                        silent.uri("/sparql").toString(),
                        "CZ",
                        false));
    }

    @AfterEach
    void stop() {
        silent.close(); // ends what waits for it
        hubs.close();
        clients.close();
    }

    private HttpResponse<String> ask(String client) {
        return here.get(
                "/federation/sparql?query=" + URLEncoder.encode(QUERY, StandardCharsets.UTF_8),
                "Accept",
                "application/sparql-results+json",
                "X-Forwarded-For",
                client);
    }

    /** Takes a place: the query is with the silent hub when this returns. */
    private CompletableFuture<HttpResponse<String>> occupy(String client) {
        int before = silent.requests().size();
        CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() -> ask(client), clients);
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (silent.requests().size() == before && Instant.now().isBefore(end)) {
            assertThat(answer).isNotDone();
            Thread.onSpinWait();
        }
        assertThat(silent.requests()).hasSize(before + 1);
        return answer;
    }

    @Test
    void client_withHalfOfThePlaces_getsNoMore() {
        occupy("192.0.2.1");
        occupy("192.0.2.1");
        HttpResponse<String> third = ask("192.0.2.1");
        assertThat(third.statusCode()).isEqualTo(503);
        assertThat(third.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void otherClient_whileOneHasItsShare_getsAPlace() {
        occupy("192.0.2.1");
        occupy("192.0.2.1");
        occupy("192.0.2.2");
    }

    @Test
    void client_whoseQueryHasEnded_getsAPlaceAgain() {
        CompletableFuture<HttpResponse<String>> first = occupy("192.0.2.1");
        occupy("192.0.2.1");
        silent.goAway();
        assertThat(first.join().statusCode()).isEqualTo(200);
        silent.comeBack();
        assertThat(ask("192.0.2.1").statusCode()).isNotEqualTo(503);
    }

    @Test
    void anybody_whenAllPlacesAreTaken_isToldToComeBack() {
        occupy("192.0.2.1");
        occupy("192.0.2.1");
        occupy("192.0.2.2");
        occupy("192.0.2.2");
        assertThat(ask("192.0.2.3").statusCode()).isEqualTo(503);
    }

    @Test
    void queriesOfThisHub_whenAllPlacesAreTaken_areAnswered() {
        occupy("192.0.2.1");
        occupy("192.0.2.1");
        occupy("192.0.2.2");
        occupy("192.0.2.2");
        assertThat(here.get("/sparql?query=ASK%7B%7D", "Accept", "application/sparql-results+json")
                        .statusCode())
                .isEqualTo(200);
    }
}
