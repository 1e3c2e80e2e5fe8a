package eu.solutionatlas;

import eu.solutionatlas.change.ChangeLog;
import eu.solutionatlas.change.ChangeRoutes;
import eu.solutionatlas.dcat.CatalogueRoutes;
import eu.solutionatlas.dump.ChangesRoutes;
import eu.solutionatlas.dump.DeltaRoutes;
import eu.solutionatlas.dump.DumpRoutes;
import eu.solutionatlas.dump.DumpSets;
import eu.solutionatlas.dump.Dumps;
import eu.solutionatlas.dump.SetWriter;
import eu.solutionatlas.dump.page.DownloadRoutes;
import eu.solutionatlas.federation.Breaker;
import eu.solutionatlas.federation.Federation;
import eu.solutionatlas.health.HealthRoutes;
import eu.solutionatlas.health.Metrics;
import eu.solutionatlas.outbound.Outbound;
import eu.solutionatlas.partner.Copies;
import eu.solutionatlas.partner.Partners;
import eu.solutionatlas.partner.WaitingHubs;
import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.reconcile.ReconcileRoutes;
import eu.solutionatlas.region.Outlines;
import eu.solutionatlas.sparql.Executions;
import eu.solutionatlas.sparql.SparqlEndpoint;
import eu.solutionatlas.sparql.SparqlSettings;
import eu.solutionatlas.store.Compaction;
import eu.solutionatlas.store.Scope;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.web.RateLimit;
import eu.solutionatlas.web.Responder;
import eu.solutionatlas.web.WebServer;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The composition root: makes every part of a running hub with {@code new}, and closes them in reverse. */
public final class Atlas implements AutoCloseable {
    private final WebServer server;
    private final Deque<Runnable> closing;

    private Atlas(WebServer server, Deque<Runnable> closing) {
        this.server = server;
        this.closing = closing;
    }

    /**
     * Starts a hub on a catalogue that is open and loaded. The store stays its opener's to close.
     *
     * @param workDirectory where files beside the store are kept
     * @throws eu.solutionatlas.settings.SettingsException when a file that the settings name cannot be used
     * @throws eu.solutionatlas.web.ListenException when the port cannot be had
     */
    public static Atlas start(AtlasSettings settings, Store store, Path workDirectory) {
        return start(settings, store, workDirectory, routes -> {});
    }

    /** @param more adds further routes, such as those that the benchmark compares ours with */
    static Atlas start(AtlasSettings settings, Store store, Path workDirectory, Consumer<RoutesConfig> more) {
        Deque<Runnable> closing = new ArrayDeque<>();
        try {
            WebServer server = compose(settings, store, workDirectory, more, closing);
            return new Atlas(server, closing);
        } catch (RuntimeException e) {
            closing.forEach(Runnable::run);
            throw e;
        }
    }

