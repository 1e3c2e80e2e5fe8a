package eu.solutionatlas.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.solutionatlas.settings.Settings;
import eu.solutionatlas.support.RawHttp;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebServerTest {
    private static final String JAVA_NAME = "eu.solutionatlas";

    private final BlockingQueue<Exchange> exchanges = new LinkedBlockingQueue<>();
    private WebServer server;

    @BeforeEach
    void start() {
        server = WebServer.start(
                settings(Map.of()), WebServerTest::page, List.of(exchanges::add), config -> routes(config.routes));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static WebSettings settings(Map<String, String> more) {
        Map<String, String> given = new java.util.HashMap<>(
                Map.of("atlas.port", "0", "atlas.log.requests", "false", "atlas.web.max-body-bytes", "2048"));
        given.putAll(more);
        return WebSettings.from(new Settings(given));
    }

    private static byte[] page(Problem problem, Language language) {
        return ("<!doctype html><html lang=" + language.tag() + "><title>" + problem.title() + "</title>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void routes(RoutesConfig routes) {
        Routes.read(routes, "/", ctx -> ctx.result("home"));
        Routes.read(routes, "/thing/{name}", ctx -> ctx.result("thing " + ctx.pathParam("name")));
        Routes.read(routes, "/broken", ctx -> {
            ctx.header("ETag", "\"of-the-page\"");
            throw new IllegalStateException("secret /etc/passwd");
        });
        Routes.read(routes, "/deep", ctx -> {
            throw new StackOverflowError();
        });
        Routes.read(routes, "/halfway", ctx -> {
            ctx.res().getOutputStream().write("half".getBytes(StandardCharsets.UTF_8));
            ctx.res().flushBuffer();
            throw new IllegalStateException("disk full");
        });
        Routes.read(routes, "/refused", ctx -> {
            throw new ProblemException(
                    Problem.badRequest("odd", "Line 3 is odd.").with("line", 3));
        });
        Routes.read(routes, "/sent-error", ctx -> ctx.res().sendError(400, "Parse error at line 1"));
        routes.addHttpHandler(
                HandlerType.POST, "/form", ctx -> ctx.result("got " + ctx.body().length()));
    }

    private RawHttp.Answer get(String target, String... headers) {
        return RawHttp.get(server.port(), target, headers);
    }

    /** Told just after the client has its answer. */
    private Exchange nextExchange() throws InterruptedException {
        return Objects.requireNonNull(exchanges.poll(10, TimeUnit.SECONDS), "no exchange was told of");
    }

    private static void assertProblem(RawHttp.Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body())
                .contains("\"status\" : " + status, "\"detail\"")
                .doesNotContain(JAVA_NAME, "Exception");
    }

    @Test
    void get_route() {
        assertThat(get("/thing/x").body()).isEqualTo("thing x");
    }

    @Test
    void get_unknownPath() {
        assertProblem(get("/nothing"), 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/thing/..;/x",
                "/thing/%2e%2e/x",
                "/thing/%2E%2E%2Fx",
                "/thing/a%2fb",
                "/thing/%00",
                "/thing/a%5Cb",
                "/thing/a\\b",
                "//thing/x",
                "/thing//x",
                "/thing/%",
                "/thing/%zz",
                "/thing/%c3%28",
                "/thing/%ff",
                "/thing/%c0%af",
                "/thing/%u2192",
                "/thing/a<b",
                "/thing/\u00e4",
                "/thing/x?a=%",
                "/thing/x?a=%zz",
                "/thing/x?a=%ff",
                "/thing/x?a=%c3%28",
                "/../../../etc/passwd",
                "thing",
                "http://",
            })
    void get_hostileTarget(String target) {
        assertProblem(get(target), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000\u0001\u0002\u0003\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\r\n\r\n",
                "GET\r\n\r\n",
                "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost:port\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nNo colon here\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nName : value\r\n\r\n",
                "POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                "POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
                "POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /form HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc",
            })
    void request_malformed(String bytes) {
        assertProblem(RawHttp.send(server.port(), bytes), 400);
    }

    @ParameterizedTest
    @CsvSource({"GET / HTTP/9.9, 505", "GET / HTTP/2.0, 426"})
    void request_versionUnknown(String line, int status) {
        RawHttp.Answer answer = RawHttp.send(server.port(), line + "\r\nHost: localhost\r\n\r\n");
        assertThat(answer.status()).as(answer.text()).isBetween(400, 505);
    }

    @Test
    void request_http10() {
        assertThat(RawHttp.send(server.port(), "GET / HTTP/1.0\r\n\r\n").body()).isEqualTo("home");
    }

    @Test
    void get_addressTooLong() {
        assertProblem(get("/" + "x".repeat(40_000)), 414);
    }

    @Test
    void get_headersTooLarge() {
        assertProblem(get("/", "Long: " + "x".repeat(40_000)), 431);
    }

    @Test
    void post_noSuchMethodHere() {
        RawHttp.Answer answer = RawHttp.send(
                server.port(),
                "POST /thing/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 2\r\n\r\nab");
        assertProblem(answer, 405);
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FROB", "TRACE", "PROPFIND", "frob"})
    void request_unknownMethod(String method) {
        assertProblem(
                RawHttp.send(
                        server.port(), method + " /thing/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"),
                405);
    }

    @Test
    void options_saysMethodsAndAllowsCors() {
        RawHttp.Answer answer = RawHttp.send(
                server.port(), "OPTIONS /thing/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
        assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @Test
    void post_bodyTooLarge() {
        RawHttp.Answer answer = RawHttp.send(
                server.port(),
                "POST /form HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 4000\r\n\r\n"
                        + "x".repeat(4000));
        assertProblem(answer, 413);
    }

    @Test
    void post_chunkedBodyTooLarge() {
        RawHttp.Answer answer = RawHttp.send(
                server.port(),
                "POST /form HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "fa0\r\n" + "x".repeat(4000) + "\r\n0\r\n\r\n");
        assertProblem(answer, 413);
    }

    @Test
    void post_compressedBody() {
        assertProblem(
                RawHttp.send(
                        server.port(),
                        "POST /form HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Encoding: gzip\r\n"
                                + "Content-Length: 2\r\n\r\nab"),
                415);
    }

    @Test
    void get_trailingSlash() {
        RawHttp.Answer answer = get("/thing/x/?a=b");
        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.header("Location")).isEqualTo("/thing/x?a=b");
    }

    @Test
    void get_unexpectedFailure() {
        RawHttp.Answer answer = get("/broken");
        assertProblem(answer, 500);
        assertThat(answer.body()).doesNotContain("secret", "passwd").contains(answer.header("Atlas-Request"));
        assertThat(answer.header("ETag")).isEmpty();
    }

    @Test
    void get_stackOverflow() {
        assertProblem(get("/deep"), 500);
    }

    @Test
    void get_failureWithinAnswer_isCutOff() {
        assertThat(get("/halfway").body()).contains("half").doesNotEndWith("0\r\n\r\n");
    }

    @Test
    void get_problem_keepsMembers() {
        RawHttp.Answer answer = get("/refused");
        assertProblem(answer, 400);
        assertThat(answer.body()).contains("\"line\" : 3", "Line 3 is odd.");
    }

    @Test
    void get_sendError_saysReason() {
        RawHttp.Answer answer = get("/sent-error");
        assertProblem(answer, 400);
        assertThat(answer.body()).contains("Parse error at line 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/refused", "/nothing", "/thing/%2e%2e/x", "/sent-error"})
    void get_problem_asPageForBrowsers(String target) {
        RawHttp.Answer answer = get(
                target,
                "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "Accept-Language: de");
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.body()).contains("<html lang=de>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/thing/%2e%2e/x", "/broken", "/refused"})
    void answer_hasStandardHeaders(String target) {
        RawHttp.Answer answer = get(target);
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.header("Atlas-Request")).hasSize(16);
        assertThat(answer.header("Server")).isEmpty();
    }

    @Test
    void head_problemHasNoBody() {
        RawHttp.Answer answer =
                RawHttp.send(server.port(), "HEAD /nothing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void exchange_namesRoute() throws InterruptedException {
        RawHttp.Answer answer = get("/thing/x?lang=de");
        Exchange exchange = nextExchange();
        assertThat(exchange.route()).contains("/thing/{name}");
        assertThat(exchange.path()).isEqualTo("/thing/x");
        assertThat(exchange.id()).isEqualTo(answer.header("Atlas-Request"));
        assertThat(exchange.bytes()).isEqualTo(7);
    }

    @Test
    void exchange_ofGarbage() throws InterruptedException {
        RawHttp.send(server.port(), "\u0000\u0001\r\n\r\n");
        assertThat(nextExchange().status()).isEqualTo(400);
    }

    @Test
    void start_portInUse() {
        WebSettings taken = settings(Map.of("atlas.port", Integer.toString(server.port())));
        assertThatThrownBy(() -> WebServer.start(taken, WebServerTest::page, new ArrayList<>(), config -> {}))
                .isInstanceOf(ListenException.class)
                .hasMessageContaining("port " + server.port());
    }
}
