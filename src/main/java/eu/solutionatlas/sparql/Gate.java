package eu.solutionatlas.sparql;

import eu.solutionatlas.web.ProblemException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets only so many queries run at once and so many more wait, so that pages keep their processors. */
final class Gate {
    private final Semaphore permits;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int queue;
    private final Duration wait;

    Gate(int concurrent, int queue, Duration wait) {
        this.permits = new Semaphore(concurrent);
        this.queue = queue;
        this.wait = wait;
    }

    /** A place at the table. Closing it gives it back, once. */
    final class Permit implements AutoCloseable {
        private final AtomicBoolean held = new AtomicBoolean(true);

        @Override
        public void close() {
            if (held.getAndSet(false)) {
                permits.release();
            }
        }
    }

    /**
     * Waits for a permit.
     *
     * @throws ProblemException 503 when too many wait already, or the wait was too long
     */
    Permit enter() {
        if (permits.tryAcquire()) {
            return new Permit();
        }
        try {
            if (waiting.incrementAndGet() > queue || !permits.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ProblemException(SparqlProblems.busy());
            }
            return new Permit();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(SparqlProblems.busy());
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** How many permits are free, for tests and metrics. */
    int free() {
        return permits.availablePermits();
    }
}
