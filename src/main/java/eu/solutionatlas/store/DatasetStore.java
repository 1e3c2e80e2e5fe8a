package eu.solutionatlas.store;

import eu.solutionatlas.rdf.DataVersion;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.TDB2;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store over a TDB2 dataset and a journal.
 *
 * <p>A commit is a write-ahead log in the textbook order: the writing runs in a transaction and into an unsealed journal
 * entry; the entry is sealed (durable); the transaction commits; the change is announced. A crash before the seal leaves
 * no trace. A crash or failure between seal and commit is mended at the next opening, which does the sealed entry again. So what was
 * acknowledged is never lost, and store and journal always agree.
 */
final class DatasetStore implements Store {
    private static final Logger LOG = LoggerFactory.getLogger(DatasetStore.class);

    private final DatasetGraph dataset;
    private final Journal journal;
    private final Clock clock;
    private final SpaceCheck space;
    private final Backing backing;
    private final ReentrantLock writing = new ReentrantLock();
    private final List<Consumer<? super Change>> listeners = new CopyOnWriteArrayList<>();
    private volatile DataVersion version;
    private volatile boolean broken;

    /**
     * Opens the store and brings it up to its journal.
     *
     * @param backing closed with the store
     * @throws StoreException when the journal is behind the store
     */
    DatasetStore(DatasetGraph dataset, Journal journal, Clock clock, SpaceCheck space, Backing backing) {
        this.dataset = dataset;
        this.journal = journal;
        this.clock = clock;
        this.space = space;
        this.backing = backing;
        dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
        QC.setFactory(dataset.getContext(), MendedExecutor.FACTORY);
        this.version = Txn.calculateRead(dataset, () -> new VersionLedger(dataset.getDefaultGraph()).current());
        journal.flaw().ifPresent(flaw -> LOG.warn("Restore the journal directory from a backup: {}", flaw));
        try {
            catchUp();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void catchUp() {
        if (version.number() > journal.last()) {
            throw new StoreException("the store is at data version " + version.number()
                    + " but its journal ends at " + journal.last()
                    + ": restore the journal directory from a backup, or begin anew from a dump");
        }
        if (version.number() < journal.last()) {
            LOG.info(
                    "The store ends at data version {}; bringing it to {} from the journal",
                    version.number(),
                    journal.last());
        }
        while (version.number() < journal.last()) {
            long next = version.number() + 1;
            version = Txn.calculateWrite(dataset, () -> replay(next));
        }
    }

    private DataVersion replay(long number) {
        VersionLedger ledger = new VersionLedger(dataset.getDefaultGraph());
        Change change = PatchReader.read(journal.open(number), new DatasetTarget(dataset));
        for (Node document : change.documents()) {
            if (dataset.containsGraph(document)) {
                ledger.record(document, change.version());
            } else {
                ledger.forget(document);
            }
        }
        ledger.advance(change.version());
        return change.version();
    }

    @Override
    public DataVersion version() {
        return version;
    }

    @Override
    public <T> T read(Function<? super Snapshot, ? extends T> reader) {
        dataset.begin(TxnType.READ);
        try {
            return reader.apply(new DatasetSnapshot(dataset));
        } finally {
            dataset.end();
        }
    }

    @Override
    public CommitOutcome commit(String author, String note, Writing work) {
        writing.lock();
        try {
            CommitOutcome outcome = commitAlone(author, note, work);
            if (outcome instanceof CommitOutcome.Committed committed) {
                // Under the lock, so that listeners hear of changes in their order.
                announce(committed.change());
            }
            return outcome;
        } finally {
            writing.unlock();
        }
    }

    private CommitOutcome commitAlone(String author, String note, Writing work) {
        if (broken) {
            throw new StoreException("the store takes no changes since a write failed half-way: restart it");
        }
        space.require();
        DataVersion next = version.next(clock.instant());
        dataset.begin(TxnType.WRITE);
        try (JournalEntry entry = journal.begin(next, author, note)) {
            DatasetWriter writer = new DatasetWriter(dataset, entry, next, space);
            work.write(writer);
            if (writer.changed().isEmpty()) {
                dataset.abort();
                return new CommitOutcome.Unchanged(version);
            }
            writer.advance();
            entry.seal();
            commitSealed(next);
            version = next;
            return new CommitOutcome.Committed(new Change(next, author, note, writer.changed()));
        } catch (DatasetWriter.StaleDocument e) {
            return new CommitOutcome.Stale(e.document(), e.actual());
        } catch (InternalError e) {
            // What a full disk looks like to memory-mapped files.
            broken = true;
            throw new StoreException(
                    "the disk failed or is full in the middle of a change (" + e.getMessage()
                            + "), so nothing of it was written: make room, and restart",
                    e);
        } finally {
            if (dataset.isInTransaction()) {
                dataset.abort();
            }
            dataset.end();
        }
    }

    /** The seal has decided that the change counts, so a failure here never undoes it; the next opening does it again. */
    private void commitSealed(DataVersion next) {
        try {
            dataset.commit();
        } catch (RuntimeException | Error e) {
            broken = true;
            throw new StoreException(
                    "the change is safe in the journal as data version " + next.number()
                            + ", but could not be carried out (" + e.getMessage()
                            + "): restart, and it will be; until then changes are refused",
                    e);
        }
    }

    private void announce(Change change) {
        for (Consumer<? super Change> listener : listeners) {
            try {
                listener.accept(change);
            } catch (RuntimeException e) {
                LOG.error("A listener failed on data version {}; it catches up from the journal", change.version(), e);
            }
        }
    }

    @Override
    public void onChange(Consumer<? super Change> listener) {
        listeners.add(listener);
    }

    @Override
    public Stream<Change> changes(DataVersion after, DataVersion last) {
        long first = after.number() + 1;
        if (first <= last.number() && first < journal.first()) {
            throw new StoreException(
                    "the journal begins at " + journal.first() + ", after data version " + after.number());
        }
        return LongStream.rangeClosed(first, last.number()).mapToObj(number -> PatchReader.read(journal.open(number)));
    }

    @Override
    public Change change(long number, PatchTarget target) {
        return PatchReader.read(journal.open(number), target);
    }

    @Override
    public long firstChange() {
        return journal.first();
    }

    @Override
    public Optional<DataVersion> version(long number) {
        if (number == 0) {
            return Optional.of(DataVersion.NONE);
        }
        return number < journal.first() || number > journal.last() || journal.last() == 0
                ? Optional.empty()
                : Optional.of(PatchReader.version(journal.open(number)));
    }

    @Override
    public Optional<String> concern() {
        if (broken) {
            return Optional.of("a change failed half-way; changes are refused until a restart");
        }
        try {
            space.require();
        } catch (StoreException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        return journal.flaw();
    }

    @Override
    public long journalVersion() {
        return journal.last();
    }

    @Override
    public DatasetGraph dataset() {
        return dataset;
    }

    @Override
    public void compact(BooleanSupplier givenUp) {
        try {
            rewrite(givenUp).run();
        } catch (RuntimeException | InternalError e) {
            // The latter is what a full disk looks like to memory-mapped files.
            throw new StoreException("the store could not be compacted: " + e.getMessage(), e);
        }
    }

    private Runnable rewrite(BooleanSupplier givenUp) {
        writing.lock();
        try {
            space.require();
            return backing.rewrite(givenUp);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public long bytes() {
        return backing.bytes();
    }

    @Override
    public long compactedBytes() {
        return backing.compactedBytes();
    }

    @Override
    public void close() {
        writing.lock();
        try {
            broken = true;
            backing.release();
        } finally {
            writing.unlock();
        }
    }
}
