package eu.solutionatlas;

import eu.solutionatlas.control.Answer;
import eu.solutionatlas.control.Order;
import eu.solutionatlas.joining.AnnounceClient;
import eu.solutionatlas.joining.HubOrders;
import eu.solutionatlas.outbound.Outbound;
import eu.solutionatlas.partner.Partners;
import eu.solutionatlas.partner.WaitingHubs;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.store.Store;
import java.time.Clock;
import java.util.List;

/** Obeys orders about partner hubs while no hub runs, on a store that somebody else opened. */
public final class HubOffice implements AutoCloseable {
    private final Outbound outbound;
    private final Harvesting harvesting;
    private final HubOrders orders;

    public HubOffice(AtlasSettings settings, Store store) {
        Iris iris = settings.web().iris();
        this.outbound = outbound(settings);
        Partners partners = new Partners(store, iris, WaitingHubs.in(settings.dataDirectory(), iris));
        this.harvesting = new Harvesting(settings, store, partners, outbound, settings.dataDirectory());
        this.orders = new HubOrders(
                store,
                iris,
                partners,
                harvesting.discovery(),
                harvesting.harvester(),
                harvesting.harvests(),
                List::of,
                Clock.systemUTC());
    }

    /** What this hub asks others with. */
    static Outbound outbound(AtlasSettings settings) {
        String agent = "SolutionAtlas/" + ProgramVersion.text() + " (+"
                + settings.web().iris().base() + ")";
        return new Outbound(settings.outbound(), agent);
    }

    public Answer obey(Order order) {
        return orders.obey(order);
    }

    /** Tells another hub, by its base address, that this one wants to take part; needs no store. */
    public static Answer announce(AtlasSettings settings, String hub) throws InterruptedException {
        try (Outbound outbound = outbound(settings)) {
            return new AnnounceClient(outbound)
                    .announce(hub, settings.web().iris().base());
        }
    }

    @Override
    public void close() {
        harvesting.close();
        outbound.close();
    }
}
