package eu.solutionatlas.sparql.guard;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps queries from filling the heap. Queries look in here every so many steps; once the part of the heap where lasting
 * objects lie is fuller than it should be, the first of them has a full garbage collection done, which tells how much is
 * really in use, and ends the greediest query if that is too much. Until it has ended, all others are held, so nothing
 * that could fill the heap runs while it is being measured.
 */
final class MemoryGuard {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryGuard.class);

    /** How long the others are held for a query that was told to end. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration LOOK_UP = Duration.ofMillis(20);

    private final List<MemoryPoolMXBean> pools = lastingPools();
    private final ReentrantLock measuring = new ReentrantLock();
    private final long limit;
    private final Supplier<Optional<RunningQuery>> greediest;
    private volatile long bearable;

    /**
     * @param maxHeapPercent share of the heap that may be in use
     * @param greediest the query to end first, if one is worth it
     */
    MemoryGuard(int maxHeapPercent, Supplier<Optional<RunningQuery>> greediest) {
        this.limit = Runtime.getRuntime().maxMemory() / 100 * maxHeapPercent;
        this.greediest = greediest;
        this.bearable = limit;
    }

    /** Where the collectors of OpenJDK move what lasts; the whole heap for one that makes no difference. */
    private static List<MemoryPoolMXBean> lastingPools() {
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        List<MemoryPoolMXBean> lasting = heap.stream()
                .filter(pool -> pool.getName().contains("Old") || pool.getName().contains("Tenured"))
                .toList();
        return lasting.isEmpty() ? heap : lasting;
    }

    private long used() {
        long used = 0;
        for (MemoryPoolMXBean pool : pools) {
            used += pool.getUsage().getUsed();
        }
        return used;
    }

    /** Lets a query go on when there is memory; called on its own thread. It may come out ended. */
    void pass(RunningQuery query) {
        if (used() <= bearable) {
            return;
        }
        enter(query);
        try {
            if (used() > bearable) {
                relieve(query);
            }
        } finally {
            measuring.unlock();
        }
    }

    private void enter(RunningQuery query) {
        try {
            while (!measuring.tryLock(LOOK_UP.toMillis(), TimeUnit.MILLISECONDS)) {
                query.checkStopped();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw query.end(RunningQuery.Stop.CLOSING);
        }
    }

    private void relieve(RunningQuery query) {
        System.gc();
        long used = used();
        if (used <= limit) {
            bearable = limit;
            return;
        }
        Optional<RunningQuery> victim = greediest.get();
        if (victim.isEmpty()) {
            // It is not the queries. Look again when a good part of what is left is gone, too.
            bearable = used + (Runtime.getRuntime().maxMemory() - used) / 4;
            LOG.warn("The heap is nearly full, and no SPARQL query is to blame: {} MiB in use", used >> 20);
            return;
        }
        bearable = limit;
        victim.get().stop(RunningQuery.Stop.MEMORY);
        LOG.atWarn()
                .addKeyValue("used", used)
                .addKeyValue("ms", victim.get().millis())
                .log("The heap is nearly full: ended the greediest SPARQL query");
        if (victim.get() != query && !victim.get().awaitEnd(PATIENCE)) {
            LOG.warn("A SPARQL query does not end");
        }
    }
}
