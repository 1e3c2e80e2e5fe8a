package eu.solutionatlas.store;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compacts a store from time to time, when enough has changed since. */
public final class Compaction implements AutoCloseable {
    /** So few changes leave nothing behind that is worth a rewrite. */
    private static final long WORTH_IT = 50;

    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);

    private final Store store;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("compaction").daemon().factory());
    private long compactedAt;

    /** @param every how often to look; zero for never */
    public Compaction(Store store, Duration every) {
        this.store = store;
        this.compactedAt = store.version().number();
        if (every.isPositive()) {
            timer.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        long version = store.version().number();
        if (version - compactedAt < WORTH_IT) {
            return;
        }
        try {
            long begun = System.nanoTime();
            store.compact();
            compactedAt = version;
            LOG.info(
                    "Compacted the store at data version {} in {} ms",
                    version,
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
        } catch (StoreException e) {
            LOG.error("The store was not compacted; the next try is in its turn", e);
        }
    }

    @Override
    public void close() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(1, TimeUnit.MINUTES)) {
                timer.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
