package eu.solutionatlas.health;

import eu.solutionatlas.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /health/live}, {@code /health/ready} (also {@code /health}) and {@code /metrics}. */
public final class HealthRoutes {
    static final String LIVE = "/health/live";
    /** What one tries who has not read any of this: the same as {@link #READY}. */
    static final String HEALTH = "/health";

    static final String READY = "/health/ready";
    static final String METRICS = "/metrics";

    private static final Logger LOG = LoggerFactory.getLogger(HealthRoutes.class);

    private final List<Check> checks;
    private final Metrics metrics;

    /** @param checks all of which must not fail for the hub to be ready */
    public HealthRoutes(List<Check> checks, Metrics metrics) {
        this.checks = List.copyOf(checks);
        this.metrics = metrics;
    }

    public void addTo(RoutesConfig routes) {
        Routes.read(routes, LIVE, HealthRoutes::live);
        Routes.read(routes, READY, this::ready);
        Routes.read(routes, HEALTH, this::ready);
        Routes.read(routes, METRICS, this::metrics);
    }

    /** That it answers is the answer. */
    private static void live(Context ctx) {
        ctx.header("Cache-Control", "no-store");
        ctx.json(Map.of("status", "ok"));
    }

    private void ready(Context ctx) {
        List<Map<String, String>> lines = new ArrayList<>();
        String overall = "ok";
        for (Check check : checks) {
            Finding finding = look(check);
            String status = switch (finding) {
                case Finding.Ok ok -> "ok";
                case Finding.Warning warning -> "warning";
                case Finding.Failed failed -> "failed";
            };
            if (!overall.equals("failed") && !status.equals("ok")) {
                overall = status;
            }
            Map<String, String> line = new LinkedHashMap<>();
            line.put("name", check.name());
            line.put("status", status);
            line.put("detail", finding.words());
            lines.add(line);
        }
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("status", overall);
        report.put("checks", lines);
        ctx.status(overall.equals("failed") ? 503 : 200);
        ctx.header("Cache-Control", "no-store");
        ctx.json(report);
    }

    private static Finding look(Check check) {
        try {
            return check.look().get();
        } catch (RuntimeException e) {
            LOG.error("The health check \"{}\" could not be made", check.name(), e);
            return new Finding.Failed("could not be checked; the log says why");
        }
    }

    private void metrics(Context ctx) {
        ctx.header("Cache-Control", "no-store");
        ctx.contentType(Metrics.CONTENT_TYPE);
        ctx.result(metrics.scrape());
    }
}
