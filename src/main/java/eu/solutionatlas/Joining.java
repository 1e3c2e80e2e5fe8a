package eu.solutionatlas;

import eu.solutionatlas.control.ControlSocket;
import eu.solutionatlas.joining.AnnounceRoutes;
import eu.solutionatlas.joining.Announcements;
import eu.solutionatlas.joining.HubOrders;
import eu.solutionatlas.partner.Partners;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.store.Store;
import io.javalin.config.RoutesConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** The parts of a running hub by which others get into its register, put together. */
final class Joining implements AutoCloseable {
    private final Announcements announcements;
    private final AnnounceRoutes routes;
    private final Path workDirectory;
    private final HubOrders orders;
    private Optional<ControlSocket> socket = Optional.empty();

    Joining(AtlasSettings settings, Store store, Partners partners, Harvesting harvesting, Path workDirectory) {
        Iris iris = settings.web().iris();
        Clock clock = Clock.systemUTC();
        this.announcements = new Announcements(harvesting.discovery(), partners, clock);
        this.routes = new AnnounceRoutes(iris, announcements, settings.sparql().trustedProxies());
        this.workDirectory = workDirectory;
        this.orders = new HubOrders(
                store,
                iris,
                partners,
                harvesting.discovery(),
                harvesting.harvester(),
                harvesting.harvests(),
                announcements::unfinished,
                clock);
    }

    void addTo(RoutesConfig config) {
        routes.addTo(config);
    }

    Announcements announcements() {
        return announcements;
    }

    /** Begins to take orders. */
    void begin() {
        socket = ControlSocket.open(workDirectory, orders::obey);
    }

    @Override
    public void close() {
        socket.ifPresent(ControlSocket::close);
        announcements.close();
    }
}
