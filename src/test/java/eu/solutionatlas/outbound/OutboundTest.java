package eu.solutionatlas.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import eu.solutionatlas.support.FaultyServer;
import eu.solutionatlas.support.FaultyServer.Behaviour;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What becomes of requests to servers that do as they please. */
class OutboundTest {
    private static final Outbound OUTBOUND =
            new Outbound(new OutboundSettings(true), "SolutionAtlas/test (+http://localhost/)");

    private static final Duration SHORT = Duration.ofMillis(400);

    @AfterAll
    static void close() {
        OUTBOUND.close();
    }

    private static String text(Reply reply) throws IOException {
        return new String(reply.body().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Outcome<String> ask(OutboundRequest request) {
        return OUTBOUND.exchange(request, OutboundTest::text);
    }

    private static Fault faultOf(Outcome<String> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed<String>) outcome).fault();
    }

    private static Fault fault(Behaviour behaviour, Duration deadline) {
        try (FaultyServer server = FaultyServer.start(behaviour)) {
            return faultOf(
                    ask(OutboundRequest.get(server.uri("/")).within(deadline).atMost(1 << 20)));
        }
    }

    private static Fault fault(Behaviour behaviour) {
        return fault(behaviour, Duration.ofSeconds(10));
    }

    @Test
    void exchange_ofWholeAnswer_givesIt() {
        try (FaultyServer server = FaultyServer.start(FaultyServer.body("text/plain", "Grüße"))) {
            assertThat(ask(OutboundRequest.get(server.uri("/x?y=1")))).isEqualTo(new Outcome.Answered<>("Grüße"));
            assertThat(server.requests().getFirst())
                    .startsWith("GET /x?y=1 HTTP/1.1\r\n")
                    .contains("User-Agent: SolutionAtlas/test (+http://localhost/)\r\n")
                    .contains("Accept-Encoding: gzip\r\n");
        }
    }

    @Test
    void post_sendsItsBody() {
        try (FaultyServer server = FaultyServer.start(FaultyServer.body("text/plain", "ok"))) {
            byte[] body = "ASK {}".getBytes(StandardCharsets.UTF_8);
            ask(OutboundRequest.post(server.uri("/"), "application/sparql-query", body)
                    .accept("application/sparql-results+json"));
            assertThat(server.requests().getFirst())
                    .startsWith("POST / ")
                    .contains("Content-Type: application/sparql-query\r\n")
                    .contains("Content-Length: 6\r\n")
                    .contains("Accept: application/sparql-results+json\r\n");
        }
    }

    @Test
    void head_hasNoBody() {
        try (FaultyServer server =
                FaultyServer.start(FaultyServer.status("200 OK", "Content-Length: 500", "Content-Encoding: gzip"))) {
            assertThat(ask(OutboundRequest.head(server.uri("/")))).isEqualTo(new Outcome.Answered<>(""));
        }
    }

    @Test
    void refused_isSaid() {
        FaultyServer server = FaultyServer.start(FaultyServer.silence());
        server.close();
        Fault fault = faultOf(ask(OutboundRequest.get(server.uri("/"))));
        assertThat(fault.kind()).isEqualTo(Fault.Kind.REFUSED);
        assertThat(fault.isTransport()).isTrue();
    }

    @Test
    void serverThatComesBack_isAskedAgain() {
        try (FaultyServer server = FaultyServer.start(FaultyServer.body("text/plain", "here"))) {
            server.goAway();
            ask(OutboundRequest.get(server.uri("/")));
            server.comeBack();
            assertThat(ask(OutboundRequest.get(server.uri("/")))).isEqualTo(new Outcome.Answered<>("here"));
        }
    }

    @Test
    void silenceBeforeTheAnswer_isATimeoutBeforeHeaders() {
        Fault fault = fault(FaultyServer.silence(), SHORT);
        assertThat(fault.kind()).isEqualTo(Fault.Kind.TIMEOUT);
        assertThat(fault.phase()).contains(Phase.HEADERS);
    }

    @Test
    void silenceInTheAnswer_isATimeoutInTheBody() {
        Fault fault = fault(FaultyServer.silenceInBody("text/plain"), SHORT);
        assertThat(fault.kind()).isEqualTo(Fault.Kind.TIMEOUT);
        assertThat(fault.phase()).contains(Phase.BODY);
    }

    @Test
    void silenceInTheAnswer_longerThanAllowed_endsBeforeTheDeadline() {
        try (FaultyServer server = FaultyServer.start(FaultyServer.silenceInBody("text/plain"))) {
            Fault fault = faultOf(ask(OutboundRequest.get(server.uri("/"))
                    .within(Duration.ofSeconds(30))
                    .silentAtMost(SHORT)));
            assertThat(fault.kind()).isEqualTo(Fault.Kind.TIMEOUT);
        }
    }

