package eu.solutionatlas.health;

import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.web.Exchange;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Figures on the process, its requests and its data, in Prometheus's text format. */
public final class Metrics implements Consumer<Exchange>, AutoCloseable {
    /** The text format 0.0.4, which every scraper reads. */
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH");

    /** A timer's labels. Few values each: routes are ours, and what strangers make up counts as "other" or "none". */
    private record Labels(String method, String route, int status) {
        static Labels of(Exchange exchange) {
            return new Labels(
                    METHODS.contains(exchange.method()) ? exchange.method() : "other",
                    exchange.route().orElse("none"),
                    exchange.status());
        }
    }

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics gc = new JvmGcMetrics();
    private final Map<Labels, Timer> timers = new ConcurrentHashMap<>();

    /** @param version the newest data version */
    public Metrics(Supplier<DataVersion> version) {
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        gc.bindTo(registry);
        Gauge.builder("atlas.data.version", () -> version.get().number())
                .description("Number of the newest data version")
                .register(registry);
        Gauge.builder("atlas.data.changed", () -> version.get().at().getEpochSecond())
                .description("When the data last changed, in seconds since 1970")
                .baseUnit("seconds")
                .register(registry);
    }

    /**
     * Adds a figure that is read whenever somebody asks.
     *
     * @param name with dots between its words
     */
    public void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }

    /** Counts and times a request. */
    @Override
    public void accept(Exchange exchange) {
        timers.computeIfAbsent(Labels.of(exchange), this::timer).record(exchange.duration());
    }

    private Timer timer(Labels labels) {
        return Timer.builder("http.server.requests")
                .description("Requests answered")
                .tag("method", labels.method())
                .tag("route", labels.route())
                .tag("status", Integer.toString(labels.status()))
                .register(registry);
    }

    String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        gc.close();
        registry.close();
    }
}
