package eu.solutionatlas.sparql;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches how much of the heap is in use after each full garbage collection, and calls for help when that is nearly all.
 * What partial collections leave is no measure: a stream of rows that nobody holds on to can fill the heap with garbage.
 */
final class MemoryGuard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryGuard.class);

    /** Collections of which what is left may still be garbage. */
    private static final Set<String> PARTIAL =
            Set.of("end of minor GC", "end of concurrent GC pause", "end of GC pause");

    /** How many times as long as a full collection took there is none asked for again. */
    private static final int PAUSE = 1;

    private final AtomicBoolean collecting = new AtomicBoolean();
    private final ExecutorService collector = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "sparql-memory");
        thread.setDaemon(true);
        return thread;
    });
    private volatile long notBefore = System.nanoTime();
    private final NotificationListener listener = this::collected;
    private final Set<String> heapPools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toUnmodifiableSet());
    private final long limit;
    private final Runnable help;

    /** @param help called on the JVM's notification thread each time that too much is in use */
    MemoryGuard(int maxHeapPercent, Runnable help) {
        this.limit = Runtime.getRuntime().maxMemory() / 100 * maxHeapPercent;
        this.help = help;
        for (GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (bean instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener(listener, null, null);
            }
        }
    }

    private void collected(Notification notification, Object handback) {
        if (!notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            return;
        }
        GarbageCollectionNotificationInfo collection =
                GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
        long used = collection.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                .filter(pool -> heapPools.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
        if (used <= limit) {
            return;
        }
        if (PARTIAL.contains(collection.getGcAction())) {
            collectFully();
        } else {
            help.run();
        }
    }

    /** Has a full collection done, which then says how much is really in use; not so often that it takes the time. */
    private void collectFully() {
        long asked = System.nanoTime();
        if (asked < notBefore || !collecting.compareAndSet(false, true)) {
            return;
        }
        collector.execute(() -> {
            long begun = System.nanoTime();
            System.gc();
            long ended = System.nanoTime();
            notBefore = ended + PAUSE * (ended - begun);
            collecting.set(false);
        });
    }

    @Override
    public void close() {
        collector.shutdownNow();
        for (GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (bean instanceof NotificationEmitter emitter) {
                try {
                    emitter.removeNotificationListener(listener);
                } catch (ListenerNotFoundException e) {
                    LOG.debug("{} did not know the memory guard", bean.getName(), e);
                }
            }
        }
    }
}
