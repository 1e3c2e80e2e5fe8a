package eu.solutionatlas.web;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.settings.Settings;
import eu.solutionatlas.support.RawHttp;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebServerStopTest {
    private static final int PATIENCE_SECONDS = 20;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    private static WebServer start(String stopWait, Handler slow) {
        WebSettings settings = WebSettings.from(new Settings(
                Map.of("atlas.port", "0", "atlas.log.requests", "false", "atlas.web.stop-wait", stopWait)));
        return WebServer.start(
                settings,
                (problem, language) -> new byte[0],
                List.of(),
                config -> Routes.read(config.routes, "/slow", slow));
    }

    @Test
    void close_finishesTheRequestThatRuns() throws InterruptedException, ExecutionException, TimeoutException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        WebServer server = start("10s", ctx -> {
            begun.countDown();
            assertThat(mayEnd.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            ctx.result("whole");
        });
        int port = server.port();
        CompletableFuture<RawHttp.Answer> answer =
                CompletableFuture.supplyAsync(() -> RawHttp.get(port, "/slow"), threads);
        assertThat(begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> closed = CompletableFuture.runAsync(server::close, threads);
        mayEnd.countDown();
        assertThat(answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS).body()).isEqualTo("whole");
        closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void close_doesNotWaitForEver() throws InterruptedException, ExecutionException, TimeoutException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        WebServer server = start("200ms", ctx -> {
            begun.countDown();
            assertThat(never.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        });
        int port = server.port();
        CompletableFuture<RawHttp.Answer> answer =
                CompletableFuture.supplyAsync(() -> RawHttp.get(port, "/slow"), threads);
        assertThat(begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        CompletableFuture.runAsync(server::close, threads).get(PATIENCE_SECONDS / 2, TimeUnit.SECONDS);
        never.countDown();
        assertThat(answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS).body()).doesNotContain("whole");
    }
}
