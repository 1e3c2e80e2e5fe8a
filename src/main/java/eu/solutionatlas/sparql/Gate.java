package eu.solutionatlas.sparql;

import eu.solutionatlas.web.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets only so many queries run at once and so many more wait, so that pages keep their processors. One client has half of
 * either, so that nobody shuts the others out; who came first is let in first, of those who may.
 */
final class Gate {
    private final int places;
    private final int queue;
    private final Duration wait;
    private final Map<String, Integer> running = new HashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();

    private record Waiting(String client, CountDownLatch called) {}

    Gate(int places, int queue, Duration wait) {
        this.places = places;
        this.queue = queue;
        this.wait = wait;
    }

    /** A place at the table. Closing it gives it back, once. */
    final class Permit implements AutoCloseable {
        private final AtomicBoolean held = new AtomicBoolean(true);
        private final String client;

        private Permit(String client) {
            this.client = client;
        }

        @Override
        public void close() {
            if (held.getAndSet(false)) {
                leave(client);
            }
        }
    }

    /**
     * Waits for a permit.
     *
     * @param client whose query it is
     * @throws ProblemException 503 when too many wait already, or the wait was too long
     */
    Permit enter(String client) {
        Waiting mine = new Waiting(client, new CountDownLatch(1));
        synchronized (this) {
            waiting.add(mine);
            call();
            if (waiting.contains(mine)) {
                long own = waiting.stream()
                        .filter(one -> one.client().equals(client))
                        .count();
                if (waiting.size() > queue || own > half(queue)) {
                    waiting.remove(mine);
                    boolean mayRun = running.getOrDefault(client, 0) < half(places);
                    throw new ProblemException(
                            own > half(queue) && !mayRun ? SparqlProblems.tooManyOfOne() : SparqlProblems.queueFull());
                }
            }
        }
        try {
            if (mine.called().await(wait.toMillis(), TimeUnit.MILLISECONDS) || !giveUp(mine)) {
                return new Permit(client);
            }
        } catch (InterruptedException e) {
            if (!giveUp(mine)) {
                leave(client);
            }
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(SparqlProblems.busy());
    }

    /** @return whether it waits no longer; false when it was called in the last moment */
    private synchronized boolean giveUp(Waiting mine) {
        return waiting.remove(mine);
    }

    private synchronized void leave(String client) {
        running.computeIfPresent(client, (unused, own) -> own > 1 ? own - 1 : null);
        call();
    }

    /** Lets in who may. */
    private void call() {
        for (Iterator<Waiting> all = waiting.iterator(); all.hasNext() && free() > 0; ) {
            Waiting one = all.next();
            if (running.getOrDefault(one.client(), 0) < half(places)) {
                running.merge(one.client(), 1, Integer::sum);
                all.remove();
                one.called().countDown();
            }
        }
    }

    private static int half(int all) {
        return Math.max(Math.min(1, all), all / 2);
    }

    /** How many permits are free, for tests and metrics. */
    synchronized int free() {
        return places - running.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many wait for their turn, for tests. */
    synchronized int waiting() {
        return waiting.size();
    }
}
