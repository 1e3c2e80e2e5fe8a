package eu.solutionatlas;

import eu.solutionatlas.store.Store;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings something that is worked out from the data up to it, soon after a start and after each change; tries again when it
 * cannot.
 */
final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    /** The first visitors after a start have the processors to themselves for so long. */
    private static final Duration AFTER_START = Duration.ofMillis(500);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

    private final String name;
    private final Runnable catchUp;
    private final ScheduledThreadPoolExecutor background;
    private final AtomicBoolean planned = new AtomicBoolean();
    private volatile Optional<String> failure = Optional.empty();

    /**
     * @param name of what follows, for the log
     * @param catchUp brings it up to the newest data; never run twice at a time
     */
    Follower(Store store, String name, Runnable catchUp) {
        this.name = name;
        this.catchUp = catchUp;
        this.background = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name(name).daemon().factory());
        background.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        store.onChange(change -> plan(Duration.ZERO));
    }

    /** Begins soon. To be called when the first visitors can come. */
    void begin() {
        plan(AFTER_START);
    }

    /** Why it could not be brought up to the data the last time; empty when it could. */
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
            catchUp.run();
            failure = Optional.empty();
        } catch (RuntimeException e) {
            failure = Optional.of(String.valueOf(e.getMessage()));
            LOG.error(
                    "What follows the data for {} could not; the next try is in {} s",
                    name,
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
