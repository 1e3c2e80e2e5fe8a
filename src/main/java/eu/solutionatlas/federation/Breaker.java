package eu.solutionatlas.federation;

import eu.solutionatlas.outbound.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Leaves a hub alone for a while that could not be reached twice in a row, so that not every query waits for it. Only
 * what is wrong with the hub or the way to it counts: a query that every hub refuses must not shut out healthy ones.
 * After the pause one query tries; the pause doubles each time that it fails.
 */
public final class Breaker {
    private static final int PATIENCE = 2;
    private static final int MAX_DOUBLINGS = 4;

    /** @param until when the pause ends, in nanoseconds of the clock */
    private record State(int failures, long until) {}

    private final Map<String, State> states = new ConcurrentHashMap<>();
    private final Duration pause;
    private final LongSupplier clock;

    /** @param clock nanoseconds, as of {@link System#nanoTime} */
    public Breaker(Duration pause, LongSupplier clock) {
        this.pause = pause;
        this.clock = clock;
    }

    /** Whether a hub may be asked now. Whoever is let through after a pause tries for all. */
    boolean admits(String hub) {
        boolean[] admitted = {true};
        states.computeIfPresent(hub, (id, state) -> {
            if (state.failures() < PATIENCE) {
                return state;
            }
            long now = clock.getAsLong();
            admitted[0] = now - state.until() >= 0;
            return admitted[0] ? new State(state.failures(), now + length(state.failures())) : state;
        });
        return admitted[0];
    }

    /** Whether a hub could not be reached twice in a row, and has not answered since. */
    public boolean isSilent(String hub) {
        State state = states.get(hub);
        return state != null && state.failures() >= PATIENCE;
    }

    /** A hub has answered, whatever the answer. */
    void answered(String hub) {
        states.remove(hub);
    }

    void failed(String hub, Fault fault) {
        if (!fault.isTransport()) {
            states.remove(hub);
            return;
        }
        states.merge(hub, new State(1, clock.getAsLong()), (old, first) -> {
            int failures = old.failures() + 1;
            return new State(failures, clock.getAsLong() + length(failures));
        });
    }

    private long length(int failures) {
        return pause.toNanos() << Math.clamp(failures - PATIENCE, 0, MAX_DOUBLINGS);
    }
}
