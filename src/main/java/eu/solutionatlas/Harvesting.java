package eu.solutionatlas;

import eu.solutionatlas.harvest.Discovery;
import eu.solutionatlas.harvest.HarvestRoutes;
import eu.solutionatlas.harvest.Harvester;
import eu.solutionatlas.harvest.Harvests;
import eu.solutionatlas.outbound.Outbound;
import eu.solutionatlas.partner.Partners;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.shape.Shapes;
import eu.solutionatlas.store.Store;
import io.javalin.config.RoutesConfig;
import java.nio.file.Path;
import java.time.Clock;

/** The parts that copy partners' entries, put together. */
final class Harvesting implements AutoCloseable {
    private final Harvester harvester;
    private final Harvests harvests;
    private final HarvestRoutes routes;
    private final Discovery discovery;

    /** @param page shows reports to people */
    Harvesting(AtlasSettings settings, Store store, Partners partners, Outbound outbound, Path workDirectory) {
        Iris iris = settings.web().iris();
        Path directory = workDirectory.resolve("harvest");
        Clock clock = Clock.systemUTC();
        this.harvester = new Harvester(store, iris, Shapes::published, outbound, settings.harvest(), directory, clock);
        this.harvests = new Harvests(partners, harvester, settings.harvest(), clock);
        this.routes = new HarvestRoutes(iris, harvests);
        this.discovery = new Discovery(outbound, settings.harvest());
    }

    void addTo(RoutesConfig config) {
        routes.addTo(config);
    }

    Harvester harvester() {
        return harvester;
    }

    Discovery discovery() {
        return discovery;
    }

    Harvests harvests() {
        return harvests;
    }

    /** Begins to harvest what is due. */
    void begin() {
        harvests.begin();
    }

    @Override
    public void close() {
        harvests.close();
    }
}
