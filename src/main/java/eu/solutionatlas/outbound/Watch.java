package eu.solutionatlas.outbound;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The clock and the first fault of one exchange. */
final class Watch {
    private final long end;
    private final AtomicReference<Optional<Fault>> fault = new AtomicReference<>(Optional.empty());
    private volatile Phase phase = Phase.CONNECT;

    Watch(Duration deadline) {
        this.end = System.nanoTime() + deadline.toNanos();
    }

    void enter(Phase next) {
        phase = next;
    }

    Phase phase() {
        return phase;
    }

    /** At least 1, since 0 would mean no limit to those who are told. */
    long millisLeft() {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
    }

    boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    /** Keeps a fault unless there was one before, and gives the first. */
    Fault keep(Fault next) {
        fault.compareAndSet(Optional.empty(), Optional.of(next));
        return fault().orElse(next);
    }

    Optional<Fault> fault() {
        return fault.get();
    }
}
