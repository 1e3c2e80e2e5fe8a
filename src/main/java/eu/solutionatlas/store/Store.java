package eu.solutionatlas.store;

import eu.solutionatlas.rdf.DataVersion;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * The RDF dataset of the catalogue: one named graph per document, named by the document's IRI. Any number of readers,
 * one writer at a time; readers are not disturbed by a writer and see only whole commits.
 */
public interface Store extends AutoCloseable {
    /**
     * The newest version whose commit has ended. A read that begins now sees it or a later one: what a reader holds is
     * named by its snapshot alone.
     */
    DataVersion version();

    /** Runs a reader on one consistent snapshot. Do not nest. */
    <T> T read(Function<? super Snapshot, ? extends T> reader);

    /**
     * The one door through which the catalogue changes: runs the writing in one transaction, appends what it changed to
     * the journal, commits, then tells the listeners. When the writing throws, nothing has changed.
     *
     * @param author who changes the catalogue, for the journal
     * @param note why, for the journal
     * @throws StoreException when the change cannot be made durable; nothing has changed. Or when it is durable and
     *     cannot be carried out before the next opening, which the message says; nothing is seen of it until then
     */
    CommitOutcome commit(String author, String note, Writing writing);

    /** What to do inside a commit. */
    @FunctionalInterface
    interface Writing {
        void write(Writer writer);
    }

    /**
     * Adds a listener, told of each change after its commit, on the committing thread. What a listener throws is logged
     * and undoes nothing.
     */
    void onChange(Consumer<? super Change> listener);

    /**
     * The changes after a version up to another, oldest first, read from the journal: how what was worked out from the
     * one is brought up to the other. The last is the version of the snapshot that is read with it, which may be newer
     * than {@link #version}.
     *
     * @throws StoreException when the journal does not have them all
     */
    Stream<Change> changes(DataVersion after, DataVersion last);

    /**
     * Reads one change whole, quad by quad, from the journal.
     *
     * @throws StoreException when the journal has no such entry
     */
    Change change(long number, PatchTarget target);

    /** The number of the oldest change that the journal has; 0 when there is none. */
    long firstChange();

    /**
     * The version of a number with its time, which tells it from that of the same number in another history of the
     * catalogue; empty when there is none yet, or the journal does not go back so far.
     */
    Optional<DataVersion> version(long number);

    /**
     * What an operator should know: why changes would be refused now, or what is wrong with the journal. In words, without
     * paths; empty when all is well.
     */
    Optional<String> concern();

    /** The number of the newest entry of the journal: that of {@link #version}, unless something is wrong. */
    long journalVersion();

    /**
     * The public dataset for SPARQL processors, which begin and end transactions themselves: named graphs are the
     * documents, the queried default graph is their union. For reading only.
     */
    DatasetGraph dataset();

    /**
     * Rewrites the files without what earlier commits left behind. Changes wait while they are copied, readers do not; the
     * old files go when their last reader is done. A crash in the middle leaves one of both in use, and whole.
     *
     * @param givenUp asked again and again whether to stop
     * @throws StoreException when it was given up or cannot be done, for want of disk space above all; the store goes on
     *     as it was
     */
    void compact(BooleanSupplier givenUp);

    /** What the store's files take on disk, in bytes, the journal not among them; zero without files. */
    long bytes();

    /** What they took after the last compaction, in bytes; zero when there was none. */
    long compactedBytes();

    @Override
    void close();
}
