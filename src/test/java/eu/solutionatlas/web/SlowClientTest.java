package eu.solutionatlas.web;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.settings.Settings;
import eu.solutionatlas.support.RawHttp;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlowClientTest {
    private static final int FEW_THREADS = 8;

    private WebServer server;

    @BeforeEach
    void start() {
        WebSettings settings = WebSettings.from(new Settings(Map.of(
                "atlas.port", "0",
                "atlas.log.requests", "false",
                "atlas.web.threads", Integer.toString(FEW_THREADS),
                "atlas.web.head-timeout", "2s",
                "atlas.web.idle-timeout", "1s")));
        server = WebServer.start(settings, (problem, language) -> new byte[0], List.of(), config -> {
            Routes.read(config.routes, "/", ctx -> ctx.result("home"));
            config.routes.addHttpHandler(HandlerType.POST, "/form", ctx -> ctx.result("got " + ctx.body()));
        });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Socket open(String bytes) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    @Test
    void manyUnfinishedHeaders_holdNoThread() throws IOException {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 4 * FEW_THREADS; i++) {
                sockets.add(open("GET / HTTP/1.1\r\nHost: localhost\r\nSlow: "));
            }
            assertThat(RawHttp.get(server.port(), "/").body()).isEqualTo("home");
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void silentHeader_connectionIsClosed() throws IOException {
        try (Socket socket = open("GET / HTTP/1.1\r\nHost: local")) {
            assertThat(socket.getInputStream().readAllBytes())
                    .satisfiesAnyOf(
                            bytes -> assertThat(bytes).isEmpty(),
                            bytes -> assertThat(new String(bytes, StandardCharsets.US_ASCII))
                                    .startsWith("HTTP/1.1 408"));
        }
    }

    @Test
    void drippingHeader_connectionIsClosed() throws IOException {
        try (Socket socket = open("GET / HTTP/1.1\r\nHost: localhost\r\nSlow: ")) {
            socket.setSoTimeout(300);
            assertThat(dripUntilClosed(socket)).isTrue();
        }
    }

    /** Sends a byte as often as the idle time asks for, until the other side has had enough. */
    private static boolean dripUntilClosed(Socket socket) throws IOException {
        for (int i = 0; i < 40; i++) {
            try {
                socket.getOutputStream().write('x');
                if (socket.getInputStream().read() < 0) {
                    return true;
                }
            } catch (SocketTimeoutException e) {
                // still open
            } catch (SocketException e) {
                return true;
            }
        }
        return false;
    }

    @Test
    void keptConnection_manyQuickRequests_staysOpen() throws IOException {
        try (Socket socket = open("")) {
            long end = System.nanoTime() + 3_000_000_000L;
            while (System.nanoTime() < end) {
                socket.getOutputStream()
                        .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(socket.getInputStream().read(new byte[1_000])).isPositive();
            }
        }
    }

    @Test
    void silentBody_isAnsweredAsTooSlow() throws IOException {
        try (Socket socket = open("POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf")) {
            RawHttp.Answer answer =
                    new RawHttp.Answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
            assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        }
    }
}
