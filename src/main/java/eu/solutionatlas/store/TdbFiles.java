package eu.solutionatlas.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.transaction.txn.TransactionCoordinator;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.store.DatasetGraphSwitchable;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.sys.StoreConnection;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * The files of a TDB2 database on disk, and their rewriting. It goes as TDB2's own compaction does (a copy into a
 * directory beside, which then takes the place of the old one), since that cannot do what we need: keep the sizes of the
 * node caches, watch the disk while it writes, be given up when the hub stops, leave nothing behind when it fails, and let
 * changes go on while the last reader of the old files is waited for.
 */
final class TdbFiles implements Backing {
    /** Quads that are copied between two looks at the disk. */
    private static final int BETWEEN_LOOKS = 10_000;

    private final Path database;
    private final PinnedDataset dataset;
    private final NodeCaches caches;
    private final SpaceCheck space;
    private final Runnable release;

    /** @param release gives up what else belongs to the database, after it is closed */
    TdbFiles(Path database, PinnedDataset dataset, NodeCaches caches, SpaceCheck space, Runnable release) {
        this.database = database;
        this.dataset = dataset;
        this.caches = caches;
        this.space = space;
        this.release = release;
    }

    @Override
    public long bytes() {
        try (Stream<Path> files = Files.walk(database)) {
            return files.mapToLong(TdbFiles::size).sum();
        } catch (IOException | UncheckedIOException e) {
            throw new StoreException("the size of the store cannot be read: " + e.getMessage(), e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (NoSuchFileException e) {
            return 0; // removed since it was listed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long compactedBytes() {
        return Generation.newest(database).map(Generation::compactedBytes).orElse(0L);
    }

    @Override
    public Runnable rewrite(BooleanSupplier givenUp) {
        DatasetGraphTDB old = TDBInternal.getDatasetGraphTDB(dataset.container());
        Generation before = Generation.newest(database)
                .orElseThrow(() -> new StoreException("there is no database in the store's directory"));
        Path unfinished = before.next().unfinished();
        try {
            Files.createDirectory(unfinished);
            copy(old, unfinished, givenUp);
            Generation.mark(unfinished, bytesOf(unfinished));
            Files.move(unfinished, before.next().directory());
        } catch (IOException e) {
            discard(unfinished);
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            discard(unfinished);
            throw e;
        }
        try {
            DatasetGraphTDB fresh = open(before.next().directory());
            dataset.exchange(() -> switchOver(dataset.container(), old, fresh));
        } catch (RuntimeException | Error e) {
            discard(before.next().directory()); // the next opening would take it, since it is the newest
            throw e;
        }
        return () -> retire(old, before);
    }

    private DatasetGraphTDB open(Path directory) {
        return StoreConnection.connectCreate(Location.create(directory), caches.whole(), null)
                .getDatasetGraphTDB();
    }

    private void copy(DatasetGraph from, Path directory, BooleanSupplier givenUp) {
        DatasetGraphTDB to = open(directory);
        Txn.executeRead(
                from,
                () -> Txn.executeWrite(to, () -> {
                    Iterator<Quad> quads = from.find();
                    for (long copied = 0; quads.hasNext(); copied++) {
                        if (copied % BETWEEN_LOOKS == 0) {
                            space.require();
                            if (givenUp.getAsBoolean()) {
                                throw new StoreException("it was given up, since the hub stops");
                            }
                        }
                        to.add(quads.next());
                    }
                }));
        StoreConnection.internalExpel(Location.create(directory), true);
    }

    private static long bytesOf(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.mapToLong(TdbFiles::size).sum();
        }
    }

    /** Also out of TDB2's own memory, where a next try would find it with its files gone. */
    private static void discard(Path unfinished) {
        StoreConnection.internalExpel(Location.create(unfinished), true);
        IO.deleteAll(unfinished);
    }

    private static void switchOver(DatasetGraphSwitchable container, DatasetGraphTDB old, DatasetGraphTDB fresh) {
        TransactionCoordinator before = old.getTxnSystem().getTxnMgr();
        TransactionCoordinator after = fresh.getTxnSystem().getTxnMgr();
        fresh.getContext().putAll(container.getContext());
        after.execExclusive(() -> {
            after.takeOverFrom(before);
            if (!container.change(old, fresh)) {
                throw new StoreException("the store was changed from elsewhere while it was rewritten");
            }
        });
    }

    /** Waits for the readers of the old files, then removes them. */
    private static void retire(DatasetGraphTDB old, Generation before) {
        old.getTxnSystem().getTxnMgr().startExclusiveMode();
        StoreConnection.release(old.getLocation());
        IO.deleteAll(before.directory());
    }

    @Override
    public void release() {
        try {
            TDBInternal.expel(dataset.container(), true);
        } finally {
            release.run();
        }
    }
}