    @Test
    void drippingAnswer_endsAtTheDeadline() {
        long begun = System.nanoTime();
        Fault fault = fault(FaultyServer.drip("text/plain", 50), Duration.ofMillis(600));
        assertThat(fault.kind()).isEqualTo(Fault.Kind.TIMEOUT);
        assertThat(fault.phase()).contains(Phase.BODY);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void flood_isTooLarge() {
        Fault fault = fault(FaultyServer.flood("text/plain"));
        assertThat(fault.kind()).isEqualTo(Fault.Kind.TOO_LARGE);
        assertThat(fault.isTransport()).isFalse();
    }

    @Test
    void gzipBomb_isTooLarge() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 64; i++) {
                gzip.write(new byte[1 << 20]);
            }
        }
        assertThat(bytes.size()).isLessThan(1 << 20);
        assertThat(fault(gzipped(bytes.toByteArray())).kind()).isEqualTo(Fault.Kind.TOO_LARGE);
    }

    private static Behaviour gzipped(byte[] bytes) {
        return (request, out) -> {
            FaultyServer.head(out, "200 OK", "Content-Encoding: gzip", "Content-Length: " + bytes.length);
            out.write(bytes);
        };
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void gzip_isDecompressed() throws IOException {
        try (FaultyServer server = FaultyServer.start(gzipped(gzip("packed")))) {
            assertThat(ask(OutboundRequest.get(server.uri("/")))).isEqualTo(new Outcome.Answered<>("packed"));
        }
    }

    @Test
    void gzip_thatEndsTooEarly_isTruncated() throws IOException {
        byte[] whole = gzip("packed".repeat(1000));
        byte[] part = java.util.Arrays.copyOf(whole, whole.length - 12);
        assertThat(fault(gzipped(part)).kind()).isEqualTo(Fault.Kind.TRUNCATED);
    }

    @Test
    void gzip_thatIsNone_isMalformed() {
        assertThat(fault(gzipped("not gzip".getBytes(StandardCharsets.UTF_8))).kind())
                .isEqualTo(Fault.Kind.MALFORMED);
    }

    @Test
    void answerShorterThanAnnounced_isTruncated() {
        assertThat(fault(FaultyServer.shortOfLength("text/plain", "some")).kind())
                .isEqualTo(Fault.Kind.TRUNCATED);
    }

    @Test
    void chunksWithoutEnd_areTruncated() {
        assertThat(fault(FaultyServer.unfinishedChunks("text/plain", "some")).kind())
                .isEqualTo(Fault.Kind.TRUNCATED);
    }

    @Test
    void connectionThatEndsBeforeTheAnswer_isTruncated() {
        Fault fault = fault((request, out) -> {});
        assertThat(fault.kind()).isEqualTo(Fault.Kind.TRUNCATED);
        assertThat(fault.phase()).contains(Phase.HEADERS);
    }

    @Test
    void redirect_isNotFollowed() {
        Fault fault = fault(FaultyServer.redirect("http://169.254.169.254/latest/meta-data/"));
        assertThat(fault.kind()).isEqualTo(Fault.Kind.REDIRECT);
        assertThat(fault.location()).contains("http://169.254.169.254/latest/meta-data/");
        assertThat(fault.isTransport()).isFalse();
    }

    @Test
    void demandForCredentials_isAStatus() {
        Fault fault = fault(FaultyServer.status("401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\""));
        assertThat(fault.kind()).isEqualTo(Fault.Kind.STATUS);
        assertThat(fault.status()).hasValue(401);
    }

    @Test
    void busyServer_saysWhenToComeBack() {
        Fault fault = fault(FaultyServer.status("503 Service Unavailable", "Retry-After: 120"));
        assertThat(fault.kind()).isEqualTo(Fault.Kind.BUSY);
        assertThat(fault.retryAfter()).contains(Duration.ofSeconds(120));
    }

    @Test
    void answerThatIsNoHttp_isMalformed() {
        Fault fault = fault((request, out) -> out.write("SSH-2.0-OpenSSH_9.9\r\n".getBytes(StandardCharsets.US_ASCII)));
        assertThat(fault.kind()).isEqualTo(Fault.Kind.MALFORMED);
    }

    @Test
    void readerThatRejects_namesTheFault() {
        try (FaultyServer server = FaultyServer.start(FaultyServer.body("text/html", "<html>"))) {
            Outcome<String> outcome = OUTBOUND.exchange(OutboundRequest.get(server.uri("/")), reply -> {
                throw RejectedReplyException.wrongType("is " + reply.headers().mediaType());
            });
            assertThat(faultOf(outcome).kind()).isEqualTo(Fault.Kind.WRONG_TYPE);
        }
    }

    @Test
    void readerThatHidesAFault_doesNotMakeItWhole() {
        try (FaultyServer server = FaultyServer.start(FaultyServer.shortOfLength("text/plain", "some"))) {
            Outcome<String> outcome = OUTBOUND.exchange(OutboundRequest.get(server.uri("/")), reply -> {
                try {
                    return text(reply);
                } catch (IOException e) {
                    return "whole";
                }
            });
            assertThat(faultOf(outcome).kind()).isEqualTo(Fault.Kind.TRUNCATED);
        }
    }

    @Test
    void untrustedCertificate_isAFaultOfTls() {
        try (FaultyServer server =
                FaultyServer.startTls(SelfSigned.sockets(), FaultyServer.body("text/plain", "secret"))) {
            Fault fault = faultOf(ask(OutboundRequest.get(server.uri("/"))));
            assertThat(fault.kind()).isEqualTo(Fault.Kind.TLS);
            assertThat(fault.isTransport()).isTrue();
        }
    }

    @Test
    void cancel_endsAWaitingExchange() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        Behaviour silence = FaultyServer.silence();
        try (FaultyServer server = FaultyServer.start((request, out) -> {
            asked.countDown();
            silence.answer(request, out);
        })) {
            Cancel cancel = new Cancel();
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    asked.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                cancel.cancel();
            });
            Outcome<String> outcome =
                    OUTBOUND.exchange(OutboundRequest.get(server.uri("/")), OutboundTest::text, cancel);
            assertThat(faultOf(outcome).kind()).isEqualTo(Fault.Kind.CANCELLED);
        }
    }

    @Test
    void cancelledBefore_asksNothing() {
        try (FaultyServer server = FaultyServer.start(FaultyServer.body("text/plain", "x"))) {
            Cancel cancel = new Cancel();
            cancel.cancel();
            Outcome<String> outcome =
                    OUTBOUND.exchange(OutboundRequest.get(server.uri("/")), OutboundTest::text, cancel);
            assertThat(faultOf(outcome).kind()).isEqualTo(Fault.Kind.CANCELLED);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void loopback_withoutTheSetting_isForbidden() {
        try (FaultyServer server = FaultyServer.start(FaultyServer.body("text/plain", "x"));
                Outbound strict = new Outbound(new OutboundSettings(false), "test")) {
            Outcome<String> outcome = strict.exchange(OutboundRequest.get(server.uri("/")), OutboundTest::text);
            assertThat(faultOf(outcome).kind()).isEqualTo(Fault.Kind.FORBIDDEN_ADDRESS);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void nameThatMeansAnotherMachineTheSecondTime_isCheckedEachTime() throws IOException {
        AtomicInteger looks = new AtomicInteger();
        InetAddress loopback = InetAddress.getLoopbackAddress();
        InetAddress credentials = InetAddress.getByName("169.254.169.254");
        Resolver rebinding = host -> new InetAddress[] {looks.getAndIncrement() == 0 ? loopback : credentials};
        try (FaultyServer server = FaultyServer.start(FaultyServer.body("text/plain", "x"));
                Outbound outbound = new Outbound(new OutboundSettings(true), "test", rebinding)) {
            URI uri = URI.create("http://rebinding.example:" + server.port() + "/");
            assertThat(outbound.exchange(OutboundRequest.get(uri), OutboundTest::text))
                    .isEqualTo(new Outcome.Answered<>("x"));
            assertThat(faultOf(outbound.exchange(OutboundRequest.get(uri), OutboundTest::text))
                            .kind())
                    .isEqualTo(Fault.Kind.FORBIDDEN_ADDRESS);
            // At least one look for each connection; the client may open one more when the server has closed the first.
            assertThat(looks.get()).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void unknownName_isSaid() {
        Resolver empty = host -> {
            throw new java.net.UnknownHostException(host);
        };
        try (Outbound outbound = new Outbound(new OutboundSettings(true), "test", empty)) {
            Outcome<String> outcome =
                    outbound.exchange(OutboundRequest.get(URI.create("http://nowhere.example/")), OutboundTest::text);
            assertThat(outcome)
                    .asInstanceOf(type(Outcome.Failed.class))
                    .extracting(failed -> ((Fault) failed.fault()).kind())
                    .isEqualTo(Fault.Kind.UNKNOWN_HOST);
        }
    }

    @Test
    void slowLookUp_endsAtTheDeadline() {
        CountDownLatch never = new CountDownLatch(1);
        Resolver slow = host -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new java.net.UnknownHostException(host);
        };
        try (Outbound outbound = new Outbound(new OutboundSettings(true), "test", slow)) {
            Fault fault = faultOf(outbound.exchange(
                    OutboundRequest.get(URI.create("http://slow.example/")).within(SHORT), OutboundTest::text));
            never.countDown();
            assertThat(fault.kind()).isEqualTo(Fault.Kind.TIMEOUT);
            assertThat(fault.phase()).isEqualTo(Optional.of(Phase.CONNECT));
        }
    }
}
