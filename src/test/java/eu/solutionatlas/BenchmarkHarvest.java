package eu.solutionatlas;

import eu.solutionatlas.harvest.HarvestState;
import eu.solutionatlas.harvest.Harvester;
import eu.solutionatlas.outbound.Cancel;
import eu.solutionatlas.outbound.Outbound;
import eu.solutionatlas.partner.Partner;
import eu.solutionatlas.partner.Partners;
import eu.solutionatlas.settings.Settings;
import eu.solutionatlas.shape.Shapes;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.TdbStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A whole hub as the benchmark's child process, which harvests its partners one after another each time it is told to:
 * {@code harvest} in the usual way, {@code dumps} without asking for changes; {@code compact} compacts the store. Says
 * {@code port N}, for each harvest {@code took MILLIS RESULT ID}, then {@code done N} with the most bytes of the heap
 * that were in use after a collection, and {@code compacted MILLIS}.
 */
public final class BenchmarkHarvest {
    private BenchmarkHarvest() {}

    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        AtlasSettings settings = AtlasSettings.from(new Settings(Map.of(
                "atlas.port", "0",
                "atlas.log.requests", "false",
                "atlas.dump.every", "10000h",
                "atlas.harvest.every", "0s",
                "atlas.federation.private-addresses", "true",
                "atlas.data-directory", directory.toString())));
        Clock clock = Clock.systemUTC();
        try (Store store = TdbStore.open(directory, clock, settings.store());
                Outbound outbound = new Outbound(settings.outbound(), "benchmark");
                Atlas atlas = Atlas.start(settings, store, directory)) {
            Harvester harvester = new Harvester(
                    store,
                    settings.web().iris(),
                    Shapes::published,
                    outbound,
                    settings.harvest(),
                    directory.resolve("harvest"),
                    clock);
            Partners partners = new Partners(store, settings.web().iris());
            System.out.println("port " + atlas.port());
            BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                if (line.equals("compact")) {
                    long begun = System.nanoTime();
                    store.compact(() -> false);
                    System.out.println("compacted " + (System.nanoTime() - begun) / 1_000_000);
                    continue;
                }
                harvestAll(harvester, partners, line.equals("dumps") ? BenchmarkHarvest::withoutChanges : p -> p);
            }
        }
    }

    private static void harvestAll(Harvester harvester, Partners partners, UnaryOperator<Partner> asked) {
        long most = 0;
        for (Partner partner : partners.now().active()) {
            long begun = System.nanoTime();
            HarvestState state = harvester.harvest(asked.apply(partner), false, new Cancel());
            double millis = (System.nanoTime() - begun) / 1e6;
            most = Math.max(most, heapAfterCollection());
            System.out.println("took " + millis + " "
                    + state.result().map(result -> result.code()).orElse("nothing") + " " + partner.id());
        }
        System.out.println("done " + most);
    }

    private static Partner withoutChanges(Partner partner) {
        return new Partner(
                partner.id(),
                partner.name(),
                partner.homepage(),
                partner.regions(),
                partner.spaces(),
                partner.endpoint(),
                partner.dump(),
                Optional.empty(),
                partner.contact(),
                partner.state(),
                partner.since());
    }

    private static long heapAfterCollection() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
                .sum();
    }
}
