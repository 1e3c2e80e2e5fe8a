package eu.solutionatlas.store;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compacts a store: from time to time when enough has changed since, and when its files have grown too much. Each commit
 * copies the blocks of the indexes that it touches, so that many commits of new data, such as the first harvests of many
 * hubs, make files of many times the size of what is in them.
 */
public final class Compaction implements AutoCloseable {
    /** So few changes leave nothing behind that is worth a rewrite. */
    private static final long WORTH_IT = 50;

    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);

    private final Store store;
    private final long everyNanos;
    private final Growth growth;
    private final LongSupplier nanos;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("compaction").daemon().factory());
    private volatile boolean stopping;
    private volatile Optional<String> failure = Optional.empty();
    private long compactedAt;
    private long lookedAt;
    private long version;
    private long changedAt;

    public Compaction(Store store, StoreSettings settings) {
        this(store, settings, new Growth(settings.compactGrowth()), System::nanoTime);
    }

    /** @param nanos a clock that only goes on */
    Compaction(Store store, StoreSettings settings, Growth growth, LongSupplier nanos) {
        this.store = store;
        this.everyNanos = settings.compactEvery().toNanos();
        this.growth = growth;
        this.nanos = nanos;
        this.version = store.version().number();
        this.compactedAt = version;
        this.lookedAt = nanos.getAsLong();
        this.changedAt = lookedAt;
    }

    /** Begins to look after the store. */
    public void begin() {
        long millis = LOOK_EVERY.toMillis();
        timer.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Why the last compaction failed, in words without paths; empty when it did not. */
    public Optional<String> failure() {
        return failure;
    }

    /** One look at the store, which compacts it when that is due. */
    void look() {
        try {
            if (isDue(nanos.getAsLong())) {
                compact();
            }
        } catch (StoreException e) {
            failed(e);
        } catch (RuntimeException | Error e) {
            // Thrown on, it would end the schedule.
            failed(e);
        }
    }

    private boolean isDue(long now) {
        long newest = store.version().number();
        if (newest != version) {
            version = newest;
            changedAt = now;
        }
        boolean turn = everyNanos > 0 && now - lookedAt >= everyNanos;
        if (turn) {
            lookedAt = now;
        }
        if (turn && version - compactedAt >= WORTH_IT) {
            return true;
        }
        // After a failure the next try is in its turn, since the reason, a disk too small, stays.
        return failure.isEmpty()
                && version != compactedAt
                && growth.isTooMuch(store.bytes(), store.compactedBytes(), Duration.ofNanos(now - changedAt));
    }

    private void compact() {
        long begun = System.nanoTime();
        long before = store.bytes();
        long at = store.version().number();
        store.compact(() -> stopping);
        compactedAt = at;
        failure = Optional.empty();
        LOG.info(
                "Compacted the store at data version {} from {} to {} MiB in {} ms",
                at,
                before >> 20,
                store.bytes() >> 20,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    }

    private void failed(Throwable cause) {
        if (stopping) {
            return; // done again after the next start
        }
        failure = Optional.of(String.valueOf(cause.getMessage()));
        LOG.error("The store was not compacted; the next try is in its turn", cause);
    }

    /** Gives up a compaction that runs. */
    @Override
    public void close() {
        stopping = true;
        timer.shutdown();
        try {
            if (!timer.awaitTermination(1, TimeUnit.MINUTES)) {
                // No interrupt: it would close the files that the thread is reading.
                LOG.warn("The old files of the store are still being read; the next start removes them");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
