package eu.solutionatlas.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * The default store: TDB2 in {@code store/} and the journal in {@code journal/} of the data directory, which one process
 * at a time may have.
 */
public final class TdbStore {
    private TdbStore() {}

    /**
     * Opens the store, making it when there is none, and brings it up to its journal.
     *
     * @throws StoreException when another process has the directory, or it cannot be read
     */
    public static Store open(Path dataDirectory, Clock clock, StoreSettings settings) {
        DirectoryLock lock = DirectoryLock.take(dataDirectory);
        try {
            Path store = dataDirectory.resolve("store");
            Files.createDirectories(store);
            TornWrite.cutOff(store);
            DatasetGraph dataset =
                    NodeCaches.forHeap(Runtime.getRuntime().maxMemory()).open(store);
            return new DatasetStore(
                    dataset,
                    new FileJournal(dataDirectory.resolve("journal")),
                    clock,
                    SpaceCheck.on(dataDirectory, settings.minimumFreeBytes()),
                    container -> DatabaseMgr.compact(container, true),
                    () -> release(dataset, lock));
        } catch (IOException e) {
            lock.release();
            throw new StoreException("the data directory cannot be used: " + e.getMessage(), e);
        } catch (StoreException e) {
            lock.release();
            throw e;
        } catch (RuntimeException e) {
            lock.release();
            throw new StoreException(
                    "the files in " + dataDirectory.resolve("store") + " are damaged (" + e.getMessage()
                            + "): move that directory away, and it is made again from the journal",
                    e);
        }
    }

    private static void release(DatasetGraph dataset, DirectoryLock lock) {
        try {
            TDBInternal.expel(dataset, true);
        } finally {
            lock.release();
        }
    }
}
