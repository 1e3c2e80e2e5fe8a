package eu.solutionatlas;

import eu.solutionatlas.search.SearchIndex;
import eu.solutionatlas.store.Store;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the search index after a start and brings it up to the data after each change; tries again when it cannot. */
final class SearchFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SearchFollower.class);

    /** The first visitors after a start have the processors to themselves for so long. */
    private static final Duration AFTER_START = Duration.ofMillis(500);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

    private final SearchIndex search;
    private final ScheduledThreadPoolExecutor background = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("search").daemon().factory());
    private final AtomicBoolean planned = new AtomicBoolean();
    private volatile Optional<String> failure = Optional.empty();

    SearchFollower(Store store, SearchIndex search) {
        this.search = search;
        background.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        store.onChange(change -> plan(Duration.ZERO));
    }

    /** Opens the index soon. To be called when the first visitors can come. */
    void begin() {
        plan(AFTER_START);
    }

    /** Why the search could not be brought up to the data the last time; empty when it could. */
    Optional<String> failure() {
        return failure;
    }

    private void plan(Duration delay) {
        if (!background.isShutdown() && planned.compareAndSet(false, true)) {
            background.schedule(this::run, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void run() {
        planned.set(false); // before reading, so that a change from now on plans another run
        try {
            search.catchUp();
            failure = Optional.empty();
        } catch (RuntimeException e) {
            failure = Optional.of(String.valueOf(e.getMessage()));
            LOG.error(
                    "The search index could not follow the data; the next try is in {} s",
                    AFTER_FAILURE.toSeconds(),
                    e);
            plan(AFTER_FAILURE);
        }
    }

    @Override
    public void close() {
        background.shutdown();
        try {
            if (!background.awaitTermination(30, TimeUnit.SECONDS)) {
                background.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