    /** @param closing what closes each part, the last part first */
    private static WebServer compose(
            AtlasSettings settings,
            Store store,
            Path workDirectory,
            Consumer<RoutesConfig> more,
            Deque<Runnable> closing) {
        Iris iris = settings.web().iris();
        Optional<Outlines> outlines = Outlines.of(settings.map());
        AtomicBoolean stopping = new AtomicBoolean();
        Metrics metrics = new Metrics(store::version);
        metrics.gauge("atlas.store.bytes", "What the store's files take on disk, in bytes", store::bytes);
        metrics.gauge(
                "atlas.store.compacted.bytes",
                "What they took after the last compaction, in bytes; 0 when there was none",
                store::compactedBytes);
        closing.push(metrics::close);
        Compaction compaction = new Compaction(store, settings.store());
        closing.push(compaction::close);
        Clock clock = Clock.systemUTC();
        Path dumpDirectory = workDirectory.resolve("dump");
        DumpSets dumpSets = new DumpSets(dumpDirectory, version -> isOurs(store, version));
        SetWriter setWriter = new SetWriter(store, iris, dumpDirectory, ProgramVersion.name(), clock);
        Dumps dumps = new Dumps(store, setWriter, dumpSets, settings.dump(), clock);
        closing.push(dumps::close);
        Responder responder = new Responder(iris, store::version, settings.web().cacheBytes());
        Outbound outbound = HubOffice.outbound(settings);
        closing.push(outbound::close);
        Partners partners = new Partners(store, iris, WaitingHubs.in(workDirectory, iris));
        Harvesting harvesting = new Harvesting(settings, store, partners, outbound, workDirectory);
        closing.push(harvesting::close);
        Joining joining = new Joining(settings, store, partners, harvesting, workDirectory);
        closing.push(joining::close);
        Breaker breaker = new Breaker(settings.federation().pause(), System::nanoTime);
        Pages pages = new Pages(
                store,
                iris,
                responder,
                workDirectory,
                outlines,
                new HarvestStatuses(harvesting.harvester(), breaker::isSilent));
        closing.push(pages::close);
        Follower follower = new Follower(store, "search", pages.search()::catchUp);
        closing.push(follower::close);
        ChangeLog changeLog =
                new ChangeLog(store, iris, workDirectory.resolve("changes").resolve("log.tsv"));
        Follower changeFollower = new Follower(store, "changes", changeLog::catchUp);
        closing.push(changeFollower::close);
        Copies copies = new Copies(iris);
        Executions executions = new Executions(store, settings.sparql(), pages::matching);
        Federation federation = new Federation(
                store,
                iris,
                partners,
                outbound,
                executions,
                settings.federation(),
                pages::hierarchies,
                breaker,
                harvesting.harvester()::isHeld);
        closing.push(federation::close);
        SparqlEndpoint sparql = new SparqlEndpoint(
                store,
                pages.documents(),
                settings.sparql(),
                executions,
                pages.schemes(),
                Scope.of(document -> !copies.isCopy(document)),
                List.of(federation.mode()));
        closing.push(sparql::close);
        ReconcileRoutes reconcile =
                new ReconcileRoutes(pages.reader(), pages.documents(), reconcileLimits(settings.sparql()));
        HealthRoutes health = new HealthRoutes(
                HealthChecks.of(
                        store,
                        compaction,
                        dumps,
                        follower,
                        harvesting.harvests(),
                        joining.announcements(),
                        stopping::get),
                metrics);
        CatalogueRoutes catalogue =
                new CatalogueRoutes(store, pages.documents(), () -> LatestDownloads.of(dumpSets, iris));
        DeltaRoutes deltas =
                new DeltaRoutes(dumpSets, pages.documents(), settings.sparql().trustedProxies());
        DownloadRoutes download = new DownloadRoutes(pages.documents(), store::version, dumpSets, dumps);
        DumpRoutes dump = new DumpRoutes(dumpSets, settings.dump().schedule(), download::set);
        ChangesRoutes changes = new ChangesRoutes(store, iris);
        ChangeRoutes changeStream = new ChangeRoutes(store, iris, changeLog, pages.documents());
        WebServer server =
                WebServer.start(settings.web(), pages.problemPage(), List.of(metrics), (JavalinConfig config) -> {
                    pages.addTo(config.routes);
                    sparql.addTo(config.routes);
                    federation.addTo(config.routes);
                    reconcile.addTo(config.routes);
                    health.addTo(config.routes);
                    catalogue.addTo(config.routes);
                    changeStream.addTo(config.routes);
                    changes.addTo(config.routes); // before the dumps, whose path would take it for a file's name
                    dump.addTo(config.routes);
                    deltas.addTo(config.routes);
                    download.addTo(config.routes);
                    harvesting.addTo(config.routes);
                    joining.addTo(config.routes);
                    more.accept(config.routes);
                });
        closing.push(server::close);
        compaction.begin();
        follower.begin();
        changeFollower.begin();
        harvesting.begin();
        joining.begin();
        closing.push(() -> stopping.set(true));
        return server;
    }

    /** Whether the catalogue had this version; one that the journal does not tell of any more is believed. */
    private static boolean isOurs(Store store, DataVersion version) {
        return version.number() <= store.version().number()
                && store.version(version.number()).map(version::equals).orElse(true);
    }

    /** As many requests as the SPARQL endpoint answers, counted apart. */
    private static ReconcileRoutes.Limits reconcileLimits(SparqlSettings settings) {
        return new ReconcileRoutes.Limits(
                new RateLimit(settings.requestsPerMinute(), settings.burst(), System::nanoTime),
                settings.requestsPerMinute(),
                settings.trustedProxies());
    }

    /** The port that the hub listens at. */
    public int port() {
        return server.port();
    }

    /** Says that it is not ready any more, finishes the requests that run, and closes everything. */
    @Override
    public void close() {
        closing.forEach(Runnable::run);
    }
}
