package eu.solutionatlas.federation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.support.FaultyServer;
import eu.solutionatlas.support.TestAtlas;
import eu.solutionatlas.support.TestHubs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who reads a large answer slowly, at a hub that has one place for queries to other hubs. */
@Timeout(120)
class SlowReaderTest {
    private static final int ROWS = 90_000;
    private static final String JSON = "application/sparql-results+json";
    private static final String PATH = "/federation/sparql?query="
            + URLEncoder.encode(
                    "SELECT ?s { SERVICE <urn:hub:large> { ?s a <https://w3id.org/solution-atlas/ns#Actor> } }",
                    StandardCharsets.UTF_8);

    private final TestHubs hubs = new TestHubs();
    private FaultyServer large;
    private TestAtlas here;

    @BeforeEach
    void start() {
        large = FaultyServer.start(FaultyServer.body(JSON, rows()));
        here = hubs.add(
                "here",
                Map.of(
                        "atlas.harvest.every",
                        "0s",
                        "atlas.federation.deadline",
                        "60s",
                        "atlas.sparql.concurrent-queries",
                        "1",
                        "atlas.sparql.queue",
                        "0"));
        hubs.register(
                "here",
                TestHubs.partner(
                        "large", "http://large.example/", large.uri("/sparql").toString(), "CZ", false));
    }

    @AfterEach
    void stop() {
        hubs.close();
        large.close();
    }

    /** Some 20 MB: more than what sockets hold for a client that does not read. */
    private static String rows() {
        StringBuilder json = new StringBuilder("{\"head\":{\"vars\":[\"s\"]},\"results\":{\"bindings\":[");
        for (int i = 0; i < ROWS; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"s\":{\"type\":\"uri\",\"value\":\"http://large.example/")
                    .append("x".repeat(160))
                    .append(i)
                    .append("\"}}");
        }
        return json.append("]}}").toString();
    }

    /** A client that reads the first line, and then nothing for as long as it is open. */
    private Socket slow() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(60_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), here.port()));
        String request = "GET " + PATH + " HTTP/1.1\r\nHost: localhost\r\nAccept: " + JSON + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        byte[] line = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
        assertThat(new String(line, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
        return socket;
    }

    @Test
    void others_areAnsweredMeanwhile() throws IOException {
        try (Socket slow = slow()) {
            assertThat(here.get(PATH, "Accept", JSON).statusCode()).isEqualTo(200);
            assertThat(slow.isConnected()).isTrue();
        }
    }

    @Test
    void slowReader_thatReadsOn_getsTheWholeAnswer() throws IOException {
        try (Socket slow = slow()) {
            here.get(PATH, "Accept", JSON);
            byte[] tail = new byte[0];
            byte[] buffer = new byte[1 << 16];
            String end = "";
            while (!end.contains("\r\n0\r\n\r\n")) {
                int read = slow.getInputStream().read(buffer);
                assertThat(read).isPositive();
                end = new String(tail, StandardCharsets.ISO_8859_1)
                        + new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
                end = end.substring(Math.max(0, end.length() - 64));
                tail = end.getBytes(StandardCharsets.ISO_8859_1);
            }
            assertThat(end).contains("}");
        }
    }

    @Test
    void largeAnswer_hasEveryRow() {
        assertThat(here.get(PATH, "Accept", "text/csv").body().lines()).hasSize(ROWS + 1);
    }
}
