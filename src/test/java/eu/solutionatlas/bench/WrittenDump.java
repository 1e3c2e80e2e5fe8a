package eu.solutionatlas.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import eu.solutionatlas.dump.DumpSet;
import eu.solutionatlas.dump.SetWriter;
import eu.solutionatlas.settings.Settings;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.StoreSettings;
import eu.solutionatlas.store.TdbStore;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * Writes a whole set of dumps of a data directory. Says {@code set DIRECTORY}, {@code triples N}, {@code millis N} and
 * {@code heap N}, the most bytes that were in use after a full collection of garbage, of which there is one every few seconds: left
 * to itself, a small run has a single one, at any point of its way.
 */
final class WrittenDump {
    /** Often enough for a tenth of the goal, and a fiftieth of the time at most. */
    private static final Duration BETWEEN_COLLECTIONS = Duration.ofSeconds(15);

    private static final Set<String> NOT_HEAP = Set.of("Metaspace", "Compressed Class Space");

    private WrittenDump() {}

    public static void main(String[] arguments) {
        AtomicLong most = new AtomicLong();
        watch(most);
        Thread.ofPlatform().daemon().start(WrittenDump::collectNowAndThen);
        try (Store store =
                TdbStore.open(Path.of(arguments[0]), Clock.systemUTC(), StoreSettings.from(new Settings(Map.of())))) {
            long begun = System.nanoTime();
            DumpSet set =
                    new SetWriter(store, Benchmark.IRIS, Path.of(arguments[1]), "benchmark", Clock.systemUTC()).write();
            System.out.println("set " + set.directory());
            System.out.println(
                    "triples " + set.file("catalogue.nq.gz").orElseThrow().count());
            System.out.println("millis " + (System.nanoTime() - begun) / 1_000_000);
            System.gc(); // while the store is open
        }
        System.out.println("heap " + most.get());
    }

    private static void collectNowAndThen() {
        try {
            while (true) {
                Thread.sleep(BETWEEN_COLLECTIONS);
                System.gc();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void watch(AtomicLong most) {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, unused) -> {
                                GarbageCollectionNotificationInfo info = GarbageCollectionNotificationInfo.from(
                                        (CompositeData) notification.getUserData());
                                // What young collections leave is partly garbage still; the full ones tell.
                                if (info.getGcAction().contains("major")) {
                                    long used = info.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                                            .filter(pool -> !NOT_HEAP.contains(pool.getKey())
                                                    && !pool.getKey().startsWith("CodeHeap"))
                                            .map(Map.Entry::getValue)
                                            .mapToLong(MemoryUsage::getUsed)
                                            .sum();
                                    most.accumulateAndGet(used, Math::max);
                                }
                            },
                            notification -> notification
                                    .getType()
                                    .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION),
                            null);
        }
    }
}
