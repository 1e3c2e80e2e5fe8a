package eu.solutionatlas.harvest;

import eu.solutionatlas.outbound.Cancel;
import eu.solutionatlas.outbound.Outbound;
import eu.solutionatlas.outbound.OutboundSettings;
import eu.solutionatlas.partner.Partner;
import eu.solutionatlas.partner.Partners;
import eu.solutionatlas.shape.Shapes;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.StoreSettings;
import eu.solutionatlas.store.TdbStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** A process that harvests one hub once, to be killed while it does. Says when it begins and how it ended. */
final class HarvestingChild {
    private HarvestingChild() {}

    static Store open(Path directory) {
        return TdbStore.open(directory.resolve("data"), Clock.systemUTC(), new StoreSettings(0, Duration.ZERO, 0));
    }

    static Harvester harvester(Path directory, Store store, Outbound outbound) {
        HarvestSettings settings = new HarvestSettings(Duration.ofHours(6), 25, 64, Duration.ofSeconds(30));
        return new Harvester(
                store,
                HarvestBench.IRIS,
                Shapes::published,
                outbound,
                settings,
                directory.resolve("harvest"),
                Clock.systemUTC());
    }

    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[0]);
        try (Store store = open(directory);
                Outbound outbound = new Outbound(new OutboundSettings(true), "test")) {
            Partner partner = HarvestBench.withDump(arguments[1]);
            new Partners(store, HarvestBench.IRIS).put(partner, "test");
            System.out.println("begins");
            HarvestState state = harvester(directory, store, outbound).harvest(partner, false, new Cancel());
            System.out.println(state.result().map(Result::code).orElse("nothing"));
        }
    }
}
