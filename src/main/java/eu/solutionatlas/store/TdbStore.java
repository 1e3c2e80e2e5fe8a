package eu.solutionatlas.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
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
        return open(dataDirectory, clock, settings, () -> {});
    }

    /** @param closed what is to be done when the store is closed and has given up the directory */
    static Store open(Path dataDirectory, Clock clock, StoreSettings settings, Runnable closed) {
        DirectoryLock lock = DirectoryLock.take(dataDirectory);
        try {
            Path store = dataDirectory.resolve("store");
            Files.createDirectories(store);
            Generation.removeOld(store);
            TornWrite.cutOff(store);
            NodeCaches caches = NodeCaches.forHeap(Runtime.getRuntime().maxMemory());
            PinnedDataset dataset = new PinnedDataset(TDBInternal.getDatabaseContainer(caches.open(store)));
            SpaceCheck space = SpaceCheck.on(dataDirectory, settings.minimumFreeBytes());
            return new DatasetStore(
                    dataset,
                    new FileJournal(dataDirectory.resolve("journal")),
                    clock,
                    space,
                    new TdbFiles(store, dataset, caches, space, () -> {
                        lock.release();
                        closed.run();
                    }));
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
}
