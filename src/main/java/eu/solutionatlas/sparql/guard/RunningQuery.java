package eu.solutionatlas.sparql.guard;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.apache.jena.query.QueryCancelledException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One query while it runs: when it must end, and the one switch that ends it. ARQ's iterators look at the switch between
 * rows; our own expressions, paths and output look at it, and at the clock, in between.
 */
public final class RunningQuery {
    private static final Logger LOG = LoggerFactory.getLogger(RunningQuery.class);

    /** Why a query was ended before its end. */
    public enum Stop {
        FIRST_ROW,
        TIME,
        MEMORY,
        ROWS,
        BYTES,
        CLIENT_GONE,
        CLOSING
    }

    /** Steps between two looks at the memory; a power of two. */
    private static final int STRIDE = 128;

    /** How long a client that has left stays unnoticed, as long as the query takes steps. */
    private static final long LOOK_NANOS = 50_000_000;

    private final AtomicBoolean cancelSignal = new AtomicBoolean();
    private final AtomicReference<@Nullable Stop> stop = new AtomicReference<>();
    private final Thread thread = Thread.currentThread();
    private final long begun = System.nanoTime();
    private final AtomicLong rows = new AtomicLong();
    private final long total;
    private final Runnable disconnect;
    private final BooleanSupplier clientLeft;
    private final MemoryGuard memory;
    private final CountDownLatch end = new CountDownLatch(1);
    private int steps;
    private long nextLook = LOOK_NANOS;
    private volatile long limit;
    private volatile Runnable onStop = () -> {};

    /**
     * @param disconnect closes the connection to the client, from any thread
     * @param clientLeft whether nobody waits for the answer any more; asked on the query's own thread
     * @param memory what the query asks every so many steps
     */
    RunningQuery(
            Duration firstRow, Duration total, Runnable disconnect, BooleanSupplier clientLeft, MemoryGuard memory) {
        this.total = total.toNanos();
        this.limit = Math.min(firstRow.toNanos(), this.total);
        this.disconnect = disconnect;
        this.clientLeft = clientLeft;
        this.memory = memory;
    }

    /** ARQ's own switch for ending a query. */
    public AtomicBoolean cancelSignal() {
        return cancelSignal;
    }

    /**
     * Says that the first row was computed, so that from now on the limit is that of the whole query.
     *
     * @param there whether there is one at all; the limit is the same
     */
    public void firstRow(boolean there) {
        limit = total;
    }

    /** Counts one row or triple that is sent. */
    public long countRow() {
        return rows.incrementAndGet();
    }

    public long rows() {
        return rows.get();
    }

    /** What it was given as a whole. */
    public Duration total() {
        return Duration.ofNanos(total);
    }

    /** Ends the query. The first reason counts. */
    public void stop(Stop reason) {
        if (stop.compareAndSet(null, reason)) {
            cancelSignal.set(true);
            runOnStop(onStop);
        }
    }

    /** Whoever ends a query is another thread mostly, and must not suffer from what that finds half-way. */
    private static void runOnStop(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.warn("A query could not be told to end; it will look at the switch by itself", e);
        }
    }

    /** What else to do when the query is ended, from any thread. */
    public void onStop(Runnable action) {
        onStop = action;
        if (stop.get() != null) {
            runOnStop(action);
        }
    }

    /** Why the query was ended; null while it was not. */
    @Nullable
    public Stop stopped() {
        return stop.get();
    }

    /** Ends the query when its time is over. */
    void checkClock() {
        if (nanos() > limit) {
            stop(limit < total ? Stop.FIRST_ROW : Stop.TIME);
        }
    }

    /**
     * Counts one step of work, such as a row found, and looks at the memory and for the client now and then. On the query's own thread.
     *
     * @throws QueryCancelledException when the query was ended meanwhile
     */
    void step() {
        if ((++steps & STRIDE - 1) == 0) {
            memory.pass(this);
            checkClient();
            checkStopped();
        }
    }

    /**
     * Takes a step and looks at the clock. On the query's own thread.
     *
     * @throws QueryCancelledException when the query was ended or its time is over
     */
    public void check() {
        step();
        checkClock();
        checkClient();
        checkStopped();
    }

    /** Looks for the client, which costs a call of the system, not too often. */
    private void checkClient() {
        long now = nanos();
        if (now >= nextLook) {
            nextLook = now + LOOK_NANOS;
            if (clientLeft.getAsBoolean()) {
                stop(Stop.CLIENT_GONE);
            }
        }
    }

    /** @throws QueryCancelledException when the query was ended */
    void checkStopped() {
        if (cancelSignal.get()) {
            throw new QueryCancelledException();
        }
    }

    /** Ends the query and throws. */
    public QueryCancelledException end(Stop reason) {
        stop(reason);
        return new QueryCancelledException();
    }

    /** Says that the query has ended and given back what it held. */
    void ended() {
        end.countDown();
    }

    /** Waits until the query has ended; false when it did not. */
    boolean awaitEnd(Duration patience) {
        try {
            return end.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether the query still runs long after it was told to end: it waits for its client. */
    boolean overdue(Duration grace) {
        return nanos() > total + grace.toNanos();
    }

    /**
     * Closes the connection. The thread is never interrupted: an interrupt that strikes inside TDB2's file access closes
     * the store's file for everybody ({@link java.nio.channels.ClosedByInterruptException}).
     */
    void disconnect() {
        disconnect.run();
    }

    Thread thread() {
        return thread;
    }

    long nanos() {
        return System.nanoTime() - begun;
    }

    public long millis() {
        return nanos() / 1_000_000;
    }
}
