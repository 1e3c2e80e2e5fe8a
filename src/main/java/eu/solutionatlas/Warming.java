package eu.solutionatlas;

import eu.solutionatlas.store.Store;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works out what all pages share at the start and after each change, so that no reader has to wait for it. */
final class Warming implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Warming.class);

    /** The first visitors after a start have the processors to themselves for so long. */
    private static final Duration AFTER_START = Duration.ofMillis(500);

    private final Runnable work;
    private final ScheduledThreadPoolExecutor background = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("warming").daemon().factory());
    private final AtomicBoolean planned = new AtomicBoolean();

    Warming(Store store, Runnable work) {
        this.work = work;
        background.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        store.onChange(change -> plan(Duration.ZERO));
        plan(AFTER_START);
    }

    private void plan(Duration delay) {
        if (!background.isShutdown() && planned.compareAndSet(false, true)) {
            background.schedule(this::run, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void run() {
        planned.set(false); // before reading, so that a change from now on plans another run
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("What pages share could not be worked out ahead; the next reader waits for it", e);
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
