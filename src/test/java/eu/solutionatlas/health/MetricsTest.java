package eu.solutionatlas.health;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.web.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private final Metrics metrics = new Metrics(() -> DataVersion.NONE);

    @AfterEach
    void close() {
        metrics.close();
    }

    private static Exchange exchange(String method, String path, Optional<String> route) {
        return new Exchange("1", Instant.EPOCH, method, path, Optional.empty(), route, 200, 10, Duration.ofMillis(250));
    }

    @Test
    void accept_countsByRouteTemplate() {
        metrics.accept(exchange("GET", "/solution/a", Optional.of("/solution/{slug}")));
        metrics.accept(exchange("GET", "/solution/b", Optional.of("/solution/{slug}")));
        assertThat(metrics.scrape())
                .contains(
                        "http_server_requests_seconds_count{method=\"GET\",route=\"/solution/{slug}\",status=\"200\"} 2");
    }

    @Test
    void accept_timesRequests() {
        metrics.accept(exchange("GET", "/", Optional.of("/")));
        assertThat(metrics.scrape())
                .contains("http_server_requests_seconds_sum{method=\"GET\",route=\"/\",status=\"200\"} 0.25");
    }

    @Test
    void gauge_isReadWhenAskedFor() {
        AtomicLong value = new AtomicLong();
        metrics.gauge("atlas.store.bytes", "of files", value::get);
        value.set(7);
        assertThat(metrics.scrape()).contains("atlas_store_bytes 7.0");
    }

    @Test
    void accept_strangersMakeUpNoLabels() {
        metrics.accept(exchange("FROB", "/made-up", Optional.empty()));
        assertThat(metrics.scrape())
                .contains("{method=\"other\",route=\"none\",status=\"200\"} 1")
                .doesNotContain("FROB", "made-up");
    }
}
