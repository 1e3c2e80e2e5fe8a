package eu.solutionatlas.sparql;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The second clock, outside ARQ: ends queries whose time is over, closes the connections of those that wait for a client
 * that does not read, and gives memory back by ending the greediest query when the heap is nearly full.
 */
final class Watchdog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
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

    Watchdog(int maxHeapPercent) {
        memory = new MemoryGuard(maxHeapPercent, this::endGreediest);
        clock.scheduleWithFixedDelay(this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    void watch(RunningQuery query) {
        running.put(query, threads.getCurrentThreadAllocatedBytes());
    }

    void forget(RunningQuery query) {
        running.remove(query);
    }

    private void tick() {
        for (RunningQuery query : running.keySet()) {
            query.checkClock();
            if (query.overdue(GRACE)) {
                query.disconnect();
            }
        }
    }

    private void endGreediest() {
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
        if (greediest != null) {
            greediest.stop(RunningQuery.Stop.MEMORY);
            LOG.atWarn()
                    .addKeyValue("allocated", most)
                    .addKeyValue("ms", greediest.millis())
                    .log("The heap is nearly full: ended the greediest SPARQL query");
        }
    }

    @Override
    public void close() {
        memory.close();
        clock.shutdownNow();
        running.keySet().forEach(query -> query.stop(RunningQuery.Stop.CLOSING));
    }
}
