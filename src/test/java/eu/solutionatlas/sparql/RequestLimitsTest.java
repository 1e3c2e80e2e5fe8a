package eu.solutionatlas.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.support.RawHttp;
import eu.solutionatlas.web.ClientAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much one client, and all of them together, may ask for. */
@Timeout(60)
class RequestLimitsTest {
    private static final String NEVER_ENDS = "SELECT (COUNT(*) AS ?n) { "
            + IntStream.range(0, 14)
                    .mapToObj("{ VALUES ?v%d { 0 1 2 3 4 5 6 7 8 9 } }"::formatted)
                    .reduce("", String::concat)
            + " }";

    @Test
    void tooManyQueriesAtOnce() {
        try (SparqlHub hub = SparqlHub.start("concurrent-queries", "1", "queue", "0", "first-row-timeout", "1500ms")) {
            CompletableFuture<Integer> slow =
                    CompletableFuture.supplyAsync(() -> hub.query(NEVER_ENDS).statusCode());
            hub.awaitFreePermits(0);
            HttpResponse<String> answer = hub.query("ASK { }");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(slow.join()).isEqualTo(503);
            hub.awaitFreePermits(1);
            assertThat(hub.query("ASK { }").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void waitingQuery_hasItsTurn() {
        try (SparqlHub hub = SparqlHub.start("concurrent-queries", "1", "queue", "1", "first-row-timeout", "800ms")) {
            CompletableFuture<Integer> slow =
                    CompletableFuture.supplyAsync(() -> hub.query(NEVER_ENDS).statusCode());
            hub.awaitFreePermits(0);
            assertThat(hub.query("ASK { }").statusCode()).isEqualTo(200);
            assertThat(slow.join()).isEqualTo(503);
        }
    }

    @Test
    void clientThatGoesAway_givesItsPlaceBack() throws IOException {
        try (SparqlHub hub = SparqlHub.start("concurrent-queries", "1", "timeout", "20s")) {
            String rows = "SELECT * " + NEVER_ENDS.substring(NEVER_ENDS.indexOf('{'));
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), hub.port())) {
                socket.getOutputStream()
                        .write(("GET /sparql?query=" + SparqlHub.encode(rows) + " HTTP/1.1\r\nHost: h\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                assertThat(socket.getInputStream().read()).isPositive();
            }
            hub.awaitFreePermits(1);
        }
    }

    @Test
    void clientThatDoesNotRead_isLetGo() throws IOException {
        try (SparqlHub hub = SparqlHub.start("concurrent-queries", "1", "timeout", "1s")) {
            String rows = "SELECT * " + NEVER_ENDS.substring(NEVER_ENDS.indexOf('{'));
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), hub.port())) {
                socket.getOutputStream()
                        .write(("GET /sparql?query=" + SparqlHub.encode(rows) + " HTTP/1.1\r\nHost: h\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                assertThat(socket.getInputStream().read()).isPositive();
                hub.awaitFreePermits(1);
            }
        }
    }

    @Test
    void clientWithoutPause_isAskedToWait() {
        try (SparqlHub hub = SparqlHub.start("requests-per-minute", "60", "burst", "3")) {
            for (int i = 0; i < 3; i++) {
                assertThat(hub.query("ASK { }").statusCode()).isEqualTo(200);
            }
            HttpResponse<String> answer = hub.query("ASK { }");
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("*");
        }
    }

    @Test
    void forwardedFor_countsOnlyWithTrustedProxies() {
        try (SparqlHub hub = SparqlHub.start("requests-per-minute", "1", "burst", "1")) {
            assertThat(hub.query("ASK { }", "X-Forwarded-For", "192.0.2.1").statusCode())
                    .isEqualTo(200);
            assertThat(hub.query("ASK { }", "X-Forwarded-For", "192.0.2.2").statusCode())
                    .isEqualTo(429);
        }
        try (SparqlHub hub = SparqlHub.start("requests-per-minute", "1", "burst", "1", "trusted-proxies", "1")) {
            assertThat(hub.query("ASK { }", "X-Forwarded-For", "192.0.2.9, 192.0.2.1")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(hub.query("ASK { }", "X-Forwarded-For", "192.0.2.8, 192.0.2.1")
                            .statusCode())
                    .isEqualTo(429);
            assertThat(hub.query("ASK { }", "X-Forwarded-For", "192.0.2.2").statusCode())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:0:1:2:3:4:5, 2001:db8:0:1::/64",
        "2001:0db8::1, 2001:db8:0:0::/64",
        "::1, 0:0:0:0::/64",
        "fe80::1%eth0, fe80:0:0:0::/64",
        "192.0.2.7, 192.0.2.7"
    })
    void address_ofANetwork(String address, String network) {
        assertThat(ClientAddress.network(address)).isEqualTo(network);
    }

    @Test
    void body_tooLarge() {
        try (SparqlHub hub = SparqlHub.start("max-request-kilobytes", "1")) {
            String large = "ASK { } #" + "x".repeat(2_000);
            assertThat(hub.post("/sparql", "application/sparql-query", large).statusCode())
                    .isEqualTo(413);
            assertThat(hub.post("/sparql", "application/x-www-form-urlencoded", "query=" + large)
                            .statusCode())
                    .isEqualTo(413);
            assertThat(RawHttp.send(
                                    hub.port(),
                                    "POST /sparql HTTP/1.1\r\nHost: h\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n"
                                            + "Content-Type: application/sparql-query\r\n\r\n7d0\r\n"
                                            + "x".repeat(2_000) + "\r\n0\r\n\r\n")
                            .status())
                    .isEqualTo(413);
        }
    }

    @Test
    void contentTypeThatIsNone_isNotTaken() {
        try (SparqlHub hub = SparqlHub.start()) {
            assertThat(hub.post("/sparql", ";", "query=ASK{}").statusCode()).isEqualTo(415);
        }
    }

    @Test
    void compressedBody_isNotTaken() {
        try (SparqlHub hub = SparqlHub.start()) {
            assertThat(hub.post("/sparql", "application/sparql-query", "xx", "Content-Encoding", "gzip")
                            .statusCode())
                    .isEqualTo(415);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sparql?query=ASK%7",
                "/sparql?query=ASK%zz%7B%7D",
                "/sparql?query=ASK%7B%7D%ff",
                "/sparql?query=%c3%28",
                "/sparql?query=ASK%7B%7D%00",
                "/sparql?query",
                "/sparql?query=",
                "/sparql?query=ASK%7B%7D&default-graph-uri=%3Cx%3E%20",
                "/sparql?%ff=1&query=ASK%7B%7D",
                "/data?graph=%",
                "/data?graph=no%20iri",
                "/data?graph=relative",
                "/data?graph=http://a/&graph=http://b/",
                "/data?default&graph=http://a/",
                "/data"
            })
    void malformedAddress(String target) {
        try (SparqlHub hub = SparqlHub.start()) {
            RawHttp.Answer answer = RawHttp.get(hub.port(), target);
            assertThat(answer.status()).isIn(400, 200);
            assertThat(answer.body()).doesNotContain("Exception", "\tat ");
            if (!target.contains("default-graph-uri")) {
                assertThat(answer.status()).isEqualTo(400);
            }
        }
    }

    @Test
    void clientThatLeaves_givesItsPlaceBack() throws IOException {
        try (SparqlHub hub = SparqlHub.start("concurrent-queries", "1", "first-row-timeout", "60s")) {
            try (Socket client = new Socket(InetAddress.getLoopbackAddress(), hub.port())) {
                client.getOutputStream()
                        .write(("GET /sparql?query=" + SparqlHub.encode(NEVER_ENDS)
                                        + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                hub.awaitFreePermits(0);
            }

            hub.awaitFreePermits(1);
        }
    }
}
