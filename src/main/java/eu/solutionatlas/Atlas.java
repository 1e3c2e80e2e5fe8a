package eu.solutionatlas;

import eu.solutionatlas.dump.DumpRoutes;
import eu.solutionatlas.dump.Dumps;
import eu.solutionatlas.health.HealthRoutes;
import eu.solutionatlas.health.Metrics;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.sparql.AllowedServices;
import eu.solutionatlas.sparql.SparqlEndpoint;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.web.Responder;
import eu.solutionatlas.web.WebServer;
import io.javalin.config.JavalinConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The composition root: makes every part of a running hub with {@code new}, and closes them in reverse. */
public final class Atlas implements AutoCloseable {
    private final Dumps dumps;
    private final Metrics metrics;
    private final SparqlEndpoint sparql;
    private final WebServer server;
    private final AtomicBoolean stopping;

    private Atlas(Dumps dumps, Metrics metrics, SparqlEndpoint sparql, WebServer server, AtomicBoolean stopping) {
        this.dumps = dumps;
        this.metrics = metrics;
        this.sparql = sparql;
        this.server = server;
        this.stopping = stopping;
    }

    /**
     * Starts a hub on a catalogue that is open and loaded. The store stays its opener's to close.
     *
     * @param workDirectory where files that can be made again are kept
     * @throws eu.solutionatlas.web.ListenException when the port cannot be had
     */
    public static Atlas start(AtlasSettings settings, Store store, Path workDirectory) {
        Iris iris = settings.web().iris();
        Metrics metrics = new Metrics(store::version);
        Dumps dumps = new Dumps(store, workDirectory.resolve("dump"), settings.dump());
        Responder responder = new Responder(iris, store::version, settings.web().cacheBytes());
        AtomicBoolean stopping = new AtomicBoolean();
        HealthRoutes health = new HealthRoutes(HealthChecks.of(store, dumps, stopping::get), metrics);
        DumpRoutes dump = new DumpRoutes(dumps);
        SparqlEndpoint sparql = new SparqlEndpoint(store, iris, settings.sparql(), AllowedServices.NONE);
        Pages pages = new Pages(store, iris, responder);
        try {
            WebServer server =
                    WebServer.start(settings.web(), pages.problemPage(), List.of(metrics), (JavalinConfig config) -> {
                        pages.addTo(config.routes);
                        sparql.addTo(config.routes);
                        health.addTo(config.routes);
                        dump.addTo(config.routes);
                    });
            return new Atlas(dumps, metrics, sparql, server, stopping);
        } catch (RuntimeException e) {
            sparql.close();
            dumps.close();
            metrics.close();
            throw e;
        }
    }

    /** The port that the hub listens at. */
    public int port() {
        return server.port();
    }

    /** Says that it is not ready any more, finishes the requests that run, and closes everything. */
    @Override
    public void close() {
        stopping.set(true);
        server.close();
        sparql.close();
        dumps.close();
        metrics.close();
    }
}
