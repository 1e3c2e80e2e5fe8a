package eu.solutionatlas.sparql.guard;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The second clock, outside ARQ: ends queries whose time is over, closes the connections of those that wait for a client
 * that does not read, and knows which query to end when the heap is nearly full.
 */
public final class Watchdog implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(20);
    private static final Duration GRACE = Duration.ofSeconds(1);
    /** A query is worth ending for its memory when it allocated at least this share of the heap. */
    private static final int GREEDY_SHARE = 8;

    private final Map<RunningQuery, Long> running = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sparql-watchdog");
        thread.setDaemon(true);
        return thread;
    });
    private final MemoryGuard memory;
    private final com.sun.management.ThreadMXBean threads =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** @param maxHeapPercent share of the heap in use at which the greediest query is ended */
    public Watchdog(int maxHeapPercent) {
        memory = new MemoryGuard(maxHeapPercent, this::greediest);
        clock.scheduleWithFixedDelay(this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Begins a query on this thread.
     *
     * @param firstRow how long it may compute before its first row
     * @param total how long it may run in all
     * @param disconnect closes the connection to the client, from any thread
     * @param clientLeft whether nobody waits for the answer any more; asked on this thread now and then
     */
    public RunningQuery begin(Duration firstRow, Duration total, Runnable disconnect, BooleanSupplier clientLeft) {
        RunningQuery query = new RunningQuery(firstRow, total, disconnect, clientLeft, memory);
        running.put(query, threads.getCurrentThreadAllocatedBytes());
        return query;
    }

    /** Says that a query has ended and given back what it held. */
    public void forget(RunningQuery query) {
        running.remove(query);
        query.ended();
    }

    private void tick() {
        for (RunningQuery query : running.keySet()) {
            query.checkClock();
            if (query.overdue(GRACE)) {
                query.disconnect();
            }
        }
    }

    /** The query that allocated most, when that was so much that ending it can help. */
    private Optional<RunningQuery> greediest() {
        RunningQuery greediest = null;
        long most = Runtime.getRuntime().maxMemory() / GREEDY_SHARE;
        for (Map.Entry<RunningQuery, Long> entry : running.entrySet()) {
            long allocated =
                    threads.getThreadAllocatedBytes(entry.getKey().thread().threadId()) - entry.getValue();
            if (allocated > most && entry.getKey().stopped() == null) {
                greediest = entry.getKey();
                most = allocated;
            }
        }
        return Optional.ofNullable(greediest);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        running.keySet().forEach(query -> query.stop(RunningQuery.Stop.CLOSING));
    }
}
