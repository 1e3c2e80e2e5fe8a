package eu.solutionatlas.browse;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The time that something may take. */
final class TimeLimit {
    /** It took longer. */
    static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1;

        Exceeded(Duration limit) {
            super("took longer than " + limit, null, false, false);
        }
    }

    private final Duration limit;
    private final LongSupplier clock;
    private final long begun;

    /**
     * Begins now.
     *
     * @param clock in nanoseconds, such as {@link System#nanoTime}
     */
    TimeLimit(Duration limit, LongSupplier clock) {
        this.limit = limit;
        this.clock = clock;
        this.begun = clock.getAsLong();
    }

    /** @throws Exceeded when the time is over */
    void check() {
        if (clock.getAsLong() - begun > limit.toNanos()) {
            throw new Exceeded(limit);
        }
    }
}
