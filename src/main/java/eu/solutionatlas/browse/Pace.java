package eu.solutionatlas.browse;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/** How slow a reader of something long may be: slower ones keep others from it. */
final class Pace {
    /** Somebody was slower. */
    static final class TooSlow extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooSlow(long steps) {
            super("the reader of a long list was too slow after " + steps + " entries", null, false, false);
        }
    }

    private final Duration first;
    private final Duration each;
    private final LongSupplier clock;
    private final long begun;
    private long steps;

    /**
     * Begins now.
     *
     * @param first time that there is at the beginning
     * @param each time that there is for each step after that
     * @param clock in nanoseconds, such as {@link System#nanoTime}
     */
    Pace(Duration first, Duration each, LongSupplier clock) {
        this.first = first;
        this.each = each;
        this.clock = clock;
        this.begun = clock.getAsLong();
    }

    /** @throws TooSlow when this step comes too late */
    void step() {
        check();
        steps++;
    }

    private void check() {
        if (clock.getAsLong() - begun > first.toNanos() + steps * each.toNanos()) {
            throw new TooSlow(steps);
        }
    }

    /** The same stream, for something whose steps were all made before: writing to it throws TooSlow once their time is over. */
    OutputStream of(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                check();
                out.write(bytes, from, length);
            }
        };
    }
}
