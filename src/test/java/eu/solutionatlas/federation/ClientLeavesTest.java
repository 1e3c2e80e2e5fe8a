package eu.solutionatlas.federation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.support.FaultyServer;
import eu.solutionatlas.support.TestAtlas;
import eu.solutionatlas.support.TestHubs;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody asks many hubs and goes away, while one of them still thinks, for as long as it may. */
class ClientLeavesTest {
    private static final String QUERY =
            "SELECT ?s { SERVICE <urn:hubs:all> { ?s a <https://w3id.org/solution-atlas/ns#Actor> } }";
    private static final String TARGET = "/federation/sparql?query=" + URLEncoder.encode(QUERY, StandardCharsets.UTF_8);
    private static final int PATIENCE_SECONDS = 15;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch givenUp = new CountDownLatch(1);
    private FaultyServer slow;
    private TestHubs hubs;
    private TestAtlas here;

    @BeforeEach
    void start() {
        slow = FaultyServer.start((request, out) -> {
            asked.countDown();
            out.write("HTTP/1.1 200 OK\r\nContent-Type: application/sparql-results+json\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            dripUntilClosed(out);
        });
        hubs = new TestHubs();
        here = hubs.add(
                "here",
                Map.of(
                        "atlas.harvest.every", "0s",
                        "atlas.federation.deadline", "50s",
                        "atlas.sparql.concurrent-queries", "1",
                        "atlas.sparql.queue", "0"));
        hubs.register(
                "here",
                TestHubs.partner(
                        "slow", "http://slow.example/", slow.uri("/sparql").toString(), "CZ", false));
    }

    /** White space, for ever: a body that never fails and never ends. */
    private void dripUntilClosed(OutputStream out) throws InterruptedException {
        try {
            while (true) {
                out.write(' ');
                out.flush();
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (IOException e) {
            givenUp.countDown();
        }
    }

    @AfterEach
    void stop() {
        hubs.close();
        slow.close();
    }

    private void askAndLeave() throws Exception {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), here.port())) {
            client.getOutputStream()
                    .write(("GET " + TARGET + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            client.getOutputStream().flush();
            assertThat(asked.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void questionToTheHub_isGivenUp() throws Exception {
        askAndLeave();

        assertThat(givenUp.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void placeOfTheQuery_isGivenBack() throws Exception {
        askAndLeave();
        givenUp.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        slow.goAway();

        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        int status = here.get(TARGET).statusCode();
        while (status == 503 && System.nanoTime() < end) {
            status = here.get(TARGET).statusCode();
        }
        assertThat(status).isEqualTo(200);
    }
}
