package eu.solutionatlas.health;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.settings.Settings;
import eu.solutionatlas.support.RawHttp;
import eu.solutionatlas.web.WebServer;
import eu.solutionatlas.web.WebSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthRoutesTest {
    private final List<Check> checks = new ArrayList<>();
    private Metrics metrics;

    @BeforeEach
    void makeMetrics() {
        metrics = new Metrics(() -> new DataVersion(17, Instant.parse("2026-11-24T00:00:00Z")));
    }

    @AfterEach
    void closeMetrics() {
        metrics.close();
    }

    private RawHttp.Answer get(String path) {
        WebSettings settings = WebSettings.from(new Settings(Map.of("atlas.port", "0", "atlas.log.requests", "false")));
        try (WebServer server = WebServer.start(
                settings,
                (problem, language) -> new byte[0],
                List.of(metrics),
                config -> new HealthRoutes(checks, metrics).addTo(config.routes))) {
            return RawHttp.get(server.port(), path);
        }
    }

    @Test
    void live() {
        assertThat(get("/health/live").body()).isEqualTo("{\"status\":\"ok\"}");
    }

    @Test
    void ready_allOk() {
        checks.add(new Check("store", () -> new Finding.Ok("12 documents")));
        RawHttp.Answer answer = get("/health/ready");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"status\":\"ok\",\"checks\":"
                        + "[{\"name\":\"store\",\"status\":\"ok\",\"detail\":\"12 documents\"}]}");
    }

    @Test
    void health_isThatOfReady() {
        checks.add(new Check("store", () -> new Finding.Ok("12 documents")));
        assertThat(get("/health").body()).isEqualTo(get("/health/ready").body());
    }

    @Test
    void ready_warning_staysReady() {
        checks.add(new Check("disk", () -> new Finding.Warning("5 % free")));
        RawHttp.Answer answer = get("/health/ready");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).startsWith("{\"status\":\"warning\"");
    }

    @Test
    void ready_failed() {
        checks.add(new Check("journal", () -> new Finding.Failed("behind")));
        checks.add(new Check("disk", () -> new Finding.Warning("5 % free")));
        RawHttp.Answer answer = get("/health/ready");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).startsWith("{\"status\":\"failed\"");
    }

    @Test
    void ready_checkThrows_saysNothingInternal() {
        checks.add(new Check("store", () -> {
            throw new IllegalStateException("/var/lib/secret");
        }));
        RawHttp.Answer answer = get("/health/ready");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void metrics_dataVersion() {
        assertThat(get("/metrics").body()).contains("atlas_data_version 17.0");
    }

    @Test
    void metrics_processAndMachine() {
        assertThat(get("/metrics").body())
                .contains("jvm_memory_used_bytes", "jvm_gc_", "jvm_threads_live_threads", "process_cpu_usage");
    }
}
