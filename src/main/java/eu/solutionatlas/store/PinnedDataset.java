package eu.solutionatlas.store;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.tdb2.store.DatasetGraphSwitchable;
import org.jspecify.annotations.Nullable;

/**
 * A TDB2 database whose transactions stay on the files on which they began. TDB2's own container sends whoever began
 * before a compaction to the new files in the middle of his transaction: he fails there, his end is that of no
 * transaction, and the compaction waits for ever for the one that never ends.
 */
final class PinnedDataset extends DatasetGraphWrapper {
    private final DatasetGraphSwitchable container;
    private final ThreadLocal<@Nullable DatasetGraph> pinned = new ThreadLocal<>();

    /** Between looking where to begin and having begun, nothing may be exchanged. */
    private final ReadWriteLock exchanging = new ReentrantReadWriteLock();

    PinnedDataset(DatasetGraphSwitchable container) {
        super(null, container.getContext());
        this.container = container;
    }

    DatasetGraphSwitchable container() {
        return container;
    }

    /** Exchanges what the container holds. */
    void exchange(Runnable exchange) {
        exchanging.writeLock().lock();
        try {
            exchange.run();
        } finally {
            exchanging.writeLock().unlock();
        }
    }

    @Override
    protected DatasetGraph get() {
        DatasetGraph own = pinned.get();
        return own == null ? container.get() : own;
    }

    @Override
    public void begin() {
        begin(TxnType.READ_PROMOTE);
    }

    @Override
    public void begin(ReadWrite readWrite) {
        begin(TxnType.convert(readWrite));
    }

    @Override
    public void begin(TxnType type) {
        exchanging.readLock().lock();
        try {
            DatasetGraph now = get();
            now.begin(type);
            pinned.set(now);
        } finally {
            exchanging.readLock().unlock();
        }
    }

    @Override
    public void end() {
        try {
            get().end();
        } finally {
            pinned.remove();
        }
    }
}
